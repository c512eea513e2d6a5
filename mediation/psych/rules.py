"""What is asked in psychological service: whose it is, what a crisis ends in, who judges."""

from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule
from lawgov.parties.models import Party
from lawgov.people.models import MediatorKind, Role
from lawgov.privacy.crypto import blind
from lawgov.units import scope
from mediation.rules.law import Facts

from .choices import Grade, Outcome

MENTAL_HEALTH = "《精神卫生法》"


def counsels(case: Any, facts: Facts) -> bool:
    user = facts["handler"]
    seat = user.seat_for((Role.MEDIATOR,), case.unit)
    return seat is not None and user.mediator_kind == MediatorKind.COUNSELLOR


def is_own(case: Any, facts: Facts) -> bool:
    by = case.taking.by if case.taking else facts.get("by")
    return by is None or by.pk == case.handler_id


def one_name_each(case: Any, facts: Facts) -> bool:
    return all(("user" in row) != ("name" in row) for row in facts["goers"])


def averted_fits(case: Any, facts: Facts) -> bool:
    count = facts.get("averted", 0)
    return bool(count) == (facts["outcome"] == Outcome.AVERTED) and count <= case.detail.persons


def followed_already(case: Any, facts: Facts) -> bool:
    """Nobody is followed up twice in a street: known again by the blind index."""
    given = {row["id_number"] for row in facts["parties"] if "id_number" in row}
    same = Party.objects.filter(
        case__kind="key_person", case__closed_on=None, case__registry=scope.street(case.unit),
        id_blind__in=[blind(number) for number in given],
    )  # fmt: skip
    return same.exists()


def another_grade(case: Any, facts: Facts) -> bool:
    return bool(facts["grade"] != case.detail.grade)


def owner_sits(case: Any, facts: Facts) -> bool:
    seats = (Role.COMMUNITY_WORKER, Role.GRID_WORKER, Role.MEDIATOR, Role.JUSTICE)
    return facts["handler"].seat_for(seats, case.unit) is not None


COUNSELS = rule_of_house("应为在本单位任职、类别为心理咨询师的调解员", counsels, asks=True)
OWN = rule_of_house("心理服务由承办的心理咨询师本人办理", is_own, asks=True)
CONSENT = Rule(
    "心理咨询应征得服务对象同意，不得违背本人意愿",
    MENTAL_HEALTH,
    "第四条、第二十三条",
    lambda case, facts: bool(facts.get("consented")),
    asks=True,
)
REFERS = Rule(
    "发现可能患有精神障碍的，应当建议其到符合规定的医疗机构就诊，写明转介去向",
    MENTAL_HEALTH,
    "第二十三条",
    lambda case, facts: facts["closing"] != "referred" or bool(facts.get("institution")),
    asks=True,
)
ONE_NAME = rule_of_house("每名到场人员应选系统人员或填写姓名，二者择一", one_name_each, asks=True)
AVERTED_FITS = rule_of_house(
    "结果为化解的填写化解人数，且不多于涉及人数；其他结果不填", averted_fits, asks=True
)
FOLLOWED_ONCE = rule_of_house(
    "此人已在本街镇纳管", lambda case, facts: not followed_already(case, facts), asks=True
)
ONE_PERSON = rule_of_house(
    "每份档案登记一名重点人员", lambda case, facts: len(facts["parties"]) == 1, asks=True
)
ANOTHER_GRADE = rule_of_house("应调整为另一等级", another_grade, asks=True)
OWNER_SITS = rule_of_house("责任人应在所属单位任职", owner_sits, asks=True)
VISITED = rule_of_house("销号前须有走访记录", lambda case, facts: bool(case.part("key_visits")))
NOT_HIGH = rule_of_house(
    "一级重点人员须先调整等级，方可销号",
    lambda case, facts: case.detail.grade != Grade.HIGH or facts["struck"] in ("moved", "died"),
    asks=True,
)
