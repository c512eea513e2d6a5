"""How a platform is set up, and a question of law put to its quarter's meeting."""

from datetime import date
from typing import Any

from lawgov.casework import outbox
from lawgov.casework.models import Case
from lawgov.organisations.models import Kind, Organisation
from lawgov.people.models import User

from ..cast import COMMUNITY, GRID, STREET, today

QUESTION = {"title": "物业合同的效力", "text": "业委会未备案，其签订的合同效力如何？"}
JUDGE = {"capacity": "judge", "name": "演示法官", "position": "演示法庭"}
SINCE = date(2020, 1, 1)


def body(kind: Kind, unit: str, name: str = "", **more: Any) -> Organisation:
    return Organisation.objects.create(
        kind=kind, unit=unit, name=name or f"{unit}{kind.label}", since=SINCE, **more
    )


def ladder() -> None:
    """A platform, a station in one of the two communities, a group in the grid."""
    body(Kind.MEDIATION_PLATFORM, STREET, area=320)
    body(Kind.MEDIATION_STATION, COMMUNITY)
    body(Kind.MEDIATION_GROUP, GRID)


def quarter_meeting(by: User, unit: str = STREET) -> Case:
    return Case.open_new(
        "meeting", by=by, unit=unit, title="季度会", type="quarter", planned_on=today(),
        planned_at="09:30", place="会议室",
    )  # fmt: skip


def filed(by: User, unit: str = COMMUNITY) -> Case:
    return Case.open_new("question", by=by, unit=unit, **QUESTION)


def held(meeting: Case, by: User) -> int:
    """The meeting takes place with a judge, whose row of the attendance is told."""
    meeting.refresh_from_db()
    meeting.take("add_attendees", by=by, attendees=[JUDGE])
    meeting.take("hold", by=by, on=today())
    return int(meeting.part("attendees")[-1].pk)


def put_on(question: Case, meeting: Case, by: User) -> None:
    question.take("put_on", by=by, meeting=meeting.pk)
    outbox.drain()
