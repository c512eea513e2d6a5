"""What is under review: any case whose kind says what of it is to be seen."""

from dataclasses import dataclass
from typing import Any

from lawgov.casework import questions
from lawgov.casework.facts import Fact, Integer, Wrong
from lawgov.casework.models import Case


@dataclass(frozen=True)
class Subject:
    """A case as it lies before the reviewer, in the words of its own room."""

    type: str
    title: str
    text: str
    text_hash: str
    pairs: list[tuple[str, str]]
    involved: set[int]  # who handled it or chaired its hearing: they do not review it
    names: set[int]  # its parties, by the ids of their rows
    materials: list[tuple[str, str, bool]]
    listed: list[str]
    decided: bool

    @property
    def read(self) -> str:
        """The text as it is read and compared, a line for each thing it says."""
        return "\n".join(f"{label}：{words}" for label, words in self.pairs) or self.text


def is_reviewed(kind: str) -> bool:
    return questions.is_answered(f"{kind}.for_review")


def of(case: Case) -> Subject:
    told = questions.ask(f"{case.kind}.for_review", case)
    return Subject(**told | {"involved": set(told["involved"]), "names": set(told["names"])})


@dataclass(frozen=True)
class Reviewed(Integer):
    """The case that is sent for review, by its id; the bulk load names the case itself."""

    least: int = 1
    most: int = 2**63 - 1

    def read(self, raw: Any) -> Any:
        if isinstance(raw, Case):
            return raw
        found = Case.objects.filter(pk=super().read(raw)).first()
        if not found or not is_reviewed(found.kind):
            raise Wrong("没有这个可以送法制审核的案件")
        return found

    def kept(self, value: Any) -> Any:
        return value.pk

    def shown(self, value: Any) -> str:
        return Fact.shown(self, Case.objects.filter(pk=value).first())
