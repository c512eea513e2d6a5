"""How a penalty case stands between its draft and its decision."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.timezone import localdate

from enforcement.standards import bands, hearings
from enforcement.standards.choices import Matter, Penalty
from lawgov.parties.models import Age, Charged, PartyKind
from lawgov.privacy import identity

from .choices import Outcome

Facts = Mapping[str, Any]
TEXT = ("facts", "proof", "basis", "reasons", "decision")
# 行政处罚法第六十三条第一款第三、四项: heard whatever the sum.
HEARD_KINDS = frozenset(
    {Penalty.DOWNGRADE, Penalty.REVOCATION, Penalty.STOPPAGE, Penalty.CLOSURE, Penalty.BAR}
)
RESPONSIBLE_FROM, FULLY_FROM = 14, 18  # 第三十条


def day(facts: Facts) -> date:
    """The day a step counts on; before the form is shown, today."""
    return facts.get("on") or localdate()


def charged(case: Any) -> list[Any]:
    """The parties against whom the case goes."""
    return [row for row in case.part("parties") if row.side == Charged.PARTY]


def party_kind(case: Any) -> str:
    """Where a person is charged too, the thresholds of persons hold: they protect more."""
    kinds = {row.kind for row in charged(case)}
    return PartyKind.ORGANISATION if kinds == {PartyKind.ORGANISATION} else PartyKind.PERSON


def years(party: Any, on: date) -> int | None:
    """How old a charged person was; None where nothing says it."""
    if party.kind != PartyKind.PERSON or not party.id_number:
        return None
    return identity.age(identity.birth_date(party.id_number), on)


def is_child(case: Any) -> bool:
    """Some charged person was under fourteen when the act was done."""
    known = [years(row, case.detail.act_on) for row in charged(case)]
    return any(age is not None and age < RESPONSIBLE_FROM for age in known)


def is_youth(case: Any) -> bool:
    """Fourteen to seventeen; a minor whose age is only said counts as one."""
    return any(
        row.age in (Age.MINOR, Age.EARNING)
        if (age := years(row, case.detail.act_on)) is None
        else RESPONSIBLE_FROM <= age < FULLY_FROM
        for row in charged(case)
    )


def is_minor(case: Any) -> bool:
    return is_child(case) or is_youth(case)


def to_publish(case: Any, on: date) -> dict[str, date]:
    """From when a decision waits to be made public; that of a minor never does (art. 48, 50)."""
    return {} if is_minor(case) else {"publish_from": on}


def draft(case: Any) -> Any:
    """The last version of what is proposed."""
    return next(reversed(case.part("drafts")), None)


def version_at(case: Any, step: str) -> int:
    """Which version stood when this step was last taken; 0 if it never was."""
    seen = found = 0
    for event in case.history:
        seen += event.step == "draft"
        found = seen if event.step == step else found
    return found


def told_draft(case: Any) -> Any:
    """The version that the party was told of."""
    version = version_at(case, "notify")
    return next((row for row in case.part("drafts") if row.version == version), None)


def last(case: Any, *steps: str) -> Any:
    """The last event of one of these steps."""
    return next((e for e in reversed(case.history) if e.step in steps), None)


def open_defence(case: Any) -> Any:
    return next((row for row in case.part("defences") if row.weighed_on is None), None)


def hearing(case: Any) -> Any:
    return next(reversed(case.part("hearings")), None)


def held_hearing(case: Any) -> Any:
    return next((row for row in reversed(case.part("hearings")) if row.held_on), None)


def was_heard(case: Any) -> bool:
    """Since it was asked for."""
    row, asked = held_hearing(case), case.detail.hearing_asked_on
    return row is not None and asked is not None and row.held_on >= asked


def told_as_it_is(case: Any) -> bool:
    """Since the notice nobody has come in who is charged, and the power is the same."""
    notice = last(case, "notify")
    if notice is None:
        return False
    later = [event for event in case.history if event.seq > notice.seq and event.step == "correct"]
    return notice.facts.get("charged") == len(charged(case)) and not any(
        "power" in event.facts for event in later
    )


def decision(case: Any) -> Any:
    return next(iter(case.part("decisions")), None)


def outside_band(case: Any, given: Facts, on: date) -> bool:
    """Beyond what the published bands allow, where the unit has any for the power (art. 34)."""
    if given["outcome"] != Outcome.PENALTY:
        return False
    where = (case.unit, case.detail.power)
    band = bands.find(*where, given.get("band", ""), on, party_kind(case))
    if band is None:
        return bool(bands.held(*where, party_kind(case), on))
    return not band.holds(list(given.get("kinds", ())), given.get("fine", 0))


def matters(case: Any, given: Facts, on: date) -> list[str]:
    """What brings a draft under review beside the kinds of penalty; the gate derives the same."""
    found = {
        Matter.HEARD: held_hearing(case) is not None,
        Matter.COMPLEX: case.detail.complex,
        Matter.PUBLIC: case.detail.public_interest,
        Matter.OUTSIDE: outside_band(case, given, on),
        Matter.EXEMPT: given["outcome"] != Outcome.PENALTY,
    }
    return sorted(matter for matter, holds in found.items() if holds)


def may_be_heard(case: Any, given: Any, on: date) -> bool:
    """The party may ask for a hearing (art. 63)."""
    threshold = hearings.threshold(case.unit, party_kind(case), on)
    return bool(
        HEARD_KINDS & set(given.kinds) or given.fine >= threshold or given.confiscated >= threshold
    )


def needs_discussion(case: Any, on: date) -> bool:
    """情节复杂或者重大违法行为 (art. 57): named as such, or as grave as what may be heard."""
    row = draft(case)
    named = case.detail.complex or case.detail.public_interest
    return bool(row and row.outcome == Outcome.PENALTY) and (named or may_be_heard(case, row, on))


def rank(kinds: Any) -> int:
    """How heavy the heaviest kind is; nothing is lighter than none."""
    order = list(Penalty.values)
    return max((order.index(kind) for kind in kinds), default=-1)


def is_heavier(new: Any, old: Any) -> bool:
    """More to pay, a graver kind, or a kind more."""
    return (
        new.fine > old.fine
        or new.confiscated > old.confiscated
        or rank(new.kinds) > rank(old.kinds)
        or not set(new.kinds) <= set(old.kinds)
    )
