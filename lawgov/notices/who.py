"""Who is told: those at the very unit that has a turn, not everyone above or below it."""

from collections.abc import Iterable
from functools import cache

from lawgov.casework import inbox
from lawgov.casework.facts import Place
from lawgov.casework.models import Case, Event
from lawgov.people.models import Post, User
from lawgov.units import scope

MOST = 20  # people told of one thing; in a unit with more, the trays tell the rest


def nearest(unit: str, roles: Iterable[str]) -> list[int]:
    """Active people with one of these roles at this unit; where it has none, at the next above."""
    line = [unit, *reversed(scope.ancestors(unit))]
    posts = Post.objects.on().over(unit).filter(role__in=list(roles))
    held = list(posts.order_by("id").values_list("unit", "user"))
    first = next((code for code in line if code in {unit for unit, _ in held}), None)
    return list(dict.fromkeys(user for code, user in held if code == first))[:MOST]


class Circle:
    """Answers the same question once, for a run over many cases."""

    def __init__(self) -> None:
        self.nearest = cache(lambda unit, roles: nearest(unit, roles))

    def turn(self, case: Case) -> list[int]:
        """Whose turn it is: who was offered the case, who handles it, or the desk."""
        if case.offered_to:
            return self.seeing(case, self.nearest(case.offered_to, case.procedure.answerers))
        if case.handler_id and case.handler and case.handler.is_active:
            return [case.handler_id]
        roles = frozenset(r for s in inbox.moves(case.procedure, case.state) for r in s.roles)
        # What nobody leads on waits for who keeps it: a file that is open for years.
        roles = roles or frozenset(case.procedure.steps[case.procedure.opening].roles)
        return self.seeing(case, self.nearest(case.desk, roles))

    def seeing(self, case: Case, people: list[int]) -> list[int]:
        """A sensitive case is not even mentioned to who may not see it."""
        if not case.sensitivity:
            return people
        users = User.objects.filter(pk__in=people)
        return [u.pk for u in users if Case.objects.visible_to(u, case.kind).filter(pk=case.pk)]


def is_offer(event: Event) -> bool:
    """Whatever its name, a step that names the unit it hands the case to."""
    return isinstance(event.case.procedure.steps[event.step].facts.get("to"), Place)


def turn(event: Event) -> list[int]:
    return Circle().turn(event.case)


def offered(event: Event) -> list[int]:
    """Those who may answer the offer that this step made."""
    circle, case = Circle(), event.case
    return circle.seeing(
        case, circle.nearest(str(event.facts.get("to", "")), case.procedure.answerers)
    )


def offerer(event: Event) -> list[int]:
    """Who made the offer that this step answered."""
    earlier = event.case.events.filter(seq__lt=event.seq).order_by("-seq")
    return [each.by_id for each in earlier if is_offer(each) and each.by_id][:1]


def named(event: Event) -> list[int]:
    """The person to whom this step gave the case."""
    return [int(event.facts["handler"])]


def opener(event: Event) -> list[int]:
    first = event.case.events.order_by("seq").first()
    return [first.by_id] if first and first.by_id else []
