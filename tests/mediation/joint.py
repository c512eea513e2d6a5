"""Agencies of the street, and how a dispute is referred, conferred on and planned."""

from typing import Any

from lawgov.casework import outbox
from lawgov.casework.models import Case
from lawgov.meetings.choices import Type
from lawgov.organisations.models import Kind, Organisation
from tests.cast import COMMUNITY, STREET, today

THERE = [
    {"capacity": "member", "user": "leader"},
    {"capacity": "recorder", "user": "statistician"},
]
JUDGE = {"capacity": "judge", "name": "赵法官", "position": "某法庭"}
COUNSEL = {"capacity": "counsel", "name": "钱律师", "position": "某律师事务所"}


def agency(kind: str = Kind.POLICE, unit: str = STREET, **changes: Any) -> Organisation:
    facts = {"name": f"某{Kind(kind).label}", "since": "2020-01-01"} | changes
    return Organisation.objects.create(kind=kind, unit=unit, **facts)


def asked(body: Organisation, **changes: Any) -> dict[str, Any]:
    return {"agency": body.pk, "reason": "须共同办理"} | changes


def row(case: Case) -> Any:
    return case.referrals.order_by("-pk").first()


def fresh(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def called(cast: Any, *about: Case, kind: str = Type.CONFERENCE) -> Case:
    return Case.open_new(
        "meeting", by=cast.justice, unit=STREET, title="会商", type=kind, planned_on=today(),
        planned_at="09:30", place="会议室", chair=cast.justice.username,
        items=[{"number": case.number} for case in about],
    )  # fmt: skip


def conference(
    cast: Any, *about: Case, experts: tuple[Any, ...] = (JUDGE, COUNSEL), charged: bool = True,
    kind: str = Type.CONFERENCE,
) -> Case:  # fmt: skip
    """Called, held and minuted; what it decided is for the first of the disputes."""
    case = called(cast, *about, kind=kind)
    case.take("add_attendees", by=cast.justice, attendees=[*THERE, *experts])
    case.take("hold", by=cast.justice, on=today())
    owner = {"owner_unit": COMMUNITY, "due": today()} if charged else {}
    item = fresh(case).part("items")[0].pk
    case = fresh(case)
    case.take("decide", by=cast.justice, text="社区十日内走访双方", item=item, **owner)
    case.take("minute", by=cast.justice, minutes="会商研究了化解办法。")
    outbox.drain()
    return fresh(case)


def major(cast: Any, case: Case) -> Case:
    case.take("mark_major", by=cast.mediator, reason="涉及多户，矛盾多年")
    return case
