"""From 送达 to 归档: service, payment, urging, remedies, enforcement, and the end of the case."""

from typing import Any

from enforcement.officers.certified import OFFICERS, TWO_CERTIFIED
from lawgov.casework.facts import Choice, Day, Flag, LongText, Money, Text
from lawgov.casework.procedure import Clock, Step
from lawgov.workdays import calendar

from . import dates, money, signing, standing, terms
from .choices import Manner, Paper, Performed, RemedyKind, RemedyResult, Retention
from .opening import pks
from .rules import executing as rules
from .rules import hearing
from .rules.evidence import NOT_RECUSED
from .states import FIELD, HEADS, has_handled

SERVED = ("served",)
ENDED = ("executed", "exempted", "dropped", "transferred", "served")


def arrived(facts: Any) -> Any:
    """Published, a paper counts as served thirty days later; else on the day itself."""
    if facts["manner"] != Manner.NOTICE:
        return facts["on"]
    return calendar.add(facts["on"], terms.NOTICE_SERVED_DAYS, working=False).day


def served(case: Any, facts: Any) -> dict[str, Any]:
    """Service sets the clocks of execution going."""
    day, row = arrived(facts), standing.decision(case)
    paper = Paper.EXEMPTION if case.state == "exempted" else Paper.DECISION
    owed = row.fine + row.confiscated if row else 0
    return {
        "paper": paper, "officers": pks(facts), "served_on": day,
        **dates.after_service(day, owed),
    }  # fmt: skip


def answered(approved: bool) -> Any:
    def alter(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
        row = rules.open_instalment(case)
        row.approved, row.answered_on = approved, facts["on"]
        return [(row, ["approved", "answered_on"])]

    return alter


def granted(case: Any, facts: Any) -> dict[str, Any]:
    """The time to pay ends when the grace does."""
    return {"granted_until": rules.open_instalment(case).until}


def counted(case: Any, facts: Any) -> dict[str, Any]:
    return money.extra(case, facts["on"])._asdict()


def ended(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    """The remedy's result; a decision that falls by it is annulled from that day."""
    remedy, row = rules.open_remedy(case), standing.decision(case)
    remedy.result, remedy.ended_on = facts["result"], facts["on"]
    altered: list[tuple[Any, list[str]]] = [(remedy, ["result", "ended_on"])]
    if facts["result"] in RemedyResult.annulling():
        row.annulled_on = facts["on"]
        altered.append((row, ["annulled_on"]))
    return altered


def court_anew(case: Any, facts: Any) -> dict[str, Any]:
    """Where the decision stands, the three months run from the remedy's end."""
    if facts["result"] in RemedyResult.annulling():
        return {"annulled_on": facts["on"]}
    over = dates.after_remedy(rules.open_remedy(case).kind, facts["on"])
    return {"court_until": dates.months_later(over, terms.COURT_MONTHS)}


def is_owed(case: Any) -> bool:
    return money.unpaid(case) > 0


def has_ended(case: Any) -> bool:
    """A decision that was served is at its end only where it was performed or fell."""
    return case.state != "served" or rules.is_annulled(case)


SERVICE = {
    "on": Day("送达日期"),
    "manner": Choice("送达方式", choices=Manner),
    "place": Text("送达地点", required=False),
    "receiver": Text("收件人", most=100),
    "consented": Flag("当事人已签送达地址（电子送达）确认书"),
    "note": Text("见证人、拒收等情况", required=False),
    "officers": OFFICERS,
}
SERVICE_RULES = (TWO_CERTIFIED, NOT_RECUSED, hearing.E_SERVED, rules.WITNESSED)

STEPS = {
    "serve": Step(
        "送达决定书", ("decided",), "served", FIELD, SERVICE, SERVICE_RULES,
        part="deliveries", sets=served, style="primary",
    ),
    "serve_exemption": Step(
        "送达不予处罚决定书", ("exempted",), "", FIELD, SERVICE, SERVICE_RULES,
        part="deliveries", sets=served, fits=lambda case: case.detail.served_on is None,
        style="primary",
    ),
    "pay": Step(
        "登记缴款", SERVED, "", FIELD,
        {
            "on": Day("缴款日期"),
            "amount": Money("缴款金额"),
            "receipt": Text("票据号码", most=50, help="银行或者电子支付系统的票据"),
        },
        (rules.AFTER_SERVICE, rules.NOT_MORE), part="payments", fits=is_owed, style="primary",
    ),
    "ask_instalment": Step(
        "申请暂缓、分期缴纳", SERVED, "", FIELD,
        {
            "on": Day("申请日期"),
            "reason": Text("申请理由"),
            "terms": Text("缴纳安排"),
            "until": Day("缴清期限"),
        },
        (rules.UNTIL_AHEAD,), part="instalments",
        fits=lambda case: is_owed(case) and rules.open_instalment(case) is None,
    ),
    "approve_instalment": Step(
        "批准暂缓、分期缴纳", SERVED, "", HEADS, {"on": Day("批准日期", required=False)},
        alters=answered(True), sets=granted, bars=has_handled, effect=signing.instalment,
        fits=lambda case: rules.open_instalment(case) is not None, style="success",
    ),
    "refuse_instalment": Step(
        "不批准暂缓、分期缴纳", SERVED, "", HEADS,
        {"reason": Text("理由"), "on": Day("日期", required=False)},
        alters=answered(False), bars=has_handled, effect=signing.instalment,
        fits=lambda case: rules.open_instalment(case) is not None,
    ),
    "demand": Step(
        "催告", SERVED, "", FIELD, SERVICE, (rules.IS_LATE, *SERVICE_RULES), part="deliveries",
        sets=lambda case, facts: {"paper": Paper.DEMAND, "officers": pks(facts)}, fits=is_owed,
    ),
    "surcharge": Step(
        "加处罚款", SERVED, "", HEADS, {"on": Day("计算至")},
        (rules.IS_LATE, rules.NOT_STAYED), part="surcharges", sets=counted,
        effect=signing.surcharge, fits=is_owed, style="danger",
    ),
    "contest": Step(
        "登记复议、诉讼", ("decided", "exempted", "served", "executed"), "", FIELD,
        {
            "kind": Choice("途径", choices=RemedyKind),
            "number": Text("案号", required=False, most=64),
            "on": Day("受理日期"),
            "stays": Flag("停止执行"),
        },
        part="remedies", fits=lambda case: rules.open_remedy(case) is None,
    ),
    "contest_ended": Step(
        "登记复议、诉讼结果", ("decided", "exempted", "served", "executed"), "", FIELD,
        {"result": Choice("结果", choices=RemedyResult), "on": Day("生效日期")},
        alters=ended, sets=court_anew, fits=lambda case: rules.open_remedy(case) is not None,
    ),
    "apply_court": Step(
        "申请法院强制执行", SERVED, "", HEADS,
        {
            "on": Day("申请日期"),
            "court": Text("受理法院", most=100),
            "opinion": Text("审批意见", required=False),
        },
        (rules.DEMANDED, rules.REMEDIES_OVER, rules.IN_THREE_MONTHS), fits=is_owed,
        effect=signing.court, style="danger",
    ),
    "execute": Step(
        "登记执行完毕", SERVED, "executed", FIELD,
        {
            "manner": Choice("履行情况", choices=Performed),
            "urgent": Flag("情况紧急，须在夜间或者节假日执行"),
            "at_night": Flag("在夜间实施"),
            "note": Text("说明", required=False),
            "on": Day("执行完毕日期"),
        },
        (rules.PERFORMED, rules.BY_COURT, rules.URGED_FIRST, rules.BY_DAY), style="primary",
        fits=lambda case: not rules.is_annulled(case),
    ),
    "close": Step(
        "结案", ENDED, "closed", HEADS,
        {"report": LongText("结案报告"), "on": Day("结案日期", required=False)},
        rules.CLOSE, effect=signing.closed, fits=has_ended, closes=True, style="success",
    ),
    "archive": Step(
        "归档", ("closed", "unfiled", "referred"), "archived", FIELD,
        {
            "retention": Choice("保管期限", choices=Retention),
            "on": Day("归档日期", required=False),
        },
        rules.ARCHIVE,
    ),
}  # fmt: skip

CLOCKS = (
    Clock(
        "送达决定书", terms.SERVE_DAYS, "《行政处罚法》第六十一条", ("decide", "exempt"),
        ("serve", "serve_exemption"), working=True,
    ),
    Clock(
        "缴纳罚款", terms.PAY_DAYS, "《行政处罚法》第六十七条", ("serve", "decide_on_spot"),
        ("approve_instalment", "execute", "collect_on_spot", "close"), told_day="pay_from",
    ),
    Clock(
        "分期缴清", 0, "《行政处罚法》第六十六条", ("approve_instalment",), ("execute", "close"),
        told_day="granted_until",
    ),
    Clock(
        "催告后履行", terms.DEMAND_DAYS, "《行政强制法》第五十四条", ("demand",),
        ("apply_court", "execute", "close"), working=True, window=True,
    ),
    Clock(
        "申请法院强制执行", 0, "《行政强制法》第五十三条",
        ("serve", "decide_on_spot", "contest_ended"),
        ("apply_court", "execute", "collect_on_spot", "close"),
        pauses={"contest": "contest_ended"}, told_day="court_until",
    ),
    Clock(
        "结案", terms.CLOSE, "平台办理规则",
        ("execute", "collect_on_spot", "serve_exemption", "drop"), ("close",),
        working=True,
    ),
    Clock("归档", terms.ARCHIVE, "平台办理规则", ("close",), ("archive",)),
)  # fmt: skip
