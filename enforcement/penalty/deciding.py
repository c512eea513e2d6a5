"""From 拟定决定 to 决定: what is proposed, told, defended, heard, discussed and decided."""

from decimal import Decimal
from typing import Any

from enforcement.officers.certified import OFFICERS, TWO_CERTIFIED
from enforcement.standards import catalogue
from enforcement.standards.choices import Penalty
from lawgov.casework.facts import (
    Choice,
    Day,
    Flag,
    Integer,
    LongText,
    Money,
    People,
    Person,
    Several,
    Text,
)  # fmt: skip
from lawgov.casework.procedure import ANY, Clock, Step
from lawgov.people.models import Role
from lawgov.workdays import calendar

from . import standing, terms
from .choices import Manner, Outcome, Paper, Said
from .facts import CHAIRS, MEETING, Band, chairs, heads
from .opening import pks
from .rules import deciding, drafting, executing, hearing
from .rules.evidence import CRIME_FIRST, NOT_RECUSED
from .signing import decided, dropped
from .states import FIELD, HEADS, UNDECIDED, has_handled
from .wording import text_hash

CONCLUDED = ("concluded", "notified")
DECIDED = ("decide", "exempt", "drop", "refer")
HASH = ("text_hash",)
ORGANISERS = (*FIELD, Role.REVIEWER, Role.JUSTICE)


def drawn_up(case: Any, facts: Any) -> dict[str, Any]:
    """The next version, its hash, and what brings it under legal review."""
    on = facts["on"]
    told = {"kinds": [], "fine": 0, "confiscated": 0, "band": "", "reasons": ""} | facts
    found = standing.matters(case, told, on)
    money = {name: told[name] for name in ("kinds", "fine", "confiscated")}
    return {
        "on": on,
        "version": len(case.part("drafts")) + 1,
        "text_hash": text_hash(told["outcome"], *money.values(), *(told[n] for n in standing.TEXT)),
        "matters": found,
        "listed": catalogue.listed(
            case.unit, on, party_kind=standing.party_kind(case), matters=found, **money
        ),
    }


def before(case: Any) -> dict[str, Any]:
    """The next version begins with the last; its sums as they are asked, in 元."""
    row = standing.draft(case)
    if row is None:
        return {}
    words = ("outcome", "kinds", "band", "facts", "proof", "basis", "reasons", "decision")
    sums = {name: getattr(row, name) for name in ("fine", "confiscated")}
    return {
        **{name: getattr(row, name) for name in words},
        **{name: Decimal(cents) / 100 for name, cents in sums.items() if cents},
        "outside": "outside" in row.matters,
    }


def told(case: Any, facts: Any) -> dict[str, Any]:
    """What was given up on an earlier notice does not stand for this one; a hearing that was
    asked for and is still owed does."""
    on = facts["on"]
    owed = bool(facts.get("hearing")) and not standing.was_heard(case)
    days = terms.DEFENCE.on(case.unit, on)
    return {
        "paper": Paper.NOTICE, "officers": pks(facts), "notified_on": on,
        "hearing_right": bool(facts.get("hearing")), "waived_on": None,
        "hearing_asked_on": case.detail.hearing_asked_on if owed else None,
        "charged": len(standing.charged(case)),
        "defence_until": calendar.add(on, days, working=True).day,
        **({"hearing_from": on} if facts.get("hearing") else {}),
    }  # fmt: skip


def weighed(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = standing.open_defence(case)
    row.opinion, row.adopted = facts["opinion"], bool(facts.get("adopted"))
    row.weighed_on = facts["on"]
    return [(row, ["opinion", "adopted", "weighed_on"])]


def heard(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = standing.hearing(case)
    names = ["record", "opinion", "absent", "agents"]
    row.held_on = facts["on"]
    for name in names:
        setattr(row, name, facts.get(name, getattr(row, name)))
    return [(row, ["held_on", *names])]


def resolved(case: Any, facts: Any) -> dict[str, Any]:
    """The row of a decision says what its draft says; the gate holds the two against each other."""
    row = standing.draft(case)
    return {
        **{name: getattr(row, name) for name in (
            "version", "outcome", "kinds", "fine", "confiscated", "text_hash"
        )},
        "on": facts["on"],
        "party_kind": standing.party_kind(case),
        "heard": standing.held_hearing(case) is not None,
    }  # fmt: skip


def fined(case: Any, facts: Any) -> dict[str, Any]:
    return {**resolved(case, facts), **standing.to_publish(case, facts["on"])}


def awaits_hearing(case: Any) -> bool:
    row = standing.hearing(case)
    return row is not None and row.held_on is None


DRAFT = {
    "outcome": Choice("处理意见", choices=Outcome),
    "kinds": Several("处罚种类", required=False, choices=Penalty),
    "band": Band("裁量档次", required=False),
    "outside": Flag("在裁量基准之外处罚（须写明理由并经法制审核）"),
    "fine": Money("罚款金额", required=False),
    "confiscated": Money("没收金额", required=False),
    "facts": LongText("违法事实"),
    "proof": LongText("证据"),
    "basis": LongText("处罚依据"),
    "reasons": LongText("裁量理由", required=False),
    "decision": LongText("决定内容"),
    "on": Day("拟定日期", required=False),
}

STEPS = {
    "draft": Step(
        "拟定决定", CONCLUDED, "", FIELD, DRAFT,
        (
            drafting.AGREES, drafting.IN_BAND, drafting.NO_CHILD, drafting.YOUTH_LIGHTER,
            drafting.ONE_FINE, drafting.NOT_HEAVIER, NOT_RECUSED,
        ),
        part="drafts", sets=drawn_up, vouches=HASH, begins=before, style="primary",
    ),
    "notify": Step(
        "处罚告知", CONCLUDED, "notified", FIELD,
        {
            "on": Day("告知（送达）日期"),
            "manner": Choice("送达方式", choices=Manner),
            "place": Text("送达地点", required=False),
            "receiver": Text("收件人", most=100),
            "consented": Flag("当事人已签送达地址（电子送达）确认书"),
            "officers": OFFICERS,
            "told": Flag("已告知拟处罚的内容、事实、理由、依据和陈述、申辩权利"),
            "hearing": Flag("已告知要求听证的权利"),
        },
        (
            hearing.DRAFTED, hearing.TOLD, hearing.TOLD_OF_HEARING, TWO_CERTIFIED, NOT_RECUSED,
            hearing.E_SERVED,
        ),
        part="deliveries", sets=told, vouches=("charged",), style="primary",
    ),
    "defend": Step(
        "登记陈述申辩", ("notified",), "", FIELD,
        {
            "on": Day("提出日期"),
            "said": Choice("提出方式", choices=Said),
            "body": LongText("陈述申辩内容"),
        },
        part="defences",
        sets=lambda case, facts: {"version": standing.version_at(case, "notify")},
    ),
    "weigh_defence": Step(
        "复核陈述申辩", ("notified",), "", FIELD,
        {
            "opinion": LongText("复核意见"),
            "adopted": Flag("陈述申辩成立，予以采纳"),
            "on": Day("复核日期", required=False),
        },
        alters=weighed, fits=lambda case: standing.open_defence(case) is not None,
        style="primary",
    ),
    "waive": Step(
        "放弃陈述申辩", ("notified",), "", FIELD,
        {
            "on": Day("放弃日期"),
            "written": Flag("有当事人签名（盖章）的书面材料"),
            "hearing_too": Flag("同时放弃要求听证"),
        },
        (hearing.IN_WRITING,), sets=lambda case, facts: {"waived_on": facts["on"]},
        fits=lambda case: case.detail.waived_on is None,
    ),
    "ask_hearing": Step(
        "登记听证申请", ("notified",), "", FIELD, {"on": Day("申请日期")},
        (hearing.HEARING_OPEN, hearing.ASKED_IN_TIME),
        sets=lambda case, facts: {"hearing_asked_on": facts["on"]},
        fits=lambda case: case.detail.hearing_right and case.detail.hearing_asked_on is None,
    ),
    "arrange_hearing": Step(
        "通知听证", ("notified",), "", ORGANISERS,
        {
            "on": Day("通知送达日期"),
            "planned_on": Day("听证日期"),
            "place": Text("听证地点"),
            "chair": Person("听证主持人", options=chairs),
            "open_doors": Flag("公开举行（涉及国家秘密、商业秘密或者个人隐私的除外）"),
        },
        (hearing.HEARING_ASKED, hearing.TOLD_IN_TIME, hearing.CHAIR_APART),
        part="hearings", sets=lambda case, facts: {"notified_on": facts["on"]},
        fits=lambda case: case.detail.hearing_asked_on is not None,
    ),
    "hear": Step(
        "举行听证", ("notified",), "", CHAIRS,
        {
            "on": Day("举行日期"),
            "record": LongText("听证笔录", most=20000),
            "opinion": LongText("听证报告意见"),
            "agents": Integer("委托代理人人数", required=False, most=10),
            "absent": Flag("当事人无正当理由未出席或者中途退出，终止听证"),
            "signed": Flag("笔录已交当事人核对签名（拒签的已注明）"),
        },
        (hearing.CHAIRED, hearing.ON_ITS_DAY, hearing.FEW_AGENTS, hearing.SIGNED),
        alters=heard, fits=awaits_hearing, style="primary",
    ),
    "reviewed": Step("收到法制审核意见", ANY, "", ()),
    "publicised": Step("行政处罚已公示", ANY, "", ()),
    "discuss": Step(
        "集体讨论", CONCLUDED, "", MEETING,
        {
            "on": Day("讨论日期"),
            "members": People("参加讨论的负责人", options=heads),
            "record": LongText("讨论记录"),
            "conclusion": LongText("讨论结论", most=1000),
        },
        (deciding.HAS_TEXT, deciding.HEADS), part="discussions",
        sets=lambda case, facts: {
            "version": standing.draft(case).version, "discussed_on": facts["on"],
            "members": [user.pk for user in facts["members"]],
        },
    ),
    "decide": Step(
        "作出处罚决定", ("notified",), "decided", HEADS,
        {"opinion": Text("审批意见", required=False), "on": Day("决定日期", required=False)},
        deciding.DECIDE, part="decisions", sets=fined, vouches=HASH,
        numbers=lambda case, facts: "罚决字", bars=has_handled, effect=decided, style="success",
    ),
    "exempt": Step(
        "作出不予处罚决定", CONCLUDED, "exempted", HEADS,
        {
            "corrected": Flag("违法行为已及时改正"),
            "guardian": Flag("已责令监护人加以管教（看管和治疗）"),
            "educated": Flag("已对当事人进行教育"),
            "opinion": Text("审批意见", required=False),
            "on": Day("决定日期", required=False),
        },
        deciding.EXEMPT, part="decisions", sets=resolved, vouches=HASH,
        numbers=lambda case, facts: "不罚决字", bars=has_handled, effect=decided, style="success",
    ),
    "drop": Step(
        "撤销案件", UNDECIDED, "dropped", HEADS,
        {"reason": LongText("撤案理由"), "on": Day("撤案日期", required=False)},
        (executing.MEASURES_ENDED, CRIME_FIRST), bars=has_handled, effect=dropped,
    ),
}  # fmt: skip

CLOCKS = (
    Clock(
        "处罚办案期限", terms.DECIDE, "《行政处罚法》第六十条", ("approve_filing",),
        (*DECIDED, "close"), pauses={"appraise": "appraised", "transfer": "resume"},
    ),
    Clock(
        "行政处罚公示", terms.PUBLIC_DAYS, "国办发〔2018〕118号", ("decide", "decide_on_spot"),
        ("publicised", "close"), working=True, told_day="publish_from",
    ),
    Clock(
        "陈述申辩期限", terms.DEFENCE, "《行政处罚法》第四十五条", ("notify",),
        ("waive", *DECIDED), working=True, window=True,
    ),
    Clock(
        "要求听证期限", terms.HEARING_ASKED_DAYS, "《行政处罚法》第六十四条第一项", ("notify",),
        ("ask_hearing", *DECIDED), working=True, window=True, told_day="hearing_from",
    ),
    Clock(
        "举行听证", 0, "听证通知书载明的日期", ("arrange_hearing",), ("hear", *DECIDED),
        told_day="planned_on",
    ),
)  # fmt: skip
