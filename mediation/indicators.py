"""What mediation counts. A dispute counts in the period of the named step, not by its state."""

from lawgov.people.models import MediatorKind
from reporting.indicators import Count, Distinct, Sum, register
from reporting.sources import entries, events

from .choices import CHANNEL, DISPUTE_TYPE, ROUND
from .states import ENDING, SETTLING

SCREENINGS = entries("screening", "矛盾纠纷排查台账", type=ROUND)
DISPUTES = events("dispute", "矛盾纠纷办理记录", type=DISPUTE_TYPE, channel=CHANNEL)
ENDED = "达成协议、调解不成、撤回或转送的日期"

INDICATORS = register(
    Count(
        "dispute.screened",
        "矛盾纠纷排查次数",
        "次",
        SCREENINGS,
        "走访、巡查、集中排查，一轮记一次，不论是否发现纠纷；作废的不计。",
        basis="排查日期",
    ),
    Distinct(
        "dispute.handled",
        "调处矛盾纠纷数",
        "起",
        DISPUTES,
        "处理终结的纠纷，不论结果：达成协议、调解不成、撤回、转送；不予受理的不计。",
        basis=ENDED,
        of="case",
        step=ENDING,
    ),
    Count(
        "dispute.mediated",
        "成功调解（化解）矛盾纠纷数",
        "件",
        DISPUTES,
        "达成书面或口头调解协议的纠纷；以后是否履行、归档不影响计数。",
        basis="达成协议日期",
        step=SETTLING,
    ),
    Sum(
        "dispute.amount",
        "调处纠纷涉及标的金额",
        "元",
        DISPUTES,
        "处理终结的纠纷在终结时的标的金额之和。",
        basis=ENDED,
        of="amount",
        per=100,
        step=ENDING,
    ),
    Distinct(
        "dispute.lawyer_assigned",
        "委派青年律师调解员纠纷数",
        "宗",
        DISPUTES,
        "分派给青年律师调解员的纠纷，多次分派的计一宗，记在期内首次分派之日。",
        basis="分派日期",
        of="case",
        step="assign",
        facet=MediatorKind.YOUNG_LAWYER,
    ),
    Count(
        "dispute.lawyer_closed",
        "青年律师调解员办结纠纷数",
        "宗",
        DISPUTES,
        "由青年律师调解员承办而处理终结的纠纷，不论结果。",
        basis=ENDED,
        step=ENDING,
        facet=MediatorKind.YOUNG_LAWYER,
    ),
)
