"""How a dispute is mediated: 申请, 告知, 调查, 证据, 调解, the time both sides may lengthen."""

from typing import Any

from lawgov.casework.facts import (
    Choice,
    Day,
    Flag,
    Integer,
    LongText,
    Several,
    Text,
)
from lawgov.casework.procedure import Clock, Step
from lawgov.casework.upload import Files
from lawgov.people.models import Role
from lawgov.privacy import masks

from . import limits
from .choices import Copy, HelperKind, Notice, Recorded
from .files import filed
from .rules import mediating as rules
from .rules.conferring import PLANNED
from .rules.dispatching import NO_RECUSAL_PENDING, TAKEN_ON
from .rules.law import MINISTRY_RULES
from .rules.standing import HANDLED, NOT_REFUSED, POLICE_TOLD
from .states import ENDING, OFFICE, OPEN, UNDER_WAY


def session(case: Any, facts: Any) -> dict[str, Any]:
    told = case.detail.informed_on is None
    return {"informed_on": facts["on"], "informed_how": Notice.ORAL} if told else {}


STEPS = {
    "apply": Step(
        "登记申请", OPEN, "", OFFICE,
        {
            "requests": LongText("当事人申请事项", help="逐项写明"),
            "voluntary": Flag("已说明人民调解的规定，申请人自愿申请"),
            "on": Day("申请日期"),
            "file": Files("申请书扫描件", required=False),
        },
        (rules.VOLUNTARY, *rules.IN_ROOM),
        sets=lambda case, facts: {
            "applied_on": facts["on"], **filed(case, facts, "人民调解申请书"),
        },
        fits=lambda case: case.detail.applied_on is None,
    ),
    "inform": Step(
        "告知权利义务", OPEN, "", OFFICE,
        {
            "informed_how": Choice("告知方式", choices=Notice),
            "on": Day("告知日期"),
            "file": Files("告知书扫描件", required=False, help="书面告知的，附当事人签收的告知书"),
        },
        (rules.NOTICE_KEPT, *rules.IN_ROOM),
        sets=lambda case, facts: {
            "informed_on": facts["on"], **filed(case, facts, "权利义务告知书"),
        },
        fits=lambda case: case.detail.informed_on is None,
    ),
    "investigate": Step(
        "调查", UNDER_WAY, "", OFFICE,
        {
            "on": Day("日期"),
            "place": Text("地点"),
            "investigators": Text("调查人", most=100),
            "recorder": Text("记录人", required=False, most=50),
            "asked": Text("被调查人", most=100, mask=masks.mask_name),
            "standing": Text("被调查人身份", required=False, most=100),
            "body": LongText("调查内容", help="问、答"),
        },
        (NOT_REFUSED,), part="investigations",
    ),
    "add_evidence": Step(
        "登记证据", OPEN, "", OFFICE,
        {
            "name": Text("名称", most=100),
            "source": Text("来源（提供人）", most=100),
            "form": Choice("原件或复制件", choices=Copy),
            "pages": Integer("页数", least=1, most=10000),
            "proves": Text("证明内容", required=False),
            "on": Day("日期"),
            "file": Files("证据文件", required=False),
        },
        rules.IN_ROOM, part="evidence",
        sets=lambda case, facts: filed(case, facts, facts["name"]),
    ),
    "session": Step(
        "调解", ("assigned", "mediating"), "mediating", (Role.MEDIATOR,),
        {
            "on": Day("日期"),
            "place": Text("地点"),
            "matter": Text("事由"),
            "helpers": Text("参加人", required=False, help="受邀的亲属、邻里、专业人员等"),
            "helper_kinds": Several("参加人类别", required=False, choices=HelperKind),
            "consented": Flag("各方当事人同意邀请参加人"),
            "body": LongText("记录"),
            "recorder": Text("记录人", required=False, most=50),
            "recorded": Choice("录音录像", required=False, choices=Recorded),
            "recording_told": Flag("已告知当事人录音录像"),
            "informed": Flag("已告知当事人权利义务"),
            "closed_doors": Flag("不公开调解"),
            "wants_closed": Flag("有当事人要求不公开"),
        },
        (
            NOT_REFUSED, HANDLED, TAKEN_ON, NO_RECUSAL_PENDING, rules.TOLD_RIGHTS,
            rules.HELPERS_AGREED, rules.RECORDING_TOLD, rules.CLOSED_AS_ASKED,
            rules.PRIVATE_CLOSED, PLANNED,
        ),
        part="sessions", style="primary", sets=session,
    ),
    "extend": Step(
        "延长期限", UNDER_WAY, "", OFFICE,
        {
            "days": Integer("延长日数", least=1, most=180),
            "applicant_agrees": Flag("申请人同意"),
            "respondent_agrees": Flag("被申请人同意"),
        },
        (rules.BOTH_CONSENT, NOT_REFUSED, POLICE_TOLD),
    ),
}  # fmt: skip
CLOCKS = (
    Clock(
        "调解期限", limits.MEDIATE, f"{MINISTRY_RULES}第三十三条",
        ("accept", "reopen"), ENDING, extends={"extend": "days"},
    ),
)  # fmt: skip
