"""What is asked of the draft of an agreement, and of the marks under it."""

import re
from datetime import date
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule

from ..choices import CLAUSE, Mark, Signer
from .agreed import next_ordinal
from .law import MEDIATION_LAW, Facts

# What a clause leaves to be filled in; underscores within a name are none.
BLANK = re.compile(r"(?<![A-Za-z0-9_])__+(?![A-Za-z0-9_])")


def last_draft(case: Any) -> Any:
    """The version that the parties talk about now; for a later agreement it is drafted anew."""
    drafts = [row for row in case.part("drafts") if row.agreement_ordinal == next_ordinal(case)]
    return drafts[-1] if drafts else None


def marks(case: Any) -> list[Any]:
    """Those under the version of now: a new version is signed anew."""
    draft = last_draft(case)
    return [row for row in case.part("signatures") if draft and row.version == draft.version]


def signed_by(case: Any, signer: Signer) -> date | None:
    """The day of the last of their marks, once all of them have signed."""
    days = {row.party_id: row.on for row in marks(case) if row.signer == signer}
    wanted = {row.pk for row in case.part("parties")} if signer == Signer.PARTY else {None}
    return max(days.values()) if wanted and wanted <= days.keys() else None


def signs_once(case: Any, facts: Facts) -> bool:
    mine = (facts["signer"], facts.get("party"))
    return mine not in {(row.signer, row.party_id) for row in marks(case)}


def names_who(case: Any, facts: Facts) -> bool:
    if facts["signer"] != Signer.PARTY:
        return "party" not in facts
    return "party" in facts and case.one("parties", facts["party"]) is not None


def clauses_fit(case: Any, facts: Facts) -> bool:
    return all(CLAUSE.fits(code, case.detail.type) for code in facts.get("clauses", ()))


def seen(case: Any, facts: Facts) -> bool:
    """A hand or a seal is seen; of a finger it is noted which."""
    by_finger = facts["mark"] == Mark.FINGERPRINT
    return "file" in facts or (by_finger and bool(facts.get("note")))


def has_blanks(text: str) -> bool:
    return bool(BLANK.search(text))


SAYS_SOMETHING = rule_of_house(
    "草案应选用条款或者写明协议内容",
    lambda case, facts: bool(facts.get("clauses") or facts.get("content")),
    asks=True,
)
CLAUSES_FIT = rule_of_house("所选条款应适用于本案的纠纷类型", clauses_fit, asks=True)
DRAFT_FILLED = rule_of_house(
    "草案的空白处填写完整后方可签署",
    lambda case, facts: not has_blanks(last_draft(case).content),
)
FILLED = rule_of_house(
    "协议内容的空白处应填写完整",
    lambda case, facts: not has_blanks(facts["content"]),
    asks=True,
)
WHO_SIGNS = rule_of_house(
    "当事人签署的须选定本案当事人，调解员签名、调解委员会盖章的不选", names_who, asks=True
)
SIGNS_ONCE = rule_of_house("同一签署人在一稿上只签署一次", signs_once, asks=True)
MARK_SEEN = Rule(
    "手写签名、盖章须有图样，按指印须有图样或者写明手指",
    MEDIATION_LAW,
    "第二十九条",
    seen,
    asks=True,
)
SEALED_BY_SEAL = Rule(
    "调解委员会以印章签署，调解员签名",
    MEDIATION_LAW,
    "第二十九条",
    lambda case, facts: {
        Signer.COMMITTEE: facts["mark"] == Mark.SEAL,
        Signer.MEDIATOR: facts["mark"] == Mark.HAND,
    }.get(facts["signer"], True),
    asks=True,
)
