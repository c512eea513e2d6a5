"""How the handling ends: an agreement in writing or by word, or none."""

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
from lawgov.casework.procedure import Clock, Step
from lawgov.parties import steps as parties
from lawgov.parties.models import Side
from lawgov.people.models import Role

from .choices import (
    AgreementKind,
    Organ,
    Route,
)
from .rules import agreeing as rules
from .rules.conferring import PLANNED
from .rules.dispatching import NO_RECUSAL_PENDING
from .rules.linking import HANDSHAKE
from .rules.standing import HANDLED, NOT_REFUSED, POLICE_TOLD
from .states import OFFICE, OPEN, SETTLING, UNDER_WAY

STEPS = {
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
            NOT_REFUSED, HANDLED, NO_RECUSAL_PENDING, rules.BOTH_SIDES, rules.SIGNED,
            rules.SIGNED_IN_TIME, POLICE_TOLD, parties.GUARDED, PLANNED,
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
            NOT_REFUSED, HANDLED, NO_RECUSAL_PENDING, rules.BOTH_SIDES, rules.ORAL_WANTED,
            POLICE_TOLD, parties.GUARDED, PLANNED,
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
        (POLICE_TOLD,), closes=True,
    ),
    "withdraw": Step(
        "撤回", OPEN, "withdrawn", OFFICE,
        {
            "side": Choice("要求终止的一方", choices=Side),
            "reason": LongText("原因", required=False),
            "routes": Several("已告知的途径", required=False, choices=Route),
        },
        (rules.ROUTES_TOLD, POLICE_TOLD), closes=True,
    ),
    "refer": Step(
        "转送", OPEN, "referred", OFFICE,
        {"organ": Choice("转送至", choices=Organ), "reason": LongText("原因")},
        (HANDSHAKE, POLICE_TOLD), closes=True,
    ),
}  # fmt: skip
CLOCKS = (
    Clock("履行", 0, "协议约定的履行期限", SETTLING, ("perform", "breach"),
          told_day="perform_by"),
)  # fmt: skip
