"""The conditions on a lead: how pressing it is at least, and when it must become a case."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from lawgov.casework.common import rule_of_house

from ..choices import Manner
from ..limits import REPEAT
from ..models import SoftMeasure
from ..priorities import priority_of

Facts = Mapping[str, Any]


def not_below_field(case: Any, facts: Facts) -> bool:
    """A smaller figure is more pressing."""
    chosen = facts.get("priority", case.detail.priority)
    return bool(chosen <= priority_of(case.unit, case.detail.field, facts["on"]))


def partners_named(case: Any, facts: Facts) -> bool:
    return facts["manner"] == Manner.COMBINED or bool(facts.get("partners"))


def is_repeat(registry: str, facts: Facts, on: date) -> bool:
    """The same one was already let off with a soft measure in this field, not long ago."""
    if not facts.get("subject"):
        return False
    measured = SoftMeasure.objects.filter(
        on__gte=on - timedelta(days=REPEAT.on(registry, on)),
        case__registry=registry,
        case__lead__subject=facts["subject"],
        case__lead__field=facts["field"],
    )
    return measured.exists()


BY_FIELD = rule_of_house(
    "优先级按领域确定，可以提高，不得低于该领域当日的设定", not_below_field, asks=True
)
PARTNERS_NAMED = rule_of_house("联合执法、协作执法应写明参与部门", partners_named, asks=True)
