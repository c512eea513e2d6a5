"""How a petition comes in: 登记, then 受理 or the way where it belongs, told within 15 days."""

from typing import Any

from lawgov.casework.facts import Choice, Day, Flag, Integer, LongText, Person, Place, Text
from lawgov.casework.models import Relation, Sensitivity
from lawgov.casework.procedure import Clock, Step
from lawgov.parties import steps as parties
from mediation.rules.law import PETITION_RULES
from mediation.rules.opening import SOURCE_KNOWN

from .choices import MATTER, Channel, Path, Purpose, Standing, Told
from .limits import OBJECT, TELL
from .rules import opening as rules
from .states import OPEN, STAFF


def begun(case: Any, facts: Any) -> dict[str, Any]:
    """What it came from; who informs against somebody is hidden from the start (第三十条)."""
    links = [{"relation": Relation.SOURCE, "entry_id": facts["entry"]}] if "entry" in facts else []
    if "source" in facts:
        links.append({"relation": Relation.SOURCE, "other_id": facts["source"]})
    informs = facts["purpose"] == Purpose.ACCUSATION
    hidden = {"sensitivity": Sensitivity.INFORMER} if informs else {}
    transferred = facts["channel"] == Channel.TRANSFERRED
    since = {"transferred_on": facts["on"]} if transferred else {}
    return {"links": links, **hidden, **since}


STEPS = {
    "register": Step(
        "登记信访", (), "registered", STAFF,
        {
            "title": Text("信访事项", most=100),
            "channel": Choice("信访形式", choices=Channel),
            "purpose": Choice("信访目的", choices=Purpose),
            "type": Choice("事项类别", choices=MATTER),
            "parties": parties.parties(),
            "persons": Integer("信访人数", required=False, least=1, most=100000),
            "representatives": Integer("代表人数", required=False, least=1, most=1000),
            "summary": LongText("信访请求及事实、理由"),
            "standing": Choice("积案情况", required=False, choices=Standing),
            "accused": Person("被检举控告人", required=False),
            "accused_unit": Place("被检举控告单位", required=False),
            "sensitivity": Choice("敏感性", required=False, choices=Sensitivity),
            "entry": Integer("接访记录", required=False, least=1, most=2**63 - 1),
            "source": Integer("来源案件", required=False, least=1, most=2**63 - 1),
            "on": Day("收到日期", required=False),
        },
        (rules.REPRESENTED, rules.RECEIVED, SOURCE_KNOWN), sets=begun, number="信访字",
    ),
    "accept": Step(
        "受理并告知", ("registered",), "accepted", STAFF,
        {
            "path": Choice("办理途径", choices=Path),
            "told_by": Choice("告知方式", choices=Told),
            "new_facts": Flag("有新的事实和理由"),
            "on": Day("受理日期", required=False),
        },
        (rules.BELONGS_HERE, rules.NOT_ENDED), style="primary",
    ),
    "redirect": Step(
        "导入其他途径", ("registered",), "redirected", STAFF,
        {
            "path": Choice("办理途径", choices=Path),
            "told_by": Choice("告知方式", choices=Told),
            "organ": Text("告知信访人向何机关提出", most=100),
            "on": Day("告知日期", required=False),
        },
        (rules.BELONGS_ELSEWHERE,), closes=True,
    ),
    "object": Step(
        "提出转送异议", ("registered",), "objected", STAFF,
        {
            "organ": Text("向何机关提出", most=100),
            "reason": LongText("异议理由"),
            "on": Day("提出日期", required=False),
        },
        (rules.WAS_TRANSFERRED, rules.OBJECT_IN_TIME), closes=True,
    ),
    "decline": Step(
        "不再受理", ("registered",), "declined", STAFF,
        {
            "final_number": Text(
                "复核意见书文号", required=False, most=100, help="在其他机关复核终结的填写"
            ),
            "reason": LongText("理由"),
            "told_by": Choice("告知方式", choices=Told),
        },
        (rules.WAS_ENDED,), closes=True,
    ),
    "mark_backlog": Step(
        "列为积案", OPEN, "", STAFF, {"reason": Text("原因")}, offer="any",
        sets=lambda case, facts: {"standing": Standing.BACKLOG},
        fits=lambda case: case.detail.standing != Standing.BACKLOG,
    ),
}  # fmt: skip
CLOCKS = (
    Clock(
        "信访受理告知", TELL, f"{PETITION_RULES}第二十二、二十三条", ("register",),
        ("accept", "redirect", "object", "decline"),
    ),
    Clock(
        "转送异议", OBJECT, f"{PETITION_RULES}第二十三条", ("register",),
        ("accept", "redirect", "object", "decline"), working=True, window=True,
        told_day="transferred_on",
    ),
)  # fmt: skip
