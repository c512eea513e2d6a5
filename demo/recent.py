"""What is under way today, at every stage, so that each 工作台 has something waiting."""

from collections.abc import Callable

from lawgov.people.models import Role

from .disputes import COMMUNITY_DIGITS, Desk, Story
from .people import Worker

# Days ago in working days; the sharpest are late by their clocks.
WAITING, LATE, OVERDUE = 1, 9, 38
AT_FIRST = 3  # every third dispute goes to the people whose logins are printed first


def waiting(desk: Desk, unit: str) -> None:
    Story(desk, desk.days.ago(desk.rng.randint(0, WAITING)), unit)


def today(desk: Desk, unit: str) -> None:
    Story(desk, desk.days.last, unit, "screening")


def late(desk: Desk, unit: str) -> None:
    Story(desk, desk.days.ago(LATE), unit)


def offered(desk: Desk, unit: str) -> None:
    Story(desk, desk.days.ago(3), unit).offer_up(desk.days.ago(1))


def returned(desk: Desk, unit: str) -> None:
    story = Story(desk, desk.days.ago(4), unit)
    upper = story.offer_up(desk.days.ago(3))
    role = Role.COMMUNITY_WORKER if len(upper) > len(desk.street.code) else Role.JUSTICE
    by = story.someone(role, upper)
    story.take("return_offer", by, desk.days.ago(1), reason="演示数据：请先补充双方当事人情况。")


def accepted(desk: Desk, unit: str) -> Story:
    story = Story(desk, desk.days.ago(7), unit)
    story.accept(desk.days.ago(6))
    return story


def raised(desk: Desk, unit: str) -> None:
    """Accepted in the community and offered to the street."""
    story = Story(desk, desk.days.ago(8), unit)
    if len(story.case.desk) > COMMUNITY_DIGITS:
        story.rise(desk.days.ago(8))
    story.accept(desk.days.ago(6))
    story.offer_up(desk.days.ago(1))


def at_street(desk: Desk, unit: str) -> Story:
    story = Story(desk, desk.days.ago(12), unit)
    if len(story.case.desk) > COMMUNITY_DIGITS:
        story.rise(desk.days.ago(12))
    story.rise(desk.days.ago(11))
    story.accept(desk.days.ago(10))
    return story


def to_first_mediator(desk: Desk, unit: str) -> None:
    story = at_street(desk, unit)
    story.assign(desk.days.ago(8), first(desk))


def mediating(desk: Desk, unit: str) -> None:
    story = at_street(desk, unit)
    story.assign(desk.days.ago(8), first(desk))
    story.meet(desk.days.ago(3))


def assigned(desk: Desk, unit: str) -> None:
    accepted(desk, unit).assign(desk.days.ago(4))


def overdue(desk: Desk, unit: str) -> None:
    story = Story(desk, desk.days.ago(OVERDUE), unit)
    story.accept(desk.days.ago(OVERDUE - 1))
    story.assign(desk.days.ago(OVERDUE - 2))
    story.meet(desk.days.ago(LATE))


def unperformed(desk: Desk, unit: str) -> None:
    story = accepted(desk, unit)
    story.assign(desk.days.ago(5))
    story.meet(desk.days.ago(3))
    story.agree(desk.days.ago(2))


STAGES: tuple[Callable[[Desk, str], object], ...] = (
    waiting, offered, mediating, late, returned, to_first_mediator, accepted, today,
    assigned, overdue, unperformed, raised,
)  # fmt: skip


def first(desk: Desk) -> Worker:
    return desk.cast.near(Role.MEDIATOR, desk.street.code)[0]


def go_on(desk: Desk) -> None:
    for place in range(desk.street.recent):
        unit = desk.places[0] if place % AT_FIRST == 0 else desk.rng.choice(desk.places)
        STAGES[place % len(STAGES)](desk, unit)
