"""What must hold in the file of a mediator."""

from datetime import date
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.models import Case
from lawgov.casework.procedure import Rule
from lawgov.organisations.models import Kind, Organisation
from lawgov.people.models import Post, Role
from lawgov.units import scope
from mediation.rules.law import MEDIATION_LAW, Facts

from ..choices import Sanction
from ..models import Mediator


def serves(case: Any, facts: Facts) -> bool:
    posts = Post.objects.on(facts["on"]).filter(scope.within("unit", [scope.span(case.unit)]))
    above = Post.objects.on(facts["on"]).over(case.unit)
    return (posts | above).filter(user=facts["user"], role=Role.MEDIATOR).exists()


def committee_of(unit: str, on: date) -> Organisation | None:
    """The committee of the unit, or else of the level above it in the street."""
    line = [code for code in (*scope.ancestors(unit), unit) if len(code) >= scope.STREET_DIGITS]
    there = Organisation.objects.in_force(on).filter(kind=Kind.MEDIATION_COMMITTEE, unit__in=line)
    return there.order_by("-unit", "pk").first()


def in_hand(case: Any) -> list[str]:
    """Disputes that the mediator still works on."""
    handled = Case.objects.filter(kind="dispute", handler=case.detail.user, closed_on=None)
    return list(handled.order_by("pk").values_list("number", flat=True)[:5])


def is_grave(case: Any, facts: Facts) -> bool:
    return any(row.sanction == Sanction.DISMISSED for row in case.part("misconducts"))


ADULT = Rule(
    "调解员应为公道正派、热心人民调解工作，具有一定文化、政策水平和法律知识的成年公民",
    MEDIATION_LAW,
    "第十四条",
    lambda case, facts: bool(facts.get("qualified")),
    asks=True,
)
ONE_FILE = rule_of_house(
    "此人在任期间只建一份调解员档案",
    lambda case, facts: not Mediator.objects.filter(user=facts["user"], left_on=None).exists(),
    asks=True,
)
SERVES_HERE = rule_of_house("须先由系统管理员登记其调解员岗位", serves, asks=True)
COMMITTEE_HERE = Rule(
    "调解员由人民调解委员会的委员和聘任的人员担任，所属单位或上级应有在册的调解委员会",
    MEDIATION_LAW,
    "第十三条",
    lambda case, facts: committee_of(case.unit, facts["on"]) is not None,
    asks=True,
)
BEGUN = rule_of_house(
    "任职日期不得晚于登记日期", lambda case, facts: facts["since"] <= facts["on"], asks=True
)
HELD_BEFORE = rule_of_house(
    "培训日期不得晚于登记日期", lambda case, facts: facts["held_on"] <= facts["on"], asks=True
)
YEAR_BEGUN = rule_of_house(
    "考核年度应在任职之后，且不晚于当年",
    lambda case, facts: case.detail.since.year <= facts["of_year"] <= facts["on"].year,
    asks=True,
)
GRAVE = Rule(
    "罢免或者解聘须先登记情节严重的违规情形",
    MEDIATION_LAW,
    "第十五条",
    is_grave,
)
HANDED_OVER = rule_of_house(
    "名下未办结的纠纷须先交给他人",
    lambda case, facts: not in_hand(case),
)
