"""What must hold before a step in an officer's file: each rule with its words and its law."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.models import Case
from lawgov.casework.procedure import Rule
from lawgov.casework.questions import ask, is_answered
from lawgov.people.models import BUSINESS, Post, User
from lawgov.units import scope
from lawgov.units.models import names

from .choices import CertificateState, Duty, Form, Result
from .facts import teams
from .limits import RENEW, SENSITIVE
from .models import HELD, Certificate, Holding, Officer, Training

Facts = Mapping[str, Any]
PENALTY_LAW = "《行政处罚法》"
INSPECTION_NOTICE = "《关于严格规范涉企行政检查的意见》（国办发〔2024〕54号）"


def certificate(case: Any) -> Certificate | None:
    """The one in the officer's hands, or lost and not yet replaced."""
    return next((row for row in case.part("certificates") if row.state in HELD), None)


def application(case: Any) -> Certificate | None:
    rows = case.part("certificates")
    return next((row for row in rows if row.state == CertificateState.APPLIED), None)


def holding(case: Any) -> Holding | None:
    """The post held now; while a rotation is worked out, the one that is left."""
    return next((row for row in case.part("holdings") if row.held_until is None), None)


def training(case: Any, facts: Facts) -> Training | None:
    row: Training | None = case.one("trainings", facts["training"])
    return row if row and not row.result else None


def trained(case: Any, facts: Facts) -> bool:
    rows = case.part("trainings")
    return any(row.form == Form.PRE_POST and row.result == Result.PASSED for row in rows)


def open_files(user: User) -> Any:
    return Officer.objects.filter(user=user, left_on=None)


def only_file(case: Any, facts: Facts) -> bool:
    return not open_files(facts["user"]).exists()


def serves(case: Any, facts: Facts) -> bool:
    posts = Post.objects.on(facts["on"]).over(case.unit)
    return posts.filter(user=facts["user"], role__in=BUSINESS).exists()


def number_is_free(case: Any, facts: Facts) -> bool:
    """A renewed certificate keeps its number; nobody else ever gets it."""
    return not Certificate.objects.filter(number=facts["number"]).exclude(case_id=case.pk).exists()


def runs_forward(case: Any, facts: Facts) -> bool:
    return bool(facts["valid_from"] <= facts["on"] <= facts["valid_until"])


def open_work(user: User) -> list[Case]:
    """Cases that the person handles, or that name them among the officers."""
    handled = list(Case.objects.filter(handler=user, closed_on=None).exclude(kind="officer"))
    named = ask("penalty.naming_officer", user) if is_answered("penalty.naming_officer") else []
    return list({case.pk: case for case in (*handled, *named)}.values())


def handed_over(case: Any, facts: Facts) -> bool:
    return not open_work(case.detail.user)


def team_here(case: Any, facts: Facts) -> bool:
    return teams(case.unit, facts["on"]).filter(pk=facts["team"].pk).exists()


def area_within(case: Any, facts: Facts) -> bool:
    area = facts.get("area")
    return not area or (scope.covers(case.unit, area) and bool(names([area])))


def another_post(case: Any, facts: Facts) -> bool:
    held = holding(case)
    return held is None or (held.name != facts["name"] and held.held_from < facts["on"])


def years_after(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year + years, day=28)


def rotate_by(case: Any, facts: Facts, since: date) -> date | None:
    """By when who begins in a sensitive post must leave it: by the limit of the day."""
    limit = SENSITIVE.on(case.unit, since)
    return years_after(since, limit) if facts.get("sensitive") else None


def renew_by(case: Any, facts: Facts) -> date:
    ahead = timedelta(days=RENEW.on(case.unit, facts["on"]))
    return max(facts["valid_until"] - ahead, facts["valid_from"])


ONE_FILE = rule_of_house("此人在岗期间只建一份执法人员档案", only_file, asks=True)
SERVES_HERE = rule_of_house("须先由系统管理员登记其在本单位的岗位", serves, asks=True)
ARRIVED = rule_of_house(
    "到岗日期不得晚于登记日期", lambda case, facts: facts["since"] <= facts["on"], asks=True
)
TRAINED = Rule(
    "须完成岗前培训并考核合格，方可申领执法证",
    PENALTY_LAW,
    "第四十二条（具有行政执法资格）",
    trained,
)
NO_AUXILIARY = Rule(
    "执法辅助人员、网格员不得申领执法证",
    INSPECTION_NOTICE,
    "",
    lambda case, facts: case.detail.duty != Duty.AUXILIARY,
)
NUMBER_FREE = rule_of_house("执法证号不得与他人的相同", number_is_free, asks=True)
IN_ITS_TIME = rule_of_house("办理之日应在证件有效期内", runs_forward, asks=True)
TRAINING_OPEN = rule_of_house(
    "应是本档案中尚未考核的培训", lambda case, facts: training(case, facts) is not None, asks=True
)
HELD_BEFORE = rule_of_house(
    "培训日期不得晚于登记日期", lambda case, facts: facts["held_on"] <= facts["on"], asks=True
)
TEAM_HERE = rule_of_house("执法队应是本街镇在册的综合行政执法队", team_here, asks=True)
AREA_WITHIN = rule_of_house("片区应在本单位范围内且在册", area_within, asks=True)
BEGUN = rule_of_house(
    "任岗日期不得晚于登记日期", lambda case, facts: facts["held_from"] <= facts["on"], asks=True
)
ANOTHER_POST = rule_of_house("轮岗应到另一岗位，且在任现岗之后", another_post, asks=True)
HANDED_OVER = rule_of_house(
    "名下未办结的案件须先交给他人（在“移交—离岗移交”中成批移交，或逐案变更承办人员）", handed_over
)
CALLED_IN = rule_of_house(
    "离岗人员的执法证须收回并注销",
    lambda case, facts: certificate(case) is None and application(case) is None,
)
