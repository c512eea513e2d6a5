"""What can happen to a dispute: from 登记 to 归档, with the law's conditions and clocks."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import (
    Choice,
    Day,
    Flag,
    Integer,
    LongText,
    Money,
    Person,
    Several,
    Text,
)
from lawgov.casework.models import Relation, Sensitivity
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.documents import steps as documents
from lawgov.handovers import steps as handing
from lawgov.parties import steps as parties
from lawgov.parties.models import Side
from lawgov.people.models import Post, Role

from . import limits, rules
from .choices import (
    CHANNEL,
    DISPUTE_TYPE,
    FACTOR,
    SUBTYPE,
    AgreementKind,
    Basis,
    ChosenBy,
    Organ,
    Performance,
    ReportedTo,
    Retention,
    Risk,
    Route,
    Satisfaction,
)

FIELD = (Role.GRID_WORKER, Role.COMMUNITY_WORKER)
OFFICE = (Role.COMMUNITY_WORKER, Role.MEDIATOR, Role.JUSTICE)
ALL = (Role.GRID_WORKER, *OFFICE)
WAYS = {**handing.LADDER, **handing.REFERRAL}

STATES = {
    "registered": "已登记",
    "accepted": "已受理",
    "assigned": "已分派",
    "mediating": "调解中",
    "agreed": "已达成协议",
    "performed": "已履行",
    "breached": "未履行",
    "revisited": "已回访",
    "failed": "调解不成",
    "rejected": "不予受理",
    "withdrawn": "已撤回",
    "referred": "已转送",
    "archived": "已归档",
}
COLOURS = {
    "registered": "primary", "accepted": "info", "assigned": "info", "mediating": "warning",
    "agreed": "success", "performed": "success", "revisited": "success", "breached": "danger",
    "failed": "danger", "archived": "dark",
}  # fmt: skip
UNDER_WAY = ("accepted", "assigned", "mediating")
OPEN = ("registered", *UNDER_WAY)
KEPT = tuple(state for state in STATES if state != "archived")
SETTLED = ("agreed", "performed", "breached", "revisited")
# The steps that end the handling: 达成协议、不成、撤回、转送 (dispute.handled counts them).
SETTLING = ("agree_written", "agree_oral")
ENDING = (*SETTLING, "fail", "withdraw", "refer")


def mediators(case: Any) -> list[tuple[int, str]]:
    """Who may be given the case: mediators whose post covers the desk."""
    posts = Post.objects.on().over(case.desk).filter(role=Role.MEDIATOR)
    users = {post.user for post in posts.select_related("user").order_by("user__name")}
    return [(u.pk, f"{u.name}（{u.get_mediator_kind_display() or '调解员'}）") for u in users]


def sources(case: Any, facts: Any) -> dict[str, Any]:
    """What the dispute came from: a number kept elsewhere, a round of screening, or both."""
    outside, entry = facts.get("source_number"), facts.get("entry")
    rows = [{"outside": outside}] if outside else []
    rows += [{"entry_id": entry}] if entry else []
    return {"links": [{"relation": Relation.SOURCE, **row} for row in rows]}


def arrive(case: Any, facts: Any) -> dict[str, Any]:
    """At its new desk the dispute is assigned anew."""
    return {**handing.arrive(case, facts), "mediator_kind": ""}


def corrected(case: Any, facts: Any) -> dict[str, Any]:
    """A finer type that does not stand beside the new type goes with the old one."""
    keeps = "subtype" in facts or rules.finer_fits(case, facts)
    return {} if keeps else {"subtype": ""}


REGISTRATION = {
    "title": Text("纠纷名称", most=100, help="如：楼上漏水引发的邻里纠纷"),
    "channel": Choice("来源", choices=CHANNEL),
    "source_number": Text("来源编号", required=False, most=100, help="热线工单号、法院案号等"),
    "type": Choice("纠纷类型", choices=DISPUTE_TYPE),
    "subtype": Choice("细类", required=False, choices=SUBTYPE),
    "parties": parties.parties(),
    "summary": LongText("纠纷简要情况"),
    "place": Text("发生地点", required=False),
    "amount": Money("标的金额", required=False),
    "people": Integer("涉及人数", required=False, least=1, most=100000),
    "risk": Choice("风险等级", required=False, choices=Risk),
    "factors": Several("风险因素", required=False, choices=FACTOR),
    "sensitivity": Choice("敏感性", required=False, choices=Sensitivity),
    "entry": Integer("排查记录", required=False, least=1),
    "on": Day("登记日期", required=False),
}

STEPS = {
    "register": Step(
        "登记", (), "registered", ALL, REGISTRATION, (rules.ROUND_FOUND_ONE, rules.FINER),
        sets=sources, number="人调字",
    ),
    "accept": Step(
        "受理", ("registered",), "accepted", OFFICE,
        {
            "basis": Choice("受理方式", choices=Basis),
            "eligible": Flag("已核明属于人民调解范围，未被其他机关受理"),
            "on": Day("受理日期", required=False),
        },
        (rules.ELIGIBLE, rules.NOT_REFUSED), style="primary",
    ),
    "reject": Step(
        "不予受理", ("registered",), "rejected", OFFICE,
        {"reason": LongText("理由"), "organ": Choice("指引去向", choices=Organ)},
        (rules.POLICE_TOLD,), closes=True,
    ),
    "assign": Step(
        "分派", UNDER_WAY, "assigned", OFFICE,
        {
            "handler": Person("调解员", options=mediators),
            "chosen_by": Choice("确定方式", choices=ChosenBy),
            "on": Day("分派日期", required=False),
        },
        (rules.MEDIATOR, rules.NOT_REFUSED), style="primary",
        sets=lambda case, facts: {"mediator_kind": facts["handler"].mediator_kind},
    ),
    "session": Step(
        "调解", ("assigned", "mediating"), "mediating", (Role.MEDIATOR,),
        {
            "on": Day("日期"),
            "place": Text("地点"),
            "matter": Text("事由"),
            "helpers": Text("参加人", required=False, help="受邀的亲友、专家等，须经当事人同意"),
            "body": LongText("记录"),
            "informed": Flag("已告知当事人权利义务"),
            "closed_doors": Flag("不公开调解"),
        },
        (rules.NOT_REFUSED, rules.HANDLED, rules.TOLD_RIGHTS), part="sessions", style="primary",
        sets=lambda case, facts: {"informed_on": case.detail.informed_on or facts["on"]},
    ),
    "refuse": Step(
        "当事人拒绝", OPEN, "", OFFICE,
        {"side": Choice("拒绝的一方", choices=Side), "on": Day("日期")},
        sets=lambda case, facts: {"refused_on": facts["on"]},
        fits=lambda case: case.detail.refused_on is None,
    ),
    "flag_danger": Step(
        "标记激化危险", OPEN, "", ALL, {"signs": LongText("危险迹象", most=500)},
        sets=lambda case, facts: {"danger": True, "reported_on": None}, offer="any", style="danger",
        fits=lambda case: not case.detail.danger or case.detail.reported_on is not None,
    ),
    "report_danger": Step(
        "登记已报告", KEPT, "", ALL,
        {"organ": Choice("报告对象", choices=ReportedTo), "on": Day("报告日期")},
        sets=lambda case, facts: {"reported_on": facts["on"]}, offer="any", style="danger",
        fits=lambda case: case.detail.danger and not case.detail.reported_on,
    ),
    "extend": Step(
        "延长期限", UNDER_WAY, "", OFFICE,
        {
            "days": Integer("延长日数", least=1, most=180),
            "applicant_agrees": Flag("申请人同意"),
            "respondent_agrees": Flag("被申请人同意"),
        },
        (rules.BOTH_CONSENT, rules.NOT_REFUSED, rules.POLICE_TOLD),
    ),
    "agree_written": Step(
        "达成书面协议", ("mediating",), "agreed", (Role.MEDIATOR,),
        {
            "disputed": LongText("纠纷主要事实、争议事项"),
            "liability": LongText("各方当事人的责任"),
            "content": LongText("协议内容"),
            "manner": Text("履行方式"),
            "perform_by": Day("履行期限"),
            "perform_at": Text("履行地点", required=False),
            "copies": Integer("份数", required=False, least=3, most=100),
            "parties_signed_on": Day("各方当事人签名日期", required=False),
            "mediator_signed_on": Day("调解员签名日期", required=False),
            "sealed_on": Day("调解委员会盖章日期", required=False),
            "agreed_amount": Money("协议涉及金额", required=False),
            "on": Day("达成协议日期", required=False),
        },
        (
            rules.NOT_REFUSED, rules.HANDLED, rules.BOTH_SIDES, rules.SIGNED,
            rules.SIGNED_IN_TIME, rules.POLICE_TOLD, parties.GUARDED,
        ),
        part="agreements", closes=True, style="success",
        sets=lambda case, facts: {
            "form": AgreementKind.WRITTEN, "effective_on": rules.effective_on(facts),
        },
    ),
    "agree_oral": Step(
        "达成口头协议", ("mediating",), "agreed", (Role.MEDIATOR,),
        {
            "content": LongText("协议内容"),
            "no_paper": Flag("当事人认为无需制作书面协议"),
            "manner": Text("履行方式", required=False),
            "perform_by": Day("履行期限", required=False),
            "agreed_amount": Money("协议涉及金额", required=False),
            "on": Day("达成协议日期"),
        },
        (
            rules.NOT_REFUSED, rules.HANDLED, rules.BOTH_SIDES, rules.ORAL_WANTED,
            rules.POLICE_TOLD, parties.GUARDED,
        ),
        part="agreements", closes=True, style="success",
        sets=lambda case, facts: {"form": AgreementKind.ORAL, "effective_on": facts["on"]},
    ),
    "fail": Step(
        "调解不成", UNDER_WAY, "failed", OFFICE,
        {
            "reason": LongText("不成的原因"),
            "routes": Several("已告知的途径", choices=Route),
            "on": Day("终止日期", required=False),
        },
        (rules.POLICE_TOLD,), closes=True,
    ),
    "withdraw": Step(
        "撤回", OPEN, "withdrawn", OFFICE,
        {
            "side": Choice("要求终止的一方", choices=Side),
            "reason": LongText("原因", required=False),
            "routes": Several("已告知的途径", required=False, choices=Route),
        },
        (rules.ROUTES_TOLD, rules.POLICE_TOLD), closes=True,
    ),
    "refer": Step(
        "转送", OPEN, "referred", OFFICE,
        {"organ": Choice("转送至", choices=Organ), "reason": LongText("原因")},
        (rules.POLICE_TOLD,), closes=True,
    ),
    "confirm": Step(
        "申请司法确认", SETTLED, "", OFFICE,
        {
            "on": Day("申请日期"),
            "court": Text("受理法院", most=100),
            "jointly": Flag("双方当事人共同申请"),
        },
        (rules.JOINTLY, rules.CONFIRM_IN_TIME),
        sets=lambda case, facts: {"confirmed_on": facts["on"]},
        fits=lambda case: case.detail.confirmed_on is None,
    ),
    "perform": Step(
        "履行完毕", ("agreed", "breached", "revisited"), "performed", OFFICE,
        {"on": Day("履行完毕日期"), "note": Text("履行凭证说明", required=False)}, style="primary",
    ),
    "breach": Step(
        "登记未履行", ("agreed", "revisited"), "breached", OFFICE,
        {
            "on": Day("日期"),
            "performance": Choice("履行情况", choices=Performance),
            "urged": LongText("督促情况及告知的途径"),
        },
    ),
    "revisit": Step(
        "回访", SETTLED, "revisited", ALL,
        {
            "on": Day("回访日期"),
            "performance": Choice("履行情况", choices=Performance),
            "satisfaction": Choice("满意度", choices=Satisfaction),
            "situation": LongText("回访情况", required=False),
        },
        part="visits",
    ),
    "archive": Step(
        "归档", ("revisited", "failed", "rejected", "withdrawn", "referred"), "archived", OFFICE,
        {"retention": Choice("保管期限", choices=Retention)},
        (rules.POLICE_TOLD,),
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
            "risk": Choice("风险等级", required=False, choices=Risk),
            "factors": Several("风险因素", required=False, choices=FACTOR),
            "sensitivity": Choice("敏感性", required=False, choices=Sensitivity),
            "place": Text("发生地点", required=False),
            "reason": Text("更正原因"),
        },
        (rules.FINER,), offer="any", sets=corrected, corrects=True,
    ),
    **handing.handshake(WAYS, OPEN, ALL, arrive),
    **handing.transfer(
        OPEN, (Role.JUSTICE,), (Role.LEADER,), (rules.SUCCESSOR,),
        sets=lambda case, facts: {"mediator_kind": facts["handler"].mediator_kind},
    ),
    **parties.papers(ALL, OPEN),
    **common.papers(ALL, KEPT),
    **documents.papers("dispute", OFFICE, KEPT),
}  # fmt: skip

CLOCKS = (
    Clock(
        "受理审查", limits.ACCEPT, "平台办理规则", ("register",),
        ("accept", "reject", "withdraw", "refer"), working=True,
    ),
    Clock(
        "调解期限", limits.MEDIATE, f"{rules.MINISTRY_RULES}第三十三条",
        ("accept",), ENDING, extends={"extend": "days"},
    ),
    Clock("履行", 0, "协议约定的履行期限", SETTLING, ("perform", "breach"),
          told_day="perform_by"),
    Clock(
        "回访", limits.REVISIT, "平台办理规则", ("perform", "breach"),
        ("revisit",),
    ),
    Clock(
        "司法确认", rules.CONFIRM_DAYS, f"{rules.MEDIATION_LAW}第三十三条", ("agree_written",),
        ("confirm",), window=True, told_day="effective_on",
    ),
    handing.clock(WAYS, limits.OFFER),
)  # fmt: skip

DISPUTE = Procedure(
    kind="dispute",
    label="纠纷",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=(*ALL, Role.STATISTICIAN, Role.LEADER),
    trusted=(Role.JUSTICE, Role.LEADER),
    clocks=CLOCKS,
    detail="mediation.Dispute",
    parts={
        **parties.PARTS,
        **common.PARTS,
        **handing.PARTS,
        **documents.PARTS,
        "sessions": "mediation.Session",
        "agreements": "mediation.Agreement",
        "visits": "mediation.Visit",
    },
    searched=("summary", "place"),
    counts={"type": "type", "facet": "mediator_kind", "amount": "amount"},
)
