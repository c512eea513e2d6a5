"""A fact that names another case: one whose kind answers a question."""

from dataclasses import dataclass
from typing import Any

from . import questions
from .facts import Fact, Integer, Wrong
from .models import Case


@dataclass(frozen=True)
class About(Integer):
    """The case by its id; the bulk load names the case itself."""

    question: str = ""  # what its kind answers, as in "for_review"
    verb: str = ""  # what is done with it, for who names another
    least: int = 1
    most: int = 2**63 - 1

    def read(self, raw: Any) -> Any:
        if isinstance(raw, Case):
            return raw
        found = Case.objects.filter(pk=super().read(raw)).first()
        if not found or not self.takes(found):
            raise Wrong(self.unknown)
        return found

    def takes(self, case: Case) -> bool:
        return questions.is_answered(f"{case.kind}.{self.question}")

    @property
    def unknown(self) -> str:
        return f"没有这个可以{self.verb}的案件"

    def kept(self, value: Any) -> Any:
        return value.pk

    def shown(self, value: Any) -> str:
        return Fact.shown(self, Case.objects.filter(pk=value).first())
