"""What is asked when a dispute is logged and accepted."""

from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.models import Case, Entry, Link, Relation
from lawgov.casework.procedure import Rule
from lawgov.casework.questions import ask
from lawgov.units import scope

from ..choices import HOTLINE, SUBTYPE, Found
from .law import MINISTRY_RULES, Facts


def round_found_one(case: Any, facts: Facts) -> bool:
    """A valid round with a find, in the unit's own line of the tree, that led to no dispute yet;
    its photos come along, so who names it must see it."""
    if "entry" not in facts:
        return True
    seen = Entry.objects.visible_to(facts["by"], "screening") if facts["by"] else Entry.objects
    rounds = seen.filter(kind="screening", void=False, facet=Found.DISPUTE, links=None)
    entry = rounds.filter(pk=facts["entry"]).first()
    return entry is not None and (
        scope.covers(entry.unit, case.unit) or scope.covers(case.unit, entry.unit)
    )


def source_known(case: Any, facts: Facts) -> bool:
    """What is said to be the source lies in this street and is seen by who names it."""
    if "source" not in facts:
        return True
    seen = Case.objects.visible_to(facts["by"])
    return seen.filter(pk=facts["source"], registry=scope.street(case.unit)).exists()


def finer_fits(case: Any, facts: Facts) -> bool:
    kind, finer = (facts.get(n, getattr(case.detail, n)) for n in ("type", "subtype"))
    return SUBTYPE.fits(finer, kind)


def begins(source: Case) -> dict[str, Any] | None:
    """What a dispute begins with that comes of this case; none where nothing may come of it."""
    return ask(f"{source.kind}.for_dispute", source)  # type: ignore[no-any-return]


def source_fits(case: Any, facts: Facts) -> bool:
    """Of this street, seen by who registers, and not the source of a dispute already."""
    source = facts.get("source")
    if source is None:
        return True
    used = Link.objects.filter(relation=Relation.SOURCE, other=source, case__kind="dispute")
    return (
        scope.street(source.unit) == scope.street(case.unit)
        and Case.objects.visible_to(facts["by"]).filter(pk=source.pk).exists()
        and begins(source) is not None
        and not used.exists()
    )


def channel_fits(case: Any, facts: Facts) -> bool:
    known = begins(facts["source"]) if facts.get("source") else None
    return known is None or facts["channel"] == known["channel"]


SOURCE_FITS = rule_of_house(
    "来源事项应在本街镇且在您的数据范围内，可以转为纠纷，且尚未转过", source_fits, asks=True
)
CHANNEL_FITS = rule_of_house("来源应与所转的来源事项一致", channel_fits, asks=True)
SOURCE_KNOWN = rule_of_house("来源事项应在本街镇且在您的数据范围内", source_known, asks=True)
ORDER_NAMED = rule_of_house(
    "12345热线转办的须填写工单号",
    lambda case, facts: facts["channel"] != HOTLINE or bool(facts.get("source_number")),
    asks=True,
)
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
REGISTRATION = (ROUND_FOUND_ONE, FINER, SOURCE_FITS, CHANNEL_FITS, ORDER_NAMED)
