"""1+17+192: the bodies of a street against its unit tree, and what lacks."""

from collections import Counter
from datetime import date
from typing import Any, NamedTuple

from lawgov.handovers.agencies import AGENCIES
from lawgov.organisations.models import Capacity, Kind, Membership, Organisation
from lawgov.units.models import Unit, full_names
from lawgov.units.periods import in_force
from lawgov.units.scope import Level

PAIRS = (
    (Kind.MEDIATION_PLATFORM, Level.STREET),
    (Kind.MEDIATION_STATION, Level.COMMUNITY),
    (Kind.MEDIATION_GROUP, Level.GRID),
)
HEADS = 2  # 双组长: 街道工委书记、办事处主任
LEAST, MOST = 3, 9  # members of a committee, 人民调解法第八条


class Rung(NamedTuple):
    """One level: its bodies, its units, and the units with none or with a body too many."""

    label: str
    bodies: int
    level: str
    units: int
    lacking: list[tuple[str, str]]
    astray: list[str]  # bodies that lie on no unit of the level

    @property
    def is_whole(self) -> bool:
        return not self.lacking and not self.astray


def rungs(street: str, day: date) -> list[Rung]:
    bodies = list(Organisation.objects.in_force(day).under(street).filter(kind__in=dict(PAIRS)))
    units = list(Unit.objects.on(day).under(street).values_list("code", "level"))
    return [rung(kind, level, bodies, units) for kind, level in PAIRS]


def rung(kind: Kind, level: Level, bodies: list[Organisation], units: list[Any]) -> Rung:
    codes = [code for code, held in units if held == level]
    own = [body for body in bodies if body.kind == kind]
    there = {body.unit for body in own}
    lacking = sorted(set(codes) - there)
    called = full_names(lacking)
    astray = [body.name for body in own if body.unit not in set(codes)]
    named = [(code, called.get(code, code)) for code in lacking]
    return Rung(str(kind.label), len(own), str(level.label), len(codes), named, astray)


class Roster(NamedTuple):
    """A body with who sits in it, and what its membership lacks."""

    body: Organisation
    members: list[Membership]
    lacks: list[str]


def rosters(street: str, day: date) -> list[Roster]:
    """The street's leading group, its platform and its committee."""
    kinds = (Kind.LEADING_GROUP, Kind.MEDIATION_PLATFORM, Kind.MEDIATION_COMMITTEE)
    bodies = Organisation.objects.in_force(day).filter(unit=street, kind__in=kinds)
    sitting = Membership.objects.filter(in_force(day), organisation__in=bodies)
    rows = list(sitting.select_related("user").order_by("capacity", "pk"))
    ordered = sorted(bodies, key=lambda body: (kinds.index(Kind(body.kind)), body.pk))
    return [roster(body, [r for r in rows if r.organisation_id == body.pk]) for body in ordered]


def roster(body: Organisation, members: list[Membership]) -> Roster:
    held = Counter(row.capacity for row in members)
    lacks = []
    if body.kind == Kind.LEADING_GROUP and held[Capacity.HEAD] != HEADS:
        lacks.append(f"领导小组应有双组长，现有{held[Capacity.HEAD]}人")
    if body.kind == Kind.MEDIATION_COMMITTEE:
        if not LEAST <= len(members) <= MOST:
            lacks.append(f"委员应为{LEAST}至{MOST}人（《人民调解法》第八条），现有{len(members)}人")
        if held[Capacity.HEAD] != 1:
            lacks.append("应设主任一人（《人民调解法》第八条）")
    return Roster(body, members, lacks)


def missing(found: list[Roster]) -> list[str]:
    there = {each.body.kind for each in found}
    return [] if Kind.LEADING_GROUP in there else ["还没有登记领导小组"]


def seated(street: str, day: date) -> Any:
    """Agencies that have moved into the platform, or serve the street from where they are."""
    bodies = Organisation.objects.in_force(day).under(street).filter(kind__in=AGENCIES)
    return bodies.select_related("above").order_by("kind", "name")


def founded(street: str) -> date | None:
    first = Organisation.objects.filter(unit=street, kind=Kind.MEDIATION_PLATFORM)
    return first.order_by("since").values_list("since", flat=True).first()
