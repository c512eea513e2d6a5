"""How the handling ends: an agreement in writing or by word, or none."""

from typing import Any

from lawgov.casework.facts import (
    Choice,
    Day,
    Flag,
    Integer,
    LongText,
    Many,
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
    Annulment,
    Organ,
    Prevented,
    Route,
)
from .drafting import begun
from .rules import agreeing as rules
from .rules.agreed import in_force, next_ordinal
from .rules.conferring import PLANNED
from .rules.dispatching import NO_RECUSAL_PENDING
from .rules.drafting import FILLED
from .rules.linking import HANDSHAKE
from .rules.standing import HANDLED, NOT_REFUSED, POLICE_TOLD
from .states import OFFICE, OPEN, SETTLED, SETTLING, UNDER_WAY


def written(case: Any, facts: Any) -> dict[str, Any]:
    return {
        "form": AgreementKind.WRITTEN,
        "effective_on": rules.effective_on(case, facts),
        "copies": facts.get("copies", rules.copies_needed(case)),
        **rules.signed_days(case, facts),
        **ordered(case, facts),
    }


def oral(case: Any, facts: Any) -> dict[str, Any]:
    return {
        "form": AgreementKind.ORAL, "effective_on": facts["on"], **ordered(case, facts)
    }  # fmt: skip


def ordered(case: Any, facts: Any) -> dict[str, Any]:
    """Which agreement of the dispute this is, its instalments, and the day of the first."""
    nth, parts = next_ordinal(case), facts.get("instalments", [])
    rows = [
        {**part, "agreement_ordinal": nth, "ordinal": place} for place, part in enumerate(parts, 1)
    ]
    first = {"next_due": parts[0]["due_on"]} if parts else {}
    return {"ordinal": nth, "instalments": rows, **first}


def written_up(case: Any) -> dict[str, Any]:
    """An agreement begins with what the dispute is about and with the last draft."""
    return {"disputed": case.detail.summary, **begun(case)}


def stands(case: Any) -> dict[str, Any]:
    """A change begins with what is to be changed."""
    row = in_force(case)
    return {name: getattr(row, name) for name in ("disputed", "liability", "content", "manner")}


def replaced(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    """A later agreement takes the place of the one that was in force before it."""
    earlier = [row for row in case.part("agreements")[:-1] if not row.annulled_on]
    return [each for old in earlier for each in annul(old, Annulment.CHANGED, facts)]


def annulled(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    return annul(in_force(case), facts["annulment"], facts)


def annul(row: Any, how: str, facts: Any) -> list[tuple[Any, list[str]]]:
    row.annulment, row.annulled_on = how, facts["on"]
    row.annulled_by = facts.get("annulled_by", "")
    return [(row, ["annulment", "annulled_on", "annulled_by"])]


INSTALMENTS = Many(
    "分期履行", required=False, least=0, most=60,
    of={
        "due_on": Day("应履行日期"),
        "content": Text("履行内容", required=False),
        "amount": Money("金额", required=False),
    },
)  # fmt: skip
PREVENTED = {
    "prevented": Choice("防止激化", required=False, choices=Prevented),
    "prevented_cases": Integer("防止激化件数", required=False, least=1, most=1000),
    "prevented_people": Integer("防止激化人数", required=False, least=1, most=100000),
}
WRITTEN = {
    "disputed": LongText("纠纷主要事实、争议事项"),
    "liability": LongText("各方当事人的责任"),
    "content": LongText("协议内容"),
    "manner": Text("履行方式"),
    "perform_by": Day("履行期限"),
    "perform_at": Text("履行地点", required=False),
    "copies": Integer("份数", required=False, least=3, most=100, help="不填即当事人各一份加留存"),
    "parties_signed_on": Day("各方当事人签名日期", required=False, help="已在线签署的不填"),
    "mediator_signed_on": Day("调解员签名日期", required=False),
    "sealed_on": Day("调解委员会盖章日期", required=False),
    "agreed_amount": Money("协议涉及金额", required=False),
    "on": Day("达成协议日期", required=False),
    "instalments": INSTALMENTS,
}
IN_WRITING = (
    rules.BOTH_SIDES, rules.SIGNED, rules.SIGNED_IN_TIME, rules.COPIES_ENOUGH,
    rules.INSTALMENTS_FIT, FILLED, parties.GUARDED,
)  # fmt: skip

STEPS = {
    "agree_written": Step(
        "达成书面协议", ("mediating",), "agreed", (Role.MEDIATOR,), {**WRITTEN, **PREVENTED},
        (
            NOT_REFUSED, HANDLED, NO_RECUSAL_PENDING, *IN_WRITING, rules.SIGNED_TEXT,
            rules.PREVENTED_IN_PAIRS, POLICE_TOLD, PLANNED,
        ),
        part="agreements", closes=True, style="success", sets=written, alters=replaced,
        begins=written_up,
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
            **PREVENTED,
        },
        (
            NOT_REFUSED, HANDLED, NO_RECUSAL_PENDING, rules.BOTH_SIDES, rules.ORAL_WANTED,
            rules.PREVENTED_IN_PAIRS, POLICE_TOLD, parties.GUARDED, PLANNED,
        ),
        part="agreements", closes=True, style="success", sets=oral, alters=replaced,
    ),
    "fail": Step(
        "调解不成", UNDER_WAY, "failed", OFFICE,
        {
            "reason": LongText("不成的原因"),
            "routes": Several("已告知的途径", choices=Route),
            "on": Day("终止日期", required=False),
            **PREVENTED,
        },
        (rules.PREVENTED_IN_PAIRS, POLICE_TOLD), closes=True,
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
    "change_agreement": Step(
        "变更协议", SETTLED, "agreed", OFFICE,
        {**WRITTEN, "agreed_by_all": Flag("各方当事人一致同意变更")},
        (rules.BOTH_CHANGE, *IN_WRITING), part="agreements", sets=written, alters=replaced,
        begins=stands, fits=lambda case: in_force(case) is not None,
    ),
    "annul_agreement": Step(
        "协议被变更、撤销或确认无效", SETTLED, "annulled", OFFICE,
        {
            "annulment": Choice("裁判结果", choices=Annulment),
            "annulled_by": Text("裁判文书号", most=100),
            "on": Day("裁判生效日期"),
            "reason": LongText("理由", required=False),
        },
        alters=annulled, style="danger", fits=lambda case: in_force(case) is not None,
    ),
}  # fmt: skip
CLOCKS = (
    Clock("履行", 0, "协议约定的履行期限", (*SETTLING, "change_agreement"),
          ("perform", "breach", "annul_agreement", "reopen"), told_day="perform_by"),
)  # fmt: skip
