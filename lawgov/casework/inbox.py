"""What waits for a person: the trays of the workbench, which are also filters of the list."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Q, Value
from django.utils.timezone import localdate

from lawgov.people.models import Role, User
from lawgov.units import scope
from lawgov.workdays import calendar

from .limits import NEAR
from .models import Case, Event
from .procedure import Procedure, Step

CAP = 99  # a tray that holds more says so; nobody needs the exact number, and it costs


class Tray(NamedTuple):
    label: str
    holds: Callable[[User, Procedure], Q]
    help: str = ""
    for_readers: bool = False  # also shown to who only reads


def moves(procedure: Procedure, state: str) -> Iterator[Step]:
    """The steps that bring a case on from a state: none that only adds to it or repeats it, and
    none that begins again what is over."""
    for step in procedure.steps_from(state).values():
        if not step.offer and not step.reopens and step.sources != ("*",) and step.target != state:
            yield step


def at_my_desk(user: User, procedure: Procedure) -> Q:
    """Cases at a desk of the user's, in states from which the user's roles lead on."""
    states = defaultdict(list)
    for state in procedure.states:
        roles: dict[str, set[Role]] = defaultdict(set)
        for step in moves(procedure, state):
            roles[step.at].update(step.roles)
        for at, who in roles.items():
            states[at, frozenset(who)].append(state)
    q = Q(pk__in=[])
    for (at, held_by), names in states.items():
        q |= REACH[at](user, held_by) & Q(state__in=names)
    return q & Q(offered_to="")


def seated(user: User, roles: frozenset[Role]) -> Q:
    return Q(desk__in={seat.unit for seat in user.seats if seat.role in roles})


# Where a step may be taken -> the cases at which the holder of these roles may take it.
REACH: dict[str, Callable[[User, frozenset[Role]], Q]] = {
    "desk": lambda user, roles: scope.within("desk", user.spans(roles)),
    "own": seated,
    "unit": lambda user, roles: scope.within("unit", user.spans(roles)),
}


def todo(user: User, procedure: Procedure) -> Q:
    return at_my_desk(user, procedure) & Q(closed_on=None)


def follow(user: User, procedure: Procedure) -> Q:
    return at_my_desk(user, procedure) & Q(closed_on__isnull=False)


def mine(user: User, procedure: Procedure) -> Q:
    return Q(handler=user, closed_on=None)


def offered(user: User, procedure: Procedure) -> Q:
    """Offered to a unit where the user may accept or return."""
    return scope.within("offered_to", user.spans(procedure.answerers))


def returned(user: User, procedure: Procedure) -> Q:
    return at_my_desk(user, procedure) & Q(returned=True, closed_on=None)


def late(user: User, procedure: Procedure) -> Q:
    return Q(due_on__lt=localdate())


def soon(user: User, procedure: Procedure) -> Q:
    today = localdate()
    return Q(due_on__gte=today, due_on__lte=last_near(today))


def last_near(today: date) -> date:
    last = calendar.add(today, NEAR.on(), working=True).day
    return max(last, today + timedelta(days=1))


def done(user: User, procedure: Procedure) -> Q:
    return Q(pk__in=Event.objects.taken_by(user, procedure.kind).values("case"))


TRAYS = {
    "todo": Tray("待办理", todo, "本单位经办、我的岗位可以往下办的"),
    "mine": Tray("我承办", mine, "分派给我、尚未办结的"),
    "offered": Tray("待接收", offered, "上报或下派到本单位、等待接收的"),
    "returned": Tray("被退回", returned, "移交后被对方退回的"),
    "soon": Tray("即将到期", soon, "期限将近、已亮黄灯的", True),
    "late": Tray("已逾期", late, "数据范围内已过期限的", True),
    "follow": Tray("待回访归档", follow, "已办结，尚待履行、回访或归档的"),
    "done": Tray("已办", done, "我办理过任一环节的，新登记的在前"),
}


def counts(user: User, procedure: Procedure) -> dict[str, int]:
    """How many cases each tray holds, up to one above the cap, in one query."""
    visible = Case.objects.visible_to(user, procedure.kind)
    first, *rest = (
        visible.filter(tray.holds(user, procedure)).values_list(Value(name))[: CAP + 1]
        for name, tray in TRAYS.items()
    )
    found = dict.fromkeys(TRAYS, 0)
    for (name,) in first.union(*rest, all=True):
        found[name] += 1
    return found
