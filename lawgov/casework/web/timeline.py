"""The history of a case as a page tells it: who, from which post, when, what, in words."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.utils.timezone import localdate

from lawgov.people.models import User
from lawgov.privacy.masks import mask_text
from lawgov.units.models import full_names

from ..facts import People, Person, Place
from ..models import Case, Event
from ..moves import stated


class Told(NamedTuple):
    event: Event
    who: str
    post: str
    change: str
    stay: str  # how long the case then stood in that state
    lines: list[tuple[str, str]]


def timeline(case: Case) -> list[Told]:
    """Newest first; units and people are looked up once for all events."""
    said = [(event, stated(event)) for event in case.history]
    values = [(fact, value) for _, pairs in said for fact, value in pairs]
    units = full_names(
        [event.post.unit for event, _ in said if event.post]
        + [value for fact, value in values if isinstance(fact, Place)]
    )
    ids = {pk for fact, value in values if isinstance(fact, Person | People) for pk in each(value)}
    people = dict(User.objects.filter(pk__in=ids).values_list("pk", "name")) if ids else {}
    called = {Place: units, Person: people, People: people}
    stays = lasted(case)
    return [
        told(case, event, pairs, called, stays.get(event.seq, ""))
        for event, pairs in reversed(said)
    ]


def lasted(case: Case) -> dict[int, str]:
    """By event, how long the state lasted that it brought about; until today, if it still does."""
    turns = [event for event in case.history if event.source != event.target]
    ends = [event.on for event in turns[1:]] + [localdate()]
    days = {e.seq: (end - e.on).days for e, end in zip(turns, ends, strict=True)}
    words = {seq: f"停留{n}天" if n else "停留不足1天" for seq, n in days.items()}
    if turns and case.closed_on:  # nothing waits any more
        words.pop(turns[-1].seq)
    elif turns:
        words[turns[-1].seq] = f"至今{days[turns[-1].seq]}天"
    return words


def told(
    case: Case, event: Event, pairs: Iterable[Any], called: dict[type, Any], stay: str
) -> Told:
    post = event.post
    place = called[Place].get(post.unit, post.unit) if post else ""
    states, step = case.procedure.states, case.procedure.steps[event.step]
    return Told(
        event,
        who=event.by.name if event.by else ("群众" if step.public else "系统"),
        post=f"{place} {post.get_role_display()}" if post else "",
        change=states[event.target] if event.source != event.target else "",
        stay=stay,
        lines=[(fact.label, words(case, fact, value, called)) for fact, value in pairs],
    )


def words(case: Case, fact: Any, value: Any, called: dict[type, Any]) -> str:
    known = called.get(type(fact))
    if known is None:
        return mask_text(fact.told(value, case))
    return "、".join(known.get(one, str(one)) for one in each(value))


def each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]
