"""What of a case would be published: in the words of its own room, then without its people."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from lawgov.casework import questions
from lawgov.casework.models import Case, Sensitivity
from lawgov.parties.models import PartyKind
from lawgov.privacy import disclosed, masks

LABELS_HIDDEN = frozenset(
    {"身份证号", "证件号码", "联系电话", "手机", "电话", "住址", "地址", "出生日期", "性别", "民族"}
    | {"银行账号", "年龄", "代理人", "代理人电话"}
)
Rows = list[list[str]]


@dataclass(frozen=True)
class Content:
    """A case as its own room would tell it to the public, everything still open."""

    type: str
    title: str
    rows: list[tuple[str, str]]
    decided_on: date
    working_days: int
    minor: bool
    party_kind: str = ""
    remedy: str = ""
    annulled_on: date | None = None  # the decision no longer stands since
    hide: list[str] = field(default_factory=list)  # names that stand in no row of the parties

    @property
    def text_hash(self) -> str:
        parts = [self.title, self.remedy, *(word for row in self.rows for word in row)]
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def is_published(kind: str) -> bool:
    return questions.is_answered(f"{kind}.for_publication")


def of(case: Case) -> Content | None:
    """Nothing, as long as there is nothing to publish of it."""
    if not is_published(case.kind):
        return None
    told = questions.ask(f"{case.kind}.for_publication", case)
    return Content(**told) if told and told["decided_on"] else None


def parties(case: Case) -> list[Any]:
    return case.part("parties") if "parties" in case.procedure.parts else []


def is_minors(case: Case, content: Content) -> bool:
    known = any(row.is_minor for row in parties(case))
    return content.minor or known or case.sensitivity == Sensitivity.MINOR


@dataclass(frozen=True)
class Cover:
    """What is known of the people of a case, each value with what may be shown of it."""

    known: Mapping[str, str]
    kept: list[str]

    def over(self, text: str) -> str:
        return disclosed.disclosed(text, self.known, self.kept)

    def leaks(self, text: str) -> bool:
        return disclosed.leaks(text, self.known, self.kept)


def cover(case: Case, content: Content | None) -> Cover:
    known: dict[str, str] = (
        {name: masks.mask_name(name) for name in content.hide} if content else {}
    )
    for row in parties(case):
        known |= {row.address: masks.mask_address(row.address)}
        known |= dict.fromkeys((row.id_number, row.phone, row.agent_phone), disclosed.HIDDEN)
        known[row.agent_name] = masks.mask_name(row.agent_name)
        if row.kind == PartyKind.PERSON:
            known[row.name] = masks.mask_name(row.name)
    return Cover(known, [row.credit_code for row in parties(case)])


def shown(case: Case, content: Content) -> dict[str, Any]:
    """The columns of the publication as everybody reads them."""
    safe = cover(case, content)
    return {
        "title": safe.over(content.title),
        "type": content.type,
        "rows": [
            [label, safe.over(words)]
            for label, words in content.rows
            if words and label not in LABELS_HIDDEN
        ],
        "remedy": disclosed.unnumbered(content.remedy),
        "decided_on": content.decided_on,
        "party_kind": content.party_kind,
        "text_hash": content.text_hash,
    }


def words(case: Case) -> list[str]:
    """Everything that a publication says to the public."""
    detail = case.detail
    said = [case.title, *(word for _, word in detail.rows), detail.explanation]
    return [word for word in said if word]
