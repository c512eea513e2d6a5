"""What can happen to a legal review: from 送审 to an opinion, in as many rounds as it takes."""

from dataclasses import replace
from typing import Any

from lawgov.casework import common
from lawgov.casework.about import About
from lawgov.casework.facts import (
    Choice,
    Day,
    Fact,
    Integer,
    LongText,
    People,
    Person,
    Several,
    Text,
)
from lawgov.casework.models import Relation
from lawgov.casework.procedure import ANY, Clock, Procedure, Step
from lawgov.documents import steps as documents
from lawgov.parties.models import Party
from lawgov.people.models import Role

from . import limits, rules, subjects
from .asked import POINT_FACTS, Standing
from .choices import AGREE, DEFECT, RISK_CLASS, Form, Kinship, Level, Material, Returned

SENDERS = (Role.OFFICER, Role.ENFORCEMENT_HEAD)
DESK = (Role.REVIEWER, Role.JUSTICE)
ALL = (*SENDERS, *DESK, Role.LEADER, Role.STATISTICIAN)

STATES = {
    "submitted": "待受理",
    "incomplete": "待补正",
    "reviewing": "审核中",
    "sent_back": "已退回",
    "rechecking": "复核中",
    "raised": "待裁定",
    "passed": "审核通过",
    "refused": "未通过终结",
    "withdrawn": "已撤回",
}
COLOURS = {
    "submitted": "primary", "incomplete": "warning", "reviewing": "info", "sent_back": "danger",
    "rechecking": "info", "raised": "warning", "passed": "success", "refused": "dark",
}  # fmt: skip
WEIGHED = ("reviewing", "rechecking")
OPEN = ("submitted", "incomplete", *WEIGHED, "sent_back", "raised")
OPINIONS = ("agree", "send_back")
# The steps that end a review with an opinion (review.enforcement_major counts them).
CONCLUDING = ("agree", "adopt")


def begin(case: Any, facts: Any) -> dict[str, Any]:
    """The text as it lies there, its materials, and the link back to what it belongs to."""
    subject, sensitivity = subjects.of(facts["subject"]), facts["subject"].sensitivity
    return {
        **({"sensitivity": sensitivity} if sensitivity else {}),
        "title": f"{subject.title}法制审核"[:200],
        "type": subject.type,
        "listed": subject.listed,
        "materials": [
            {"code": code, "label": label, "present": there or code in facts.get("handed", ())}
            for code, label, there in subject.materials
        ],
        "links": [{"relation": Relation.SOURCE, "other": facts["subject"]}],
        **seen(subject, 1, Form.FIRST, facts),
    }


def seen(subject: subjects.Subject, number: int, form: Form, facts: Any) -> dict[str, Any]:
    row = {
        "round": number, "form": form, "text": subject.read, "text_hash": subject.text_hash,
        "note": facts.get("note", ""), "on": facts["on"],
    }  # fmt: skip
    return {"round": number, "text_hash": subject.text_hash, "rounds": [row]}


def anew(form: Form) -> Any:
    """The text comes before the reviewer once more, as it stands now."""

    def sets(case: Any, facts: Any) -> dict[str, Any]:
        subject = subjects.of(case.detail.subject)
        return {**seen(subject, case.detail.round + 1, form, facts), "asked_days": None}

    return sets


def renewed(case: Any, facts: Any) -> dict[str, Any]:
    """A text that was changed meanwhile makes a round of its own."""
    return {} if rules.text_stands(case, facts) else anew(Form.AMENDED)(case, facts)


def related(case: Any, facts: Any) -> dict[str, Any]:
    party = facts.get("party")
    return {"party": Party.objects.get(pk=party)} if party else {}


def lacking(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    """What the reviewer finds lacking counts as not handed in, whatever was ticked."""
    rows = [row for row in case.part("materials") if row.code in facts.get("missing", ())]
    for row in rows:
        row.present = False
    return [(row, ["present"]) for row in rows]


def supplied(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    told = subjects.of(case.detail.subject).materials
    there = {code for code, _, present in told if present} | set(facts.get("handed", ()))
    rows = [row for row in case.part("materials") if not row.present and row.code in there]
    for row in rows:
        row.present = True
    return [(row, ["present"]) for row in rows]


def opine(case: Any, facts: Any) -> dict[str, Any]:
    """The opinion, bound to the case, the round and the very text."""
    verdict = facts.get("verdict", AGREE)
    passes = verdict == AGREE
    return {
        "subject": case.detail.subject,
        "round": case.detail.round,
        "text_hash": case.detail.text_hash,
        "type": verdict,
        "passes": passes,
        "reviewer": facts["by"],
        "on": facts["on"],
        "under_way": not passes,
        "returned": not passes,
    }


def weigh_risk(case: Any, facts: Any) -> dict[str, Any]:
    return {"members": [user.pk for user in facts["members"]], "on": facts["on"]}


def carried_out(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = case.part("risks")[-1]
    row.done_on, row.outcome = facts["on"], facts["outcome"]
    return [(row, ["done_on", "outcome"])]


def over(case: Any, facts: Any) -> dict[str, Any]:
    return {"under_way": False}


BODY = LongText("具体意见", help="逐条写明问题、依据和建议")
REVIEWER = Person("审核人", options=rules.reviewers)
REVIEWER_RULES = (rules.REVIEWER_HERE, rules.QUALIFIED, rules.APART, rules.NO_RELATIVE)
# Who is to give the opinion is known by then: what stands in the way is told beforehand.
OPINION_RULES = (
    rules.ASSIGNED, rules.TEXT_STANDS, rules.RISK_WEIGHED,
    *(replace(rule, asks=False) for rule in (rules.UNDECIDED, *REVIEWER_RULES)),
)  # fmt: skip
TEXT = ("text_hash",)
DAY: dict[str, Fact] = {"on": Day("日期", required=False)}

STEPS = {
    "submit": Step(
        "提交法制审核", (), "submitted", SENDERS,
        {
            "subject": About("送审案件", question="for_review", verb="送法制审核"),
            "statement": LongText("情况说明", help="事实、依据、裁量、人员资格、取证和听证"),
            "handed": Several("系统内没有、随案另附的材料", required=False, choices=Material),
            **DAY,
        },
        (
            rules.SEEN, rules.TEXT_READY, rules.UNDECIDED, rules.ONE_UNDER_WAY, rules.TEXT_UNSEEN,
        ),
        sets=begin, number="法审字",
    ),
    "return": Step(
        "退回补正", ("submitted", *WEIGHED), "incomplete", DESK,
        {
            "missing": Several("缺少（不合要求）的材料", required=False, choices=Material),
            "reason": LongText("一次告知需要补正的内容", most=1000),
        },
        alters=lacking, sets=lambda case, facts: {"returned": True}, style="primary",
    ),
    "supplement": Step(
        "补正", ("incomplete",), "submitted", SENDERS,
        {
            "handed": Several("已补齐、随案另附的材料", required=False, choices=Material),
            "note": LongText("补正说明", required=False, most=1000),
        },
        sets=renewed, alters=supplied, style="primary",
    ),
    "accept": Step(
        "受理并指定审核人", ("submitted",), "reviewing", DESK,
        {"handler": REVIEWER, **DAY},
        (rules.COMPLETE, rules.TEXT_STANDS, *REVIEWER_RULES), style="primary",
    ),
    "assign": Step(
        "改派审核人", WEIGHED, "", DESK, {"handler": REVIEWER, "reason": Text("改派原因")},
        (*REVIEWER_RULES, rules.ANOTHER),
    ),
    "declare": Step(
        "申报回避", OPEN, "", (*SENDERS, *DESK),
        {
            "reviewer": Person("应回避的人", options=rules.reviewers),
            "kinship": Choice("关系", choices=Kinship),
            "party": Standing("本案当事人", required=False),
            "relative": Person("本案承办人等系统人员", required=False, options=rules.involved),
            "reason": Text("说明", required=False),
        },
        (rules.ONE_NAMED,), part="recusals", offer="any", sets=related,
    ),
    "counsel": Step(
        "记录法律顾问意见", WEIGHED, "", DESK,
        {
            "name": Text("法律顾问", most=50),
            "firm": Text("律师事务所（单位）", most=100),
            "body": LongText("法律意见"),
            "on": Day("日期"),
        },
        part="counsels", sets=lambda case, facts: {"round": case.detail.round},
    ),
    "ask_extension": Step(
        "申请延长期限", WEIGHED, "", (Role.REVIEWER,),
        {
            "asked_days": Integer("申请延长工作日", least=1, most=30),
            "reason": LongText("延长原因", most=500),
        },
        (rules.ASSIGNED,), fits=lambda case: case.detail.asked_days is None,
    ),
    "extend": Step(
        "同意延长期限", WEIGHED, "", (Role.LEADER,),
        {"days": Integer("延长工作日", least=1, most=30)},
        (rules.NO_MORE_THAN_ASKED,), sets=lambda case, facts: {"asked_days": None},
        fits=lambda case: case.detail.asked_days is not None, style="primary",
        effect=rules.extension,
    ),
    "refuse_extension": Step(
        "不同意延长期限", WEIGHED, "", (Role.LEADER,), {"reason": LongText("理由", most=500)},
        sets=lambda case, facts: {"asked_days": None},
        fits=lambda case: case.detail.asked_days is not None,
    ),
    "agree": Step(
        "出具同意意见", WEIGHED, "passed", (Role.REVIEWER,),
        {**POINT_FACTS, "body": BODY, **DAY},
        (*OPINION_RULES, rules.ALL_FINE), part="opinions", sets=opine, vouches=TEXT,
        numbers=lambda case, facts: "法审意字", closes=True, effect=rules.seen_text,
        style="success",
    ),
    "send_back": Step(
        "退回并出具意见", WEIGHED, "sent_back", (Role.REVIEWER,),
        {
            "verdict": Choice("意见类型", choices=Returned),
            **POINT_FACTS,
            "defects": Several("问题代码", choices=DEFECT),
            "body": BODY,
            **DAY,
        },
        (*OPINION_RULES, rules.FITS_POINTS), part="opinions", sets=opine, vouches=TEXT,
        numbers=lambda case, facts: "法审意字", effect=rules.seen_text, style="primary",
    ),
    "resubmit": Step(
        "修改后再次送审", ("sent_back",), "submitted", SENDERS,
        {"note": LongText("修改说明", help="对照审核意见逐条写明修改情况"), **DAY},
        (rules.TEXT_IS_NEW, rules.UNDECIDED), sets=anew(Form.AMENDED), style="primary",
    ),
    "object": Step(
        "申请复核", ("sent_back",), "rechecking", SENDERS,
        {"note": LongText("异议理由"), **DAY},
        (rules.TEXT_STANDS, rules.ONCE), sets=anew(Form.OBJECTION),
    ),
    "raise": Step(
        "提请负责人裁定", ("sent_back",), "raised", SENDERS, {"reason": LongText("理由")},
        (rules.TEXT_STANDS,),
    ),
    "uphold": Step(
        "维持审核意见", ("raised",), "sent_back", (Role.LEADER,), {"reason": LongText("理由")},
        sets=lambda case, facts: {"returned": True},
    ),
    "order_again": Step(
        "责成重新审核", ("raised",), "rechecking", (Role.LEADER,),
        {"handler": REVIEWER, "note": LongText("理由"), **DAY},
        (rules.TEXT_STANDS, *REVIEWER_RULES, rules.ANOTHER), sets=anew(Form.ORDERED),
    ),
    "adopt": Step(
        "采纳意见，不再送审", ("sent_back",), "refused", SENDERS,
        {"adopted": LongText("采纳情况", help="如：撤案、移送、不予处罚")},
        sets=over, closes=True,
    ),
    "ask_risk": Step(
        "提请风险评估", OPEN, "", (*SENDERS, *DESK), {"reason": LongText("提请理由"), **DAY},
        sets=lambda case, facts: {"risk_asked_on": facts["on"]}, offer="any",
        fits=lambda case: not rules.waits_for_risk(case),
    ),
    "weigh_risk": Step(
        "召开风险评估会", OPEN, "", DESK,
        {
            "on": Day("评估日期"),
            "members": People("参会人员", options=rules.members),
            "outside": Text("外部参会人员", required=False, help="法律顾问、专家等"),
            "risk_class": Choice("风险类别", choices=RISK_CLASS),
            "level": Choice("风险级别", choices=Level),
            "plan": LongText("处置方案"),
            "opinion": LongText("法律意见"),
        },
        (rules.MEMBERS_ENOUGH, rules.MEMBERS_MIXED), part="risks", sets=weigh_risk,
        numbers=lambda case, facts: "法意字", offer="any", fits=rules.waits_for_risk,
        style="primary",
    ),
    "carry_out": Step(
        "登记方案执行情况", tuple(STATES), "", (*SENDERS, *DESK),
        {"outcome": LongText("方案执行情况"), "on": Day("执行完毕日期")},
        alters=carried_out, offer="any", fits=rules.has_open_plan,
    ),
    "withdraw": Step(
        "撤回送审", OPEN, "withdrawn", SENDERS, {"reason": LongText("撤回原因", most=500)},
        (rules.NO_OPINION_YET,), sets=over, offer="any", closes=True,
    ),
    "shield": Step(
        "随送审案件保密", ANY, "", (), offer="any",
        sets=lambda case, facts: {"sensitivity": case.detail.subject.sensitivity},
    ),
    **common.papers((*SENDERS, *DESK), OPEN),
}  # fmt: skip

CLOCKS = (
    Clock(
        "形式审查", limits.CHECK_DAYS, "平台办理规则", ("submit", "supplement", "resubmit"),
        ("accept", "return", "withdraw"), working=True,
    ),
    Clock(
        "补正", limits.SUPPLY_DAYS, "平台办理规则", ("return",), ("supplement", "withdraw"),
        working=True,
    ),
    Clock(
        "法制审核", limits.REVIEW_DAYS, f"{rules.THREE_SYSTEMS}及本地审核办法",
        ("accept", "object", "order_again"), (*OPINIONS, "return", "withdraw"), working=True,
        extends={"extend": "days"},
    ),
)  # fmt: skip

REVIEW = Procedure(
    kind="review",
    label="法制审核",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=ALL,
    trusted=(Role.ENFORCEMENT_HEAD, *DESK, Role.LEADER),
    clocks=CLOCKS,
    detail="review.Review",
    parts={
        **common.PARTS,
        **documents.PARTS,
        "rounds": "review.Round",
        "materials": "review.Material",
        "opinions": "review.Opinion",
        "counsels": "review.Counsel",
        "recusals": "review.Recusal",
        "risks": "review.RiskMeeting",
    },
    searched=("statement",),
    counts={"type": "type"},
)
