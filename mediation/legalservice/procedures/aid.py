"""What can happen to a request for legal aid: applied, checked, passed on, assigned, closed."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.about import About
from lawgov.casework.facts import Choice, Day, Flag, LongText, Text
from lawgov.casework.models import Relation, Sensitivity
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.casework.upload import Files, keep_all
from lawgov.organisations.facts import Body
from lawgov.organisations.models import Kind
from lawgov.parties import steps as parties

from .. import limits
from ..choices import AID_MATTER, AidResult, Ground, Means
from ..rules import aid as rules
from ..who import FIELD, OFFICE, READERS, TRUSTED

STATES = {
    "applied": "已申请",
    "supplementing": "补充材料",
    "checked": "初审通过",
    "passed": "已转送",
    "granted": "已给予援助",
    "assigned": "已指派",
    "closed": "已结案",
    "declined": "初审不符",
    "refused": "不予援助",
    "lapsed": "视为撤回",
    "withdrawn": "已撤回",
}
COLOURS = {
    "applied": "primary", "supplementing": "warning", "checked": "info", "passed": "info",
    "granted": "success", "assigned": "success", "closed": "dark", "refused": "danger",
}  # fmt: skip
EARLY = ("applied", "supplementing", "checked", "passed", "granted")
OPEN = (*EARLY, "assigned")


def applied(case: Any, facts: Any) -> dict[str, Any]:
    """What it came from stays linked, and hidden where that was hidden."""
    files = keep_all(case, facts) if "file" in facts else {}
    if (source := facts.get("source")) is None:
        return files
    hidden = facts.get("sensitivity") or source.sensitivity
    kept = {"sensitivity": hidden} if hidden else {}
    return {**files, **kept, "links": [{"relation": Relation.SOURCE, "other": source}]}


def added(case: Any, facts: Any) -> dict[str, Any]:
    return keep_all(case, facts) if "file" in facts else {}


ON = Day("办理日期", required=False)
STEPS = {
    "apply": Step(
        "登记援助申请", (), "applied", FIELD,
        {
            "title": Text("申请事项", most=100, help="如：请求支付拖欠的劳动报酬"),
            "matter": Choice("援助事项", choices=AID_MATTER),
            "parties": parties.parties(),
            "summary": LongText("案情简要"),
            "means": Choice("经济状况", choices=Means),
            "ground": Choice("免予核查情形", required=False, choices=Ground,
                             help="免予核查或者不受经济困难条件限制的，须选明情形"),
            "file": Files("证明材料", required=False),
            "urgent": Flag("法定时效或者期限届满不足七日等紧急情况", required=False),
            "sensitivity": Choice("敏感性", required=False, choices=Sensitivity),
            "source": About("来源咨询", required=False, question="for_aid", verb="申请援助"),
            "on": Day("申请日期", required=False),
        },
        (rules.SOURCE_NEAR, rules.GROUND_FITS, rules.MINOR, rules.INJURED), sets=applied,
        number="援申字",
    ),
    "ask_more": Step(
        "告知补充材料", ("applied",), "supplementing", OFFICE,
        {"lacks": LongText("需要补充的材料", most=1000), "on": ON}, (rules.ASKED_ONCE,),
    ),
    "supplement": Step(
        "登记补充材料", ("supplementing",), "applied", OFFICE,
        {"file": Files("补充材料", required=False), "note": Text("说明"), "on": ON},
        sets=added, style="primary",
    ),
    "lapse": Step(
        "视为撤回", ("supplementing",), "lapsed", OFFICE,
        {"on": ON}, (rules.TIME_TO_SUPPLEMENT_OVER,), closes=True,
    ),
    "check": Step(
        "初审通过", ("applied",), "checked", OFFICE,
        {"opinion": LongText("初审意见", most=1000), "on": ON},
        (rules.PROVEN, parties.GUARDED), style="primary",
    ),
    "decline": Step(
        "初审不符", ("applied",), "declined", OFFICE,
        {"reason": LongText("理由", most=1000, help="书面告知申请人，并告知可以直接向援助机构申请"),
         "on": ON},
        closes=True,
    ),
    "pass_on": Step(
        "转送援助机构", ("checked",), "passed", OFFICE,
        {"centre": Body("法律援助机构", kinds=(Kind.LEGAL_AID,)), "on": ON},
        (rules.CENTRE_NEAR,), style="primary",
    ),
    "grant": Step(
        "登记给予援助", ("passed",), "granted", OFFICE, {"on": Day("决定日期", required=False)},
        sets=lambda case, facts: {"granted_on": facts["on"]}, style="primary",
    ),
    "refuse": Step(
        "登记不予援助", ("passed",), "refused", OFFICE,
        {"reason": LongText("援助机构的理由", most=1000),
         "told": Flag("已书面告知申请人，并告知异议途径"), "on": Day("决定日期", required=False)},
        (rules.TOLD,), closes=True,
    ),
    "assign": Step(
        "登记指派", ("granted",), "assigned", OFFICE,
        {
            "lawyer": Text("援助律师", most=50),
            "firm": Body("律师事务所", required=False, kinds=(Kind.LAW_FIRM,)),
            "on": Day("指派日期", required=False),
        },
        style="primary",
    ),
    "close": Step(
        "结案", ("assigned",), "closed", OFFICE,
        {"result": Choice("办理结果", choices=AidResult),
         "note": Text("结果说明", required=False), "on": Day("结案日期", required=False)},
        closes=True, style="success",
    ),
    "withdraw": Step(
        "撤回申请", EARLY, "withdrawn", OFFICE, {"reason": Text("撤回原因"), "on": ON}, closes=True,
    ),
    "correct": Step(
        "更正登记", EARLY, "", OFFICE,
        {
            "title": Text("申请事项", required=False, most=100),
            "summary": LongText("案情简要", required=False),
            "reason": Text("更正原因"),
        },
        offer="any", corrects=True,
    ),
    **parties.papers(OFFICE, OPEN),
    **common.papers(OFFICE, OPEN),
}  # fmt: skip
CLOCKS = (
    Clock("援助初审", limits.AID_CHECK, "平台办理规则", ("apply",),
          ("check", "decline", "lapse", "withdraw"), working=True,
          pauses={"ask_more": "supplement"}),
    Clock("补充材料", limits.AID_SUPPLEMENT, "平台办理规则", ("ask_more",),
          ("supplement", "lapse", "withdraw")),
    Clock("援助审查", rules.DECIDE_DAYS, f"{rules.LAW}第四十三条", ("pass_on",),
          ("grant", "refuse", "withdraw")),
    Clock("援助指派", rules.ASSIGN_DAYS, f"{rules.LAW}第四十三条", ("grant",),
          ("assign", "withdraw")),
)  # fmt: skip

AID_REQUEST = Procedure(
    kind="aid_request",
    label="法律援助申请",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=READERS,
    trusted=TRUSTED,
    clocks=CLOCKS,
    detail="legalservice.AidRequest",
    parts={**parties.PARTS, **common.PARTS},
    searched=("summary",),
    counts={"type": "matter", "facet": "result"},
)
