"""What is asked when a dispute is logged and accepted."""

from typing import Any

from lawgov.casework.models import Entry
from lawgov.casework.procedure import Rule
from lawgov.units import scope

from ..choices import SUBTYPE, Found
from .law import MINISTRY_RULES, Facts


def round_found_one(case: Any, facts: Facts) -> bool:
    """A valid round with a find, in the unit's own line of the tree, that led to no dispute yet."""
    if "entry" not in facts:
        return True
    rounds = Entry.objects.valid().filter(kind="screening", facet=Found.DISPUTE, links=None)
    entry = rounds.filter(pk=facts["entry"]).first()
    return entry is not None and (
        scope.covers(entry.unit, case.unit) or scope.covers(case.unit, entry.unit)
    )


def finer_fits(case: Any, facts: Facts) -> bool:
    kind, finer = (facts.get(n, getattr(case.detail, n)) for n in ("type", "subtype"))
    return SUBTYPE.fits(finer, kind)


FINER = Rule(
    "细类应属于所选的纠纷类型",
    "平台办理规则",
    "",
    lambda case, facts: "subtype" not in facts or finer_fits(case, facts),
    asks=True,
)
ROUND_FOUND_ONE = Rule(
    "所填排查记录应是本单位发现纠纷、尚未登记的有效记录",
    "平台办理规则",
    "",
    round_found_one,
    asks=True,
)
ELIGIBLE = Rule(
    "须核明不属于法律规定由专门机关管辖、禁止调解，或法院、公安机关及其他机关已经受理、解决的纠纷",
    MINISTRY_RULES,
    "第二十二条",
    lambda case, facts: bool(facts.get("eligible")),
    asks=True,
)
