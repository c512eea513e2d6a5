"""The standing bodies of a street: platform, stations, groups, committees."""

from collections.abc import Iterator
from datetime import date

from lawgov.organisations.models import Kind, Organisation
from lawgov.units import scope
from lawgov.units.models import Unit

from .plans import Street

FOUNDED = date(2021, 6, 1)
LADDER = {
    scope.Level.STREET: (Kind.MEDIATION_PLATFORM, "矛调分平台"),
    scope.Level.COMMUNITY: (Kind.MEDIATION_STATION, "矛调工作站"),
    scope.Level.GRID: (Kind.MEDIATION_GROUP, "矛调工作组"),
}


def found(street: Street) -> None:
    units = Unit.objects.current().under(street.code)
    Organisation.objects.bulk_create(
        body for unit in units.order_by("code") for body in bodies(street, unit)
    )


def bodies(street: Street, unit: Unit) -> Iterator[Organisation]:
    kind, name = LADDER[scope.Level(unit.level)]
    area = street.area if kind == Kind.MEDIATION_PLATFORM else None
    if kind != Kind.MEDIATION_GROUP or street.groups:
        yield Organisation(
            kind=kind, name=f"{unit.name}{name}", unit=unit.code, since=FOUNDED, area=area
        )
    if kind != Kind.MEDIATION_GROUP:
        yield Organisation(
            kind=Kind.MEDIATION_COMMITTEE,
            name=f"{unit.name}人民调解委员会",
            unit=unit.code,
            since=FOUNDED,
        )
