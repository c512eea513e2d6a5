"""The conditions on a meeting's steps: what is heard, who must be there, what may be decided."""

from collections.abc import Iterable, Mapping
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.people.models import BUSINESS, Role, User
from lawgov.people.shown import working_in
from lawgov.tasks.rules import is_manned, sits
from lawgov.units import scope
from lawgov.units.models import Unit

from .choices import Capacity

Facts = Mapping[str, Any]
MOST_UNITS = 500


def people(case: Any) -> list[tuple[int, str]]:
    """Who works in the street of the meeting."""
    return working_in([scope.span(scope.street(case.unit))])


def doers(case: Any) -> list[tuple[int, str]]:
    """Who may be charged with a decision: the unit of the meeting and those below it."""
    return working_in([scope.span(case.unit)])


def units(case: Any) -> list[tuple[str, str]]:
    """The unit of the meeting and those below it, which its decisions may charge."""
    inside = Unit.objects.current().under(case.unit).order_by("code")
    return list(inside.values_list("code", "name")[:MOST_UNITS])


def heard(case: Any, by: User, number: str) -> Any:
    """The case of this street with the number, if the caller may see it."""
    seen = type(case).objects.visible_to(by).exclude(pk=case.pk)
    return seen.filter(number=number, registry=scope.street(case.unit)).first()


def origin(case: Any, facts: Facts) -> Any:
    """The case from which the meeting was called, if it was and the caller may see it."""
    if "source" not in facts:
        return None
    seen = type(case).objects.visible_to(facts["by"])
    return seen.filter(pk=facts["source"], registry=scope.street(case.unit)).first()


def are_known(case: Any, facts: Facts) -> bool:
    rows = facts.get("items", ())
    named = all(row.get("matter") or row.get("number") for row in rows)
    numbers = [row["number"] for row in rows if "number" in row]
    return named and all(heard(case, facts["by"], number) for number in numbers)


def one_name_each(rows: Iterable[Facts]) -> bool:
    return all(("user" in row) != ("name" in row) for row in rows)


def nobody_twice(case: Any, facts: Facts) -> bool:
    there = [row.user_id for row in case.part("attendees") if row.user_id]
    there += [row["user"].pk for row in facts["attendees"] if "user" in row]
    return len(there) == len(set(there))


def serve_here(case: Any, facts: Facts) -> bool:
    """Whoever has no post here is written down by name: nobody looks up the people of elsewhere."""
    there = [facts.get("chair"), *(row.get("user") for row in facts.get("attendees", ()))]
    street = scope.street(case.unit)
    return all(any(scope.covers(street, s.unit) for s in user.seats) for user in there if user)


def role_of(user: User, unit: str) -> str:
    """The post on which somebody sits in a meeting: that of the judicial office before any other,
    since its attendance is counted."""
    held = {seat.role for seat in user.seats if scope.covers(scope.street(unit), seat.unit)}
    return Role.JUSTICE if Role.JUSTICE in held else min(held & BUSINESS, default="")


def has(capacity: str) -> Any:
    return lambda case, facts: any(row.capacity == capacity for row in case.part("attendees"))


def attendee(case: Any, facts: Facts) -> Any:
    return case.one("attendees", facts["attendee"])


def decision(case: Any, facts: Facts) -> Any:
    return case.one("decisions", facts["decision"])


def standing(case: Any) -> list[Any]:
    return [row for row in case.part("decisions") if not row.void]


def is_whole(case: Any, facts: Facts) -> bool:
    """A unit with a day; a person only with a unit."""
    return ("owner_unit" in facts) == ("due" in facts) and (
        "owner" not in facts or "owner_unit" in facts
    )


def is_chargeable(case: Any, facts: Facts) -> bool:
    unit = facts.get("owner_unit")
    return unit is None or (scope.covers(case.unit, unit) and is_manned(unit))


ITEMS_KNOWN = rule_of_house(
    "每项议题应写明内容，或填写本街镇、您可查阅的案件编号", are_known, asks=True
)
SOURCE_KNOWN = rule_of_house(
    "提请案件应在本街镇且在您的数据范围内",
    lambda case, facts: "source" not in facts or origin(case, facts) is not None,
    asks=True,
)
ITEM_OURS = rule_of_house(
    "所属议题应为本次会议的议题",
    lambda case, facts: "item" not in facts or case.one("items", facts["item"]) is not None,
    asks=True,
)
PLANNED_AHEAD = rule_of_house(
    "会议日期不得早于通知日期", lambda case, facts: facts["planned_on"] >= facts["on"], asks=True
)
ONE_NAME = rule_of_house(
    "每名参会人员应选系统人员或填写外部人员姓名，二者择一",
    lambda case, facts: one_name_each(facts["attendees"]),
    asks=True,
)
SERVE_HERE = rule_of_house("参会的系统人员应在本街镇任职，其他人员填写姓名", serve_here, asks=True)
NOT_TWICE = rule_of_house("同一人员不得重复登记", nobody_twice, asks=True)
ATTENDEE_KNOWN = rule_of_house(
    "参会人员应为本次会议所登记", lambda case, facts: attendee(case, facts) is not None, asks=True
)
HAS_AGENDA = rule_of_house("作出决定应先有议题", lambda case, facts: bool(case.part("items")))
WHOLE = rule_of_house("交办的决定应同时写明承办单位和办理期限", is_whole, asks=True)
CHARGEABLE = rule_of_house(
    "承办单位应为召集单位本身或其下级，在册并有在岗人员", is_chargeable, asks=True
)
OWNER_SITS = rule_of_house(
    "承办人应为承办单位的在岗人员",
    lambda case, facts: sits(facts.get("owner"), facts.get("owner_unit", "")),
    asks=True,
)
DUE_AHEAD = rule_of_house(
    "办理期限不得早于当日",
    lambda case, facts: "due" not in facts or facts["due"] >= facts["on"],
    asks=True,
)
DECISION_OPEN = rule_of_house(
    "决定事项应属本次会议且未撤回",
    lambda case, facts: (row := decision(case, facts)) is not None and not row.void,
    asks=True,
)
NOT_GIVEN = rule_of_house(
    "该决定事项已交办",
    lambda case, facts: (row := decision(case, facts)) is not None and row.task_id is None,
    asks=True,
)
CHAIRED = rule_of_house("纪要应有主持人", has(Capacity.CHAIR))
RECORDED = rule_of_house("纪要应有记录人", has(Capacity.RECORDER))
ATTENDED = rule_of_house("纪要应至少有一名出席人员", has(Capacity.MEMBER))
STILL_AHEAD = rule_of_house(
    "决定事项的办理期限不得早于形成纪要之日",
    lambda case, facts: all(not row.due or row.due >= facts["on"] for row in standing(case)),
    asks=True,
)
