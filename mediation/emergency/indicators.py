"""What the emergency teams count: incidents handled, and who is in the teams on a day."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from lawgov.organisations.models import Kind, Membership
from lawgov.units import scope
from reporting.indicators import Column, Count, Rows, Source, Stock, register
from reporting.sources import events

from .choices import INCIDENT


@dataclass(frozen=True, eq=False)
class Roster(Source):
    """Seats in bodies: neither personal nor secret to who works in their range."""

    def seen_by(self, user: Any) -> Rows:
        spans = user.spans(user.roles)
        within: Q = scope.within(self.unit, spans)
        return self.all().filter(within)


INCIDENTS = events("incident", "突发事件办理记录", type=INCIDENT)
MEMBERS = Roster(
    "应急处突队伍名册",
    Membership,
    (
        Column("team", "队伍", lambda seat: seat.organisation.name),
        Column("name", "姓名", lambda seat: seat.name),
        Column("since", "任职日期", lambda seat: seat.since),
    ),
    always={"organisation__kind": Kind.EMERGENCY_TEAM},
    unit="organisation__unit",
    on="since",
    until="until",
    related=("organisation",),
)

INDICATORS = register(
    Count(
        "emergency.incidents",
        "处置突发事件数",
        "宗",
        INCIDENTS,
        "应急处突队伍出动并处置的突发事件；只接报、未出动处置的不计。",
        basis="处置日期",
        step="handle",
    ),
    Stock(
        "emergency.team_members",
        "应急处突队伍人数",
        "人",
        MEMBERS,
        "期末在册的应急处突队员。",
        basis="任职、离任日期",
    ),
)
