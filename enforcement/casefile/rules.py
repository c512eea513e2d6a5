"""What stands in the way of each step of a file's check."""

from collections.abc import Mapping
from typing import Any

from enforcement.officers.models import Officer
from enforcement.standards import rubrics
from lawgov.casework.common import rule_of_house, took
from lawgov.casework.models import Case
from lawgov.people.models import Role, User
from lawgov.units import scope

from .choices import CheckForm

Facts = Mapping[str, Any]
FIELD = (Role.OFFICER, Role.ENFORCEMENT_HEAD)
CLOSED = ("closed", "archived")
CHECKED = ("score", "feed_back", "confirm")


def is_known(case: Any, facts: Facts) -> bool:
    subject = facts["subject"]
    if scope.street(case.unit) != subject.registry:
        return False
    # A bulk load names a case that is not stored yet.
    seen = Case.objects.visible_to(facts["by"]).filter(pk=subject.pk)
    return subject._state.adding or seen.exists()


def is_closed(case: Any, facts: Facts) -> bool:
    subject = facts["subject"]
    return subject.state in CLOSED or subject.closed_on is not None


def teams(users: Any) -> set[int]:
    found = Officer.objects.in_post().filter(user__in=users, team__isnull=False)
    return set(found.values_list("team", flat=True))


def handlers(case: Any) -> list[int]:
    return list(case.detail.subject.detail.officers)


def is_colleague(case: Any, by: User) -> bool:
    """Whether they handled the case or sit in a team of those who did."""
    own, theirs = teams([by.pk]), teams(handlers(case))
    return by.pk in handlers(case) or bool(own & theirs)


def is_apart(case: Any, by: User) -> bool:
    """Of another team: who is in none must not be an enforcement officer at all."""
    in_a_team = bool(teams([by.pk])) or not by.roles & set(FIELD)
    return in_a_team and not is_colleague(case, by)


def fits_form(case: Any, facts: Facts) -> bool:
    by = facts["by"]
    return is_apart(case, by) if case.detail.form == CheckForm.CROSS else is_colleague(case, by)


def given(facts: Facts) -> dict[str, Any]:
    return {row["item"]: row for row in facts.get("scores", ())}


def are_in_force(case: Any, facts: Facts) -> bool:
    known = {item.code for item in rubrics.held(case.unit, facts["on"])}
    return bool(known) and given(facts).keys() <= known


def are_within(case: Any, facts: Facts) -> bool:
    points = {item.code: item.points for item in rubrics.held(case.unit, facts["on"])}
    return all(row["deducted"] <= points.get(code, 0) for code, row in given(facts).items())


def stand_once(case: Any, facts: Facts) -> bool:
    return len(given(facts)) == len(facts.get("scores", ()))


def has_defects(case: Any) -> bool:
    return bool(case.detail.defects)


has_mended = took("rectify")  # who put the file right does not also confirm that it is right


def is_answered(case: Any, facts: Facts) -> bool:
    """Every defect that was sent back is answered."""
    told = sorted(row["item"] for row in facts["remedies"])
    return told == sorted(row.code for row in case.part("marks") if row.defect)


SUBJECT_KNOWN = rule_of_house("被评查的案件应属本街镇，且在您的数据范围内", is_known, asks=True)
SUBJECT_CLOSED = rule_of_house("只评查已经结案的案卷", is_closed, asks=True)
FITS_FORM = rule_of_house(
    "自查由办案的执法队评分，互查由其他执法队（不设队的为执法队以外的人员）评分", fits_form, True
)
IN_FORCE = rule_of_house("评分项应为当日施行的案卷评分细则所列", are_in_force, asks=True)
WITHIN = rule_of_house("每项扣分不超过该项分值", are_within, asks=True)
ONCE = rule_of_house("同一评分项只评一次", stand_once, asks=True)
ANSWERED = rule_of_house("反馈的每个问题都应写明整改情况，且只写一次", is_answered, asks=True)
