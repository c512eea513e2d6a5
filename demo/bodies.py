"""The standing bodies of a street: platform, stations, groups, committees."""

from collections.abc import Iterator
from datetime import date

from lawgov.organisations.models import Kind, Organisation
from lawgov.units import scope
from lawgov.units.models import Unit

from .plans import Street

FOUNDED = date(2021, 6, 1)
AGENCIES = {
    Kind.POLICE: "演示派出所",
    Kind.COURT: "演示法庭",
    Kind.PROCURATORATE: "演示检察室",
    Kind.PETITION_OFFICE: "演示信访办",
    Kind.ARBITRATION: "演示仲裁庭",
    Kind.LAW_FIRM: "演示律师事务所",
    Kind.DISTRICT_CENTRE: "演示区矛调中心",
}
LADDER = {
    scope.Level.STREET: (Kind.MEDIATION_PLATFORM, "矛调分平台"),
    scope.Level.COMMUNITY: (Kind.MEDIATION_STATION, "矛调工作站"),
    scope.Level.GRID: (Kind.MEDIATION_GROUP, "矛调工作组"),
}


def found(street: Street) -> None:
    units = Unit.objects.current().under(street.code)
    Organisation.objects.bulk_create(
        [
            *(body for unit in units.order_by("code") for body in bodies(street, unit)),
            *agencies(street),
        ]
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


def agencies(street: Street) -> Iterator[Organisation]:
    """Whom the street refers to; the centre is the district's."""
    for kind, name in AGENCIES.items():
        unit = scope.parent(street.code) if kind == Kind.DISTRICT_CENTRE else street.code
        yield Organisation(kind=kind, name=name, unit=unit, since=FOUNDED)
