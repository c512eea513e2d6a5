"""What the law asks from the notice to the end of a hearing (行政处罚法第四十四、六十三条以下)."""

from datetime import date
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule
from lawgov.workdays import calendar

from .. import standing
from ..choices import Manner, Outcome
from ..standing import day
from ..terms import HEARING_ASKED_DAYS, HEARING_NOTICE_DAYS
from .opening import LAW, SINCE, Facts

MOST_AGENTS = 2


def hearing_until(notified_on: date) -> date:
    return calendar.add(notified_on, HEARING_ASKED_DAYS, working=True).day


def proposes_penalty(case: Any, facts: Facts) -> bool:
    row = standing.draft(case)
    return row is not None and row.outcome == Outcome.PENALTY


def told_of_hearing(case: Any, facts: Facts) -> bool:
    row = standing.draft(case)
    due = row is not None and standing.may_be_heard(case, row, day(facts))
    return bool(facts.get("hearing")) or not due


def asked_in_time(case: Any, facts: Facts) -> bool:
    told = case.detail.notified_on
    return told is not None and told <= facts["on"] <= hearing_until(told)


def told_in_time(case: Any, facts: Facts) -> bool:
    last = calendar.add(facts["on"], HEARING_NOTICE_DAYS, working=True).day
    return bool(facts["planned_on"] >= last)


def chair_is_apart(case: Any, facts: Facts) -> bool:
    """Neither an officer of the case nor who handled it."""
    handled = {event.by_id for event in case.history if event.step in HANDLED}
    return facts["chair"].pk not in handled | set(case.detail.officers) | {case.handler_id}


HANDLED = ("register", "apply_filing", "investigate", "conclude", "draft")


def is_chaired(case: Any, facts: Facts) -> bool:
    row = standing.hearing(case)
    return row is not None and row.chair == facts.get("by")


def on_its_day(case: Any, facts: Facts) -> bool:
    row = standing.hearing(case)
    return row is not None and bool(facts["on"] >= row.planned_on)


def e_served(case: Any, facts: Facts) -> bool:
    return facts.get("manner") != Manner.ELECTRONIC or bool(facts.get("consented"))


DRAFTED = Rule(
    "须先拟定给予处罚的决定，方可告知", LAW, "第四十四条、第五十七条", proposes_penalty, since=SINCE
)
TOLD = Rule(
    "须告知拟作出的处罚内容及事实、理由、依据，并告知依法享有的陈述、申辩等权利",
    LAW, "第四十四条", lambda case, facts: bool(facts.get("told")), asks=True, since=SINCE,
)  # fmt: skip
TOLD_OF_HEARING = Rule(
    "拟作出较大数额罚款、没收，降低资质等级、吊销许可证件，责令停产停业、责令关闭、限制从业的，"
    "应当告知有要求听证的权利",
    LAW, "第六十三条", told_of_hearing, asks=True, since=SINCE,
)  # fmt: skip
E_SERVED = Rule(
    "当事人同意并签订确认书的，方可采用传真、电子邮件等方式送达",
    LAW, "第六十一条第二款", e_served, asks=True, since=SINCE,
)  # fmt: skip
IN_WRITING = Rule(
    "当事人明确放弃陈述、申辩（听证）的，须有书面材料",
    LAW, "第六十二条", lambda case, facts: bool(facts.get("written")), asks=True, since=SINCE,
)  # fmt: skip
HEARING_OPEN = Rule(
    "当事人享有要求听证的权利并已被告知", LAW, "第六十三条",
    lambda case, facts: case.detail.hearing_right, since=SINCE,
)  # fmt: skip
ASKED_IN_TIME = Rule(
    f"要求听证的，应当在被告知后{HEARING_ASKED_DAYS}个工作日内提出",
    LAW, "第六十四条第一项", asked_in_time, asks=True, since=SINCE,
)  # fmt: skip
HEARING_ASKED = Rule(
    "当事人要求听证的，组织听证", LAW, "第六十三条",
    lambda case, facts: case.detail.hearing_asked_on is not None, since=SINCE,
)  # fmt: skip
TOLD_IN_TIME = Rule(
    f"应当在举行听证的{HEARING_NOTICE_DAYS}个工作日前通知当事人及有关人员时间、地点",
    LAW, "第六十四条第二项", told_in_time, asks=True, since=SINCE,
)  # fmt: skip
CHAIR_APART = Rule(
    "听证由非本案调查人员主持", LAW, "第六十四条第四项", chair_is_apart, asks=True, since=SINCE
)
CHAIRED = Rule(
    "听证笔录由通知书载明的听证主持人登记", LAW, "第六十四条第四项", is_chaired, since=SINCE
)
ON_ITS_DAY = rule_of_house("听证不得早于通知的日期举行", on_its_day, asks=True)
FEW_AGENTS = Rule(
    f"当事人可以亲自参加听证，也可以委托一至{MOST_AGENTS}人代理",
    LAW, "第六十四条第五项", lambda case, facts: facts.get("agents", 0) <= MOST_AGENTS,
    asks=True, since=SINCE,
)  # fmt: skip
SIGNED = Rule(
    "听证笔录应当交当事人或者其代理人核对无误后签字或者盖章；拒绝的，由主持人在笔录中注明",
    LAW, "第六十四条第八项", lambda case, facts: bool(facts.get("signed")), asks=True, since=SINCE,
)  # fmt: skip
WEIGHED = rule_of_house(
    "陈述申辩尚未复核", lambda case, facts: standing.open_defence(case) is not None
)
