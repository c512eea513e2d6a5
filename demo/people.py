"""Plainly synthetic people with their posts; nobody here could be taken for somebody."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.contrib.auth.hashers import make_password

from lawgov.people.models import MediatorKind, Post, Role, User
from lawgov.units import scope
from lawgov.units.models import Unit

from .plans import STREETS, Street

HELD_SINCE = date(2020, 1, 1)
ADMINISTRATORS = {
    "sysadmin": Role.SYSTEM_ADMIN,
    "secadmin": Role.SECURITY_ADMIN,
    "auditor": Role.AUDITOR,
}
# Login word, role, and how many of them work in the street's own office.
OFFICE = (
    ("justice", Role.JUSTICE, 2),
    ("statistician", Role.STATISTICIAN, 1),
    ("leader", Role.LEADER, 1),
    ("head", Role.ENFORCEMENT_HEAD, 1),
    ("reviewer", Role.REVIEWER, 1),
)
STREET_MEDIATORS = {
    MediatorKind.FULL_TIME: ("mediator", 3),
    MediatorKind.LAWYER: ("lawyer", 2),
    MediatorKind.COUNSELLOR: ("counsellor", 1),
}
YOUNG_LAWYERS = ("young_lawyer", 6)
PER_COMMUNITY = 2


class Person(NamedTuple):
    """Somebody yet to be entered: who, as what, where."""

    login: str
    role: Role
    unit: str
    kind: str = ""


class Worker(NamedTuple):
    user: User
    post: int


class Cast:
    """The people of one street, found by role and place."""

    def __init__(self, street: Street) -> None:
        posts = Post.objects.filter(scope.within("unit", [scope.span(street.code)]))
        self.known: dict[tuple[str, str], list[Worker]] = defaultdict(list)
        for post in posts.select_related("user").order_by("id"):
            self.known[post.role, post.unit].append(Worker(post.user, post.id))
        self.street = street.code

    def near(self, role: str, unit: str) -> list[Worker]:
        """Those of a role at the closest level at or above the unit that has any."""
        for code in (unit, *reversed(scope.ancestors(unit))):
            if (role, code) in self.known:
                return self.known[role, code]
        raise LookupError(f"{unit} 没有{Role(role).label}")

    def young_lawyers(self) -> list[Worker]:
        kind = MediatorKind.YOUNG_LAWYER
        mediators = self.known[Role.MEDIATOR, self.street]
        return [w for w in mediators if w.user.mediator_kind == kind]


def enter(street: Street) -> None:
    add([*office(street), *field(street)])


def enter_administrators() -> None:
    add([Person(login, role, scope.NATION) for login, role in ADMINISTRATORS.items()])


def office(street: Street) -> Iterator[Person]:
    for word, role, many in OFFICE:
        yield from (Person(f"{street.login}_{word}{n}", role, street.code) for n in upto(many))
    kinds = dict(STREET_MEDIATORS)
    if street.in_year(2024).lawyer_closed:
        kinds[MediatorKind.YOUNG_LAWYER] = YOUNG_LAWYERS
    for kind, (word, many) in kinds.items():
        for n in upto(many):
            yield Person(f"{street.login}_{word}{n}", Role.MEDIATOR, street.code, kind)


def field(street: Street) -> Iterator[Person]:
    """Each community its workers and a part-time mediator, each grid (or community) its walker."""
    communities = codes(street, scope.Level.COMMUNITY)
    for n, unit in enumerate(communities):
        for k in upto(PER_COMMUNITY):
            yield Person(
                f"{street.login}_community{n * PER_COMMUNITY + k}", Role.COMMUNITY_WORKER, unit
            )
        yield Person(f"{street.login}_station{n + 1}", Role.MEDIATOR, unit, MediatorKind.PART_TIME)
    for n, unit in enumerate(walked(street), 1):
        yield Person(f"{street.login}_grid{n}", Role.GRID_WORKER, unit)


def walked(street: Street) -> list[str]:
    """Where grid workers make their rounds: grids, or communities where none are drawn."""
    return codes(street, scope.Level.GRID) or codes(street, scope.Level.COMMUNITY)


def codes(street: Street, level: scope.Level) -> list[str]:
    units = Unit.objects.current().under(street.code).filter(level=level).order_by("code")
    return list(units.values_list("code", flat=True))


def upto(n: int) -> range:
    return range(1, n + 1)


def add(people: list[Person]) -> None:
    """All share one password, so one hash serves them all: it is slow on purpose."""
    password = make_password(settings.SECRETS["demo_password"])
    users = User.objects.bulk_create(
        User(username=p.login, name=shown(p), mediator_kind=p.kind, password=password)
        for p in people
    )
    Post.objects.bulk_create(
        Post(user=user, role=p.role, unit=p.unit, since=HELD_SINCE)
        for user, p in zip(users, people, strict=True)
    )


def shown(person: Person) -> str:
    serial = "".join(c for c in person.login if c.isdigit())
    label = MediatorKind(person.kind).label if person.kind else person.role.label
    return f"演示{label}{serial}"


def logins() -> Iterator[tuple[str, str, str, int]]:
    """Street, role, the first login and how many there are, for who wants to try."""
    for street in STREETS:
        posts = Post.objects.on().filter(scope.within("unit", [scope.span(street.code)]))
        seen: dict[tuple[str, str], list[str]] = defaultdict(list)
        rows = posts.order_by("id").values_list("role", "user__mediator_kind", "user__username")
        for role, kind, login in rows:
            seen[role, kind].append(login)
        for (role, kind), names in seen.items():
            label = MediatorKind(kind).label if kind else Role(role).label
            yield street.code, str(label), names[0], len(names)
    for login, role in ADMINISTRATORS.items():
        yield scope.NATION, str(role.label), login, 1
