"""How an agreement is written: 草案 from clauses, version by version, and the marks under it."""

from dataclasses import dataclass
from typing import Any

from django import forms

from lawgov.casework.drawn import Drawn
from lawgov.casework.facts import Choice, Day, LongText, Row, Several, Text
from lawgov.casework.procedure import Clock, Step
from lawgov.parties import steps as parties
from lawgov.people.models import Role

from .choices import CLAUSE, Mark, Signer
from .files import filed
from .rules import drafting as rules
from .rules.agreed import next_ordinal
from .rules.mediating import IN_ROOM
from .rules.standing import HANDLED, NOT_REFUSED
from .states import OFFICE


@dataclass(frozen=True)
class Clauses(Several):
    """Those of the list that suit the type of the dispute."""

    def field(self, case: Any = None) -> forms.Field:
        field = super().field(case)
        if case:
            kind = case.detail.type
            field.choices = [  # type: ignore[attr-defined]
                (code, label) for code, label in self.choices.choices if CLAUSE.fits(code, kind)
            ]
        return field


def composed(facts: Any) -> str:
    """The text that was written, and after it the chosen clauses that it does not hold yet."""
    text = facts.get("content", "")
    known = CLAUSE.on(facts["on"])
    chosen = [known(code).label for code in facts.get("clauses", ())]
    return "\n".join([*([text] if text else []), *(each for each in chosen if each not in text)])


def drafted(case: Any, facts: Any) -> dict[str, Any]:
    return {
        "version": len(case.part("drafts")) + 1,
        "agreement_ordinal": next_ordinal(case),
        "on": facts["on"],
        "content": composed(facts),
    }


def begun(case: Any) -> dict[str, Any]:
    """The next version begins with the last."""
    draft = rules.last_draft(case)
    return {"content": draft.content} if draft else {}


def marked(mark: str) -> str:
    return "印章" if mark == Mark.SEAL else "签名"


def signed(case: Any, facts: Any) -> dict[str, Any]:
    party = case.one("parties", facts["party"]) if "party" in facts else None
    return {
        "version": rules.last_draft(case).version,
        "party": party,
        **filed(case, facts, f"{Signer(facts['signer']).label}{marked(facts['mark'])}"),
    }


STEPS = {
    "draft": Step(
        "拟定协议草案", ("mediating",), "", (Role.MEDIATOR,),
        {
            "clauses": Clauses("选用条款", required=False, choices=CLAUSE),
            "content": LongText("协议内容", required=False, help="空白处请填写；所选条款附在后面"),
            "note": Text("修改说明", required=False),
            "on": Day("日期", required=False),
        },
        (NOT_REFUSED, HANDLED, rules.SAYS_SOMETHING, rules.CLAUSES_FIT),
        part="drafts", sets=drafted, begins=begun,
    ),
    "sign": Step(
        "签署协议", ("mediating",), "", OFFICE,
        {
            "signer": Choice("签署人", choices=Signer),
            "party": Row("当事人", required=False, part="parties"),
            "mark": Choice("方式", choices=Mark),
            "file": Drawn(
                "签名", required=False, help="在框内手写，或附纸质签名、印章的扫描件"
            ),
            "note": Text("说明", required=False, help="按指印的写明手指，如右手食指"),
            "on": Day("签署日期"),
        },
        (
            NOT_REFUSED, rules.DRAFT_FILLED, rules.WHO_SIGNS, rules.SIGNS_ONCE, rules.MARK_SEEN,
            rules.SEALED_BY_SEAL, parties.GUARDED, *IN_ROOM,
        ),
        part="signatures", sets=signed, style="primary",
        fits=lambda case: rules.last_draft(case) is not None,
    ),
}  # fmt: skip
CLOCKS: tuple[Clock, ...] = ()
