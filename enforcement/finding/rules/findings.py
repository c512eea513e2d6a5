"""The conditions on a finding: its tag, its class, who gets it, and the photo that closes it."""

from collections.abc import Mapping
from typing import Any

from enforcement.standards import tags
from lawgov.casework.common import rule_of_house, took
from lawgov.casework.models import Entry
from lawgov.tasks.rules import is_manned
from lawgov.units import scope

from ..choices import Channel

Facts = Mapping[str, Any]
DOING = ("feed_back",)


def is_tagged(case: Any, facts: Facts) -> bool:
    """With a last tag of the tree that holds in the unit that day."""
    return any(each.code == facts["tag"] for each in tags.leaves(case.unit, facts["on"]))


def is_classed(case: Any, facts: Facts) -> bool:
    return facts["channel"] != Channel.VIDEO or bool(facts.get("disorder") and facts.get("camera"))


def in_street(case: Any, facts: Facts) -> bool:
    if facts["desk"] == case.unit:
        return True
    return scope.covers(scope.street(case.unit), facts["desk"]) and is_manned(facts["desk"])


def is_view(media_type: str) -> bool:
    return media_type.startswith(("image/", "video/"))


has_handled = took(*DOING)  # who handled it does not also check it


def patrol_known(case: Any, facts: Facts) -> bool:
    """A patrol of the same street that was not voided."""
    if "patrol" not in facts:
        return True
    street = scope.within("unit", [scope.span(scope.street(case.unit))])
    rows = Entry.objects.visible_to(facts["by"], "patrol").valid()
    return bool(rows.filter(street, pk=facts["patrol"]).exists())


TAGGED = rule_of_house("发现须打上本单位当日在用的问题标签（末级）", is_tagged, asks=True)
CLASSED = rule_of_house("视频巡查发现须写明市容六乱的类别和摄像头", is_classed, asks=True)
IN_STREET = rule_of_house("处置单位应在本街镇、在册并有在岗人员", in_street, asks=True)
WITH_PHOTO = rule_of_house(
    "处置反馈须附处置后的照片或录像",
    lambda case, facts: any(is_view(f.format.media_type) for f in facts.get("file", ())),
    asks=True,
)
PHOTO_KEPT = rule_of_house(
    "结案须有有效的处置照片或录像",
    lambda case, facts: any(is_view(r.media_type) for r in case.part("attachments") if not r.void),
)
PATROL_KNOWN = rule_of_house("巡查记录应属本街镇、有效且在您的数据范围内", patrol_known, asks=True)
