"""What 法律援助法 asks of an application: means, who need not show them, time to supplement."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule
from lawgov.casework.questions import ask
from lawgov.organisations.facts import is_near
from lawgov.parties.models import Party
from lawgov.units import scope

from ..choices import GROUNDS, Ground, Means

Facts = Mapping[str, Any]
LAW = "《法律援助法》"
SINCE = date(2022, 1, 1)
DECIDE_DAYS, ASSIGN_DAYS = 7, 3  # 第四十三条
WORK = ("wages", "work_injury")  # codes of the list of matters that 第四十二条第三项 names


def ground_fits(case: Any, facts: Facts) -> bool:
    return facts.get("ground", "") in GROUNDS.get(Means(facts["means"]), ("",))


def a_minor_applies(case: Any, facts: Facts) -> bool:
    if facts.get("ground") != Ground.MINOR:
        return True
    rows = (Party(case=case, **row) for row in facts["parties"])
    return any(row.is_minor_on(facts["on"]) for row in rows)


def about_work(case: Any, facts: Facts) -> bool:
    return facts.get("ground") != Ground.INJURED or facts["matter"] in WORK


def source_near(case: Any, facts: Facts) -> bool:
    """What it comes from was held, lies in this street, and is the reader's to see."""
    source, by = facts.get("source"), facts.get("by")
    if source is None:
        return True
    if ask(f"{source.kind}.for_aid", source) is None:
        return False
    seen = type(source).objects.visible_to(by) if by else type(source).objects.all()
    return source.registry == scope.street(case.unit) and seen.filter(pk=source.pk).exists()


def proven(case: Any, facts: Facts) -> bool:
    """Who is asked for means has put in a statement or a pledge."""
    asked = case.detail.means in (Means.STATEMENT, Means.PLEDGE)
    return not asked or any(not row.void for row in case.part("attachments"))


def time_over(case: Any, facts: Facts) -> bool:
    running = next(r for r in case.clocks() if r.clock.label == "补充材料")
    return running.due is not None and facts["on"] > running.due


GROUND_FITS = Rule(
    "免予核查经济困难状况或者不受经济困难条件限制的，须选明相应的法定情形；其他的不选",
    LAW, "第三十二条、第四十二条", ground_fits, asks=True, since=SINCE,
)  # fmt: skip
MINOR = Rule(
    "以未成年人为由免予核查的，申请人中须有未成年人",
    LAW, "第四十二条第一项", a_minor_applies, asks=True, since=SINCE,
)  # fmt: skip
INJURED = Rule(
    "以进城务工人员为由免予核查的，援助事项须为支付劳动报酬或者工伤赔偿",
    LAW, "第四十二条第三项", about_work, asks=True, since=SINCE,
)  # fmt: skip
PROVEN = Rule(
    "须附经济困难状况说明或者个人诚信承诺", LAW, "第四十一条", proven, since=SINCE,
)  # fmt: skip
ASKED_ONCE = Rule(
    "需要补充的材料应当一次性告知，不得再次告知",
    LAW, "第四十三条", since=SINCE,
    holds=lambda case, facts: not any(event.step == "ask_more" for event in case.history),
)  # fmt: skip
TIME_TO_SUPPLEMENT_OVER = Rule(
    "补充材料的期限届满后，未补充的才视为撤回",
    LAW, "第四十三条", time_over, asks=True, since=SINCE,
)  # fmt: skip
TOLD = Rule(
    "不予援助的，应当书面告知申请人并说明理由", LAW, "第四十三条", since=SINCE, asks=True,
    holds=lambda case, facts: bool(facts.get("told")),
)  # fmt: skip
SOURCE_NEAR = rule_of_house("来源咨询应已接待，在本街镇且在您的数据范围内", source_near, asks=True)
CENTRE_NEAR = rule_of_house(
    "法律援助机构应在本区县名录之内",
    lambda case, facts: is_near(facts["centre"], case.unit),
    asks=True,
)
