"""From 登记 to 立案: what is known of the act, and the head's word that a case is made of it."""

from dataclasses import replace
from typing import Any

from enforcement.finding.carrying import coming_from
from enforcement.officers.certified import OFFICERS, TWO_CERTIFIED
from enforcement.standards.choices import OBJECT
from enforcement.standards.facts import Power
from enforcement.standards.rules import POWER_IN_FORCE
from lawgov.casework.facts import Choice, Day, Flag, Integer, LongText, Person, Row, Text
from lawgov.casework.models import Case, Sensitivity
from lawgov.casework.procedure import Clock, Step
from lawgov.parties import steps as parties
from lawgov.parties.models import Charged
from lawgov.people.models import User
from lawgov.tasks.rules import SOURCE_KNOWN

from . import effects, limits
from .choices import AskedBy, Channel, Course, Jurisdiction
from .rules import evidence, executing
from .rules import opening as rules
from .states import BEFORE_FILING, FIELD, HEADS, UNDECIDED, awaits, has_handled

REGISTRATION = {
    "title": Text("案由", most=100, help="如：擅自占用道路堆放物料案"),
    "channel": Choice("案件来源", choices=Channel),
    "power": Power("权责事项"),
    "jurisdiction": Choice("管辖依据", choices=Jurisdiction),
    "object": Choice("执法对象", choices=OBJECT),
    "objects_count": Integer("对象数量", required=False, least=1, most=10000),
    "parties": parties.parties(sides=Charged),
    "summary": LongText("案情简介"),
    "place": Text("违法行为地点"),
    "act_on": Day("违法行为发生（终了）日期"),
    "grave": Flag("涉及公民生命健康安全、金融安全且有危害后果"),
    "sensitivity": Choice("敏感性", required=False, choices=Sensitivity),
    "source": Integer("来源案件", required=False, least=1, most=2**63 - 1),
    "on": Day("登记日期", required=False),
}
CORRECTED = (
    "title", "channel", "power", "jurisdiction", "object", "objects_count", "summary", "place",
    "act_on", "grave", "sensitivity",
)  # fmt: skip


def registered(case: Any, facts: Any) -> dict[str, Any]:
    """An act is found on the day on which what the case comes from was written down."""
    source = Case.objects.filter(pk=facts.get("source")).first()
    found = min(source.opened_on, facts["on"]) if source else facts["on"]
    return {"found_on": found, **coming_from(case, facts)}


def pks(facts: Any) -> list[int]:
    return [user.pk for user in facts.get("officers", ())]


def applied(case: Any, facts: Any) -> dict[str, Any]:
    return {"officers": pks(facts), "course": Course.ORDINARY, "handler": facts["by"]}


def mine(case: Any) -> list[tuple[int, str]]:
    """The officers of the case."""
    found = User.objects.filter(pk__in=case.detail.officers).order_by("pk")
    return list(found.values_list("pk", "name"))


def answered(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = case.one("recusals", facts["recusal"])
    row.granted, row.decided_on = bool(facts.get("granted")), facts["on"]
    return [(row, ["granted", "decided_on"])]


def replaced(case: Any, facts: Any) -> dict[str, Any]:
    """Who has to leave the case leaves it; whoever is named comes in."""
    row, officers = case.one("recusals", facts["recusal"]), list(case.detail.officers)
    if facts.get("granted"):
        officers = [pk for pk in officers if pk != row.officer_id]
    return {"officers": list(dict.fromkeys([*officers, *pks(facts)]))}


STEPS = {
    "register": Step(
        "登记", (), "registered", FIELD, REGISTRATION,
        (POWER_IN_FORCE, rules.ACT_FIRST, SOURCE_KNOWN), sets=registered, number="执罚案字",
    ),
    "apply_filing": Step(
        "提请立案", ("registered",), "applied", FIELD,
        {
            "officers": OFFICERS,
            "reason": LongText("立案理由"),
            "on": Day("提请日期", required=False),
        },
        (
            rules.PARTY_KNOWN, rules.POWER_STANDS, rules.IN_TIME, rules.ONE_FINE,
            TWO_CERTIFIED, evidence.NOT_RECUSED,
        ),
        sets=applied, style="primary",
    ),
    "approve_filing": Step(
        "批准立案", ("applied",), "filed", HEADS,
        {"opinion": Text("审批意见", required=False), "on": Day("立案日期", required=False)},
        (rules.POWER_STANDS, rules.IN_TIME, rules.ONE_FINE), bars=has_handled,
        sets=lambda case, facts: {"filed_on": facts["on"]}, effect=effects.filing, style="success",
    ),
    "return_filing": Step(
        "退回补充", ("applied",), "registered", HEADS, {"reason": LongText("退回原因", most=500)},
        bars=has_handled, sets=lambda case, facts: {"returned": True}, effect=effects.filing,
    ),
    "refuse_filing": Step(
        "不予立案", ("applied",), "unfiled", HEADS,
        {"reason": LongText("不予立案的理由", most=1000)},
        bars=has_handled, effect=effects.filing, closes=True,
    ),
    "refer": Step(
        "移送有权机关", ("registered", *UNDECIDED), "referred", HEADS,
        {
            "organ": Text("移送至", most=100),
            "reason": LongText("移送理由", most=1000, help="如：不属本机关管辖、其他机关最先立案"),
            "on": Day("移送日期", required=False),
        },
        (executing.MEASURES_ENDED,), effect=effects.act, closes=True,
    ),
    "change_officers": Step(
        "变更承办人员", ("applied", *UNDECIDED), "", HEADS,
        {"officers": OFFICERS, "reason": Text("变更原因")},
        (TWO_CERTIFIED, evidence.NOT_RECUSED), offer="any",
        sets=lambda case, facts: {"officers": pks(facts)}, effect=effects.officers,
    ),
    "ask_recusal": Step(
        "提出回避", ("applied", *UNDECIDED), "", FIELD,
        {
            "officer": Person("应回避的执法人员", options=mine),
            "asked_by": Choice("提出人", choices=AskedBy),
            "reason": Text("理由"),
            "on": Day("提出日期", required=False),
        },
        (evidence.IS_OFFICER_HERE,), part="recusals", offer="any",
        sets=lambda case, facts: {"on": facts["on"]},
    ),
    "decide_recusal": Step(
        "决定是否回避", ("applied", *UNDECIDED), "", HEADS,
        {
            "recusal": Row("回避申请", part="recusals"),
            "granted": Flag("决定回避"),
            "officers": replace(OFFICERS, label="接替的执法人员", required=False),
            "opinion": Text("理由", required=False),
            "on": Day("决定日期", required=False),
        },
        (evidence.RECUSAL_OPEN, evidence.NOT_OWN_RECUSAL, evidence.REPLACED),
        offer="any", sets=replaced, alters=answered, effect=effects.recusals,
        fits=lambda case: any(row.granted is None for row in case.part("recusals")),
    ),
    "correct": Step(
        "更正登记", (*BEFORE_FILING, *UNDECIDED), "", FIELD,
        {
            **{name: replace(REGISTRATION[name], required=False) for name in CORRECTED},
            "reason": Text("更正原因"),
        },
        (POWER_IN_FORCE, rules.ACT_FIRST), offer="any", corrects=True,
    ),
    "order_correction": Step(
        "责令改正", ("registered", *UNDECIDED), "", FIELD,
        {
            "content": LongText("责令改正的内容", most=1000),
            "until": Day("改正期限"),
            "on": Day("责令日期", required=False),
        },
        (rules.CORRECT_AHEAD,), offer="any",
    ),
    "check_correction": Step(
        "复查改正", ("registered", *UNDECIDED), "", FIELD,
        {"corrected": Flag("已改正"), "situation": Text("复查情况"),
         "on": Day("复查日期", required=False)},
        offer="any", fits=lambda case: awaits(case, "order_correction", "check_correction"),
    ),
}  # fmt: skip
CLOCKS = (
    Clock(
        "立案", limits.FILE, f"{rules.LAW}第五十四条", ("register", "return_filing"),
        ("approve_filing", "refuse_filing", "refer", "decide_on_spot"), working=True,
    ),
    Clock(
        "责令改正", 0, f"{rules.LAW}第二十八条", ("order_correction",), ("check_correction",),
        told_day="until",
    ),
)  # fmt: skip
