"""How a dispute comes in: 登记, 受理, 更正."""

from typing import Any

from lawgov.casework import common, upload
from lawgov.casework.about import About
from lawgov.casework.facts import (
    Choice,
    Day,
    Flag,
    Integer,
    LongText,
    Money,
    Several,
    Text,
)
from lawgov.casework.models import Attachment, Entry, Relation, Sensitivity
from lawgov.casework.procedure import KNOWINGLY, Clock, Step
from lawgov.handovers.referring import ANSWERED
from lawgov.parties import steps as parties
from lawgov.parties.models import Side

from . import limits, same
from .choices import (
    CHANNEL,
    DISPUTE_TYPE,
    FACTOR,
    SUBTYPE,
    Basis,
    Organ,
    Risk,
)
from .grading import graded
from .rules import opening as rules
from .rules.grading import LED
from .rules.routing import BY_MEDIATION
from .rules.standing import NOT_REFUSED, POLICE_TOLD
from .states import ALL, OFFICE, OPEN


def sources(case: Any, facts: Any) -> dict[str, Any]:
    """What the dispute came from: a case, a number kept elsewhere, a round of screening."""
    named = {
        "other": facts.get("source"),
        "outside": facts.get("source_number"),
        "entry_id": facts.get("entry"),
    }
    rows = [{column: value} for column, value in named.items() if value]
    links = [{"relation": Relation.SOURCE, **row} for row in rows]
    return {"links": links, "attachments": brought(case, facts)}


def brought(case: Any, facts: Any) -> list[dict[str, Any]]:
    """The photos that come with the dispute, and those of the round that found it."""
    own = upload.keep_all(case, facts)["attachments"] if "file" in facts else []
    if not (entry := facts.get("entry")):
        return own
    kept = Attachment.objects.filter(entry=entry).order_by("pk")
    known = {row["sha256"] for row in own}
    found = upload.carried(kept, "来自排查记录")
    return own + [row for row in found if row["sha256"] not in known]


def hidden(facts: Any) -> dict[str, Any]:
    """What comes of a case that few may see is seen by few, however the form was sent."""
    source = facts.get("source")
    kept = facts.get("sensitivity") or (source.sensitivity if source else "")
    return {"sensitivity": kept} if kept else {}


def registered(case: Any, facts: Any) -> dict[str, Any]:
    return sources(case, facts) | graded(case, facts) | hidden(facts) | spotted(facts)


def spotted(facts: Any) -> dict[str, Any]:
    """A dispute found on a round lies where the round went, unless another place is written."""
    if "place" in facts or not (entry := facts.get("entry")):
        return {}
    spot = Entry.objects.filter(pk=entry).values_list("data__spot", flat=True).first()
    return {"place": spot} if spot else {}


def corrected(case: Any, facts: Any) -> dict[str, Any]:
    """A finer type that does not stand beside the new type goes with the old one."""
    keeps = "subtype" in facts or rules.finer_fits(case, facts)
    return ({} if keeps else {"subtype": ""}) | graded(case, facts)


REGISTRATION = {
    "title": Text("纠纷名称", most=100, help="如：楼上漏水引发的邻里纠纷"),
    "channel": Choice("来源", choices=CHANNEL),
    "source_number": Text("来源编号", required=False, most=100, help="热线工单号、法院案号等"),
    "type": Choice("纠纷类型", choices=DISPUTE_TYPE),
    "subtype": Choice("细类", required=False, choices=SUBTYPE),
    "parties": parties.parties(),
    "summary": LongText("纠纷简要情况"),
    "place": Text("发生地点", required=False, help="排查发现的，不填即排查地点"),
    "amount": Money("标的金额", required=False),
    "people": Integer("涉及人数", required=False, least=1, most=100000),
    "risk": Choice("风险等级", required=False, choices=Risk),
    "factors": Several("风险因素", required=False, choices=FACTOR),
    "sensitivity": Choice("敏感性", required=False, choices=Sensitivity),
    "entry": Integer("排查记录", required=False, least=1),
    KNOWINGLY: Flag("已核对，与已登记的不是同一件"),
    "source": About("来源事项", required=False, question="for_dispute", verb="转为纠纷"),
    "file": upload.Files("现场照片、材料", required=False),
    "on": Day("登记日期", required=False),
}

STEPS = {
    "register": Step(
        "登记", (), "registered", ALL, REGISTRATION, (*rules.REGISTRATION, common.IN_DAY),
        sets=registered, number="人调字", doubts=same.doubts,
    ),
    "accept": Step(
        "受理", ("registered",), "accepted", OFFICE,
        {
            "basis": Choice("受理方式", choices=Basis),
            "eligible": Flag("已核明属于人民调解范围，未被其他机关受理"),
            "on": Day("受理日期", required=False),
        },
        (rules.ELIGIBLE, NOT_REFUSED, LED, ANSWERED, BY_MEDIATION), style="primary",
    ),
    "reject": Step(
        "不予受理", ("registered",), "rejected", OFFICE,
        {"reason": LongText("理由"), "organ": Choice("指引去向", choices=Organ)},
        (POLICE_TOLD,), closes=True,
    ),
    "refuse": Step(
        "当事人拒绝", OPEN, "", OFFICE,
        {"side": Choice("拒绝的一方", choices=Side), "on": Day("日期")},
        sets=lambda case, facts: {"refused_on": facts["on"]},
        fits=lambda case: case.detail.refused_on is None,
    ),
    "correct": Step(
        "更正登记", OPEN, "", OFFICE,
        {
            "title": Text("纠纷名称", required=False, most=100),
            "channel": Choice("来源", required=False, choices=CHANNEL),
            "summary": LongText("纠纷简要情况", required=False),
            "type": Choice("纠纷类型", required=False, choices=DISPUTE_TYPE),
            "subtype": Choice("细类", required=False, choices=SUBTYPE),
            "amount": Money("标的金额", required=False),
            "people": Integer("涉及人数", required=False, least=1, most=100000),
            "factors": Several("风险因素", required=False, choices=FACTOR),
            "sensitivity": Choice("敏感性", required=False, choices=Sensitivity),
            "place": Text("发生地点", required=False),
            "reason": Text("更正原因"),
        },
        (rules.FINER,), offer="any", sets=corrected, corrects=True,
    ),
}  # fmt: skip
CLOCKS = (
    Clock(
        "受理审查", limits.ACCEPT, "平台办理规则", ("register",),
        ("accept", "reject", "withdraw", "refer", "turn_back", "agency_accepts"), working=True,
    ),
)  # fmt: skip
