"""What the law asks of what is proposed: kinds, sums, and whom it may not touch."""

from dataclasses import replace
from types import SimpleNamespace
from typing import Any

from enforcement.standards import bands
from enforcement.standards.choices import Penalty
from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule

from .. import standing
from ..choices import Outcome
from ..standing import day
from .opening import LAW, SINCE, Facts, same_act


def proposed(case: Any, facts: Facts) -> Any:
    """The outcome, kinds and sums in question: those being drafted, else the last draft's."""
    if "outcome" not in facts:
        return standing.draft(case) or SimpleNamespace(
            outcome=Outcome.MINOR, kinds=[], fine=0, confiscated=0, band="", reasons=""
        )
    kept = {"kinds": [], "fine": 0, "confiscated": 0, "band": "", "reasons": ""}
    return SimpleNamespace(**{**kept, **facts})


def agrees_with_itself(case: Any, facts: Facts) -> bool:
    row = proposed(case, facts)
    if row.outcome != Outcome.PENALTY:
        return not (row.kinds or row.fine or row.confiscated)
    fined = (row.fine > 0) == (Penalty.FINE in row.kinds)
    return bool(row.kinds) and fined and (not row.confiscated or Penalty.CONFISCATION in row.kinds)


def given(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in ("outcome", "kinds", "fine", "band")}


def in_band(case: Any, facts: Facts) -> bool:
    """Inside, or openly outside with reasons; review is then demanded by the catalogue's rule."""
    row = proposed(case, facts)
    openly = bool(facts.get("outside")) and bool(row.reasons)
    return openly or not standing.outside_band(case, given(row), day(facts))


def decided_in_band(case: Any, facts: Facts) -> bool:
    """A draft outside the bands said so and why; one that was inside may have been overtaken."""
    row = standing.draft(case)
    return (
        row is None
        or not standing.outside_band(case, given(row), day(facts))
        or bool(row.reasons and "outside" in row.matters)
    )


def spares_children(case: Any, facts: Facts) -> bool:
    return proposed(case, facts).outcome != Outcome.PENALTY or not standing.is_child(case)


def lighter_for_youth(case: Any, facts: Facts) -> bool:
    """In the lower half of the band, or below it; where there is none, with reasons."""
    row = proposed(case, facts)
    if row.outcome != Outcome.PENALTY:
        return True
    where = (case.unit, case.detail.power, row.band, day(facts), standing.party_kind(case))
    band = bands.find(*where)
    low = band is None or row.fine * 2 <= band.least + band.most
    return low and bool(row.reasons)


def one_fine(case: Any, facts: Facts) -> bool:
    """No other decision in force fines the same party for the same act."""
    fined = {"penalty_decision__fine__gt": 0, "penalty_decision__annulled_on": None}
    return not proposed(case, facts).fine or not same_act(case).filter(**fined).exists()


def not_heavier(case: Any, facts: Facts) -> bool:
    """Measured against what the party was told before it defended itself."""
    told = standing.told_draft(case)
    return told is None or not standing.is_heavier(proposed(case, facts), told)


def has_defended(case: Any) -> bool:
    return bool(case.part("defences")) or standing.held_hearing(case) is not None


AGREES = rule_of_house(
    "处罚种类与金额须一致：罚款填写金额，没收填写没收种类，不予处罚不填种类和金额",
    agrees_with_itself,
    asks=True,
)
IN_BAND = Rule(
    "罚款和处罚种类应当在所选裁量档次之内；超出裁量基准的，须注明并写明裁量理由，经法制审核",
    LAW, "第三十四条", in_band, asks=True, since=SINCE,
)  # fmt: skip
DECIDED_IN_BAND = Rule(
    "决定的罚款和处罚种类应当在裁量基准之内，超出的须在拟作决定中注明并说明理由",
    LAW, "第三十四条", decided_in_band, since=SINCE,
)  # fmt: skip
NO_CHILD = Rule(
    "不满十四周岁的未成年人有违法行为的，不予处罚，责令监护人加以管教",
    LAW, "第三十条", spares_children, asks=True, since=SINCE, concerns=standing.is_child,
)  # fmt: skip
YOUTH_LIGHTER = Rule(
    "已满十四周岁不满十八周岁的，应当从轻或者减轻处罚：罚款不超过所选档次的中间数，并写明理由",
    LAW, "第三十条", lighter_for_youth, asks=True, since=SINCE, concerns=standing.is_youth,
)  # fmt: skip
ONE_FINE = Rule(
    "对当事人的同一个违法行为，不得给予两次以上罚款",
    LAW, "第二十九条", one_fine, asks=True, since=SINCE,
)  # fmt: skip
NOT_HEAVIER = Rule(
    "不得因当事人陈述、申辩而给予更重的处罚",
    LAW, "第四十五条", not_heavier, asks=True, since=SINCE, concerns=has_defended,
)  # fmt: skip
# The same once more of the draft that is decided on: the law, or the day, may be another by then.
DECIDED = tuple(
    replace(rule, asks=False) for rule in (NO_CHILD, YOUTH_LIGHTER, ONE_FINE, NOT_HEAVIER)
)
