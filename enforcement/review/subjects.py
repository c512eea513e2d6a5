"""What is under review: any case whose kind says what of it is to be seen."""

from dataclasses import dataclass

from lawgov.casework import questions
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


def of(case: Case) -> Subject:
    told = questions.ask(f"{case.kind}.for_review", case)
    return Subject(**told | {"involved": set(told["involved"]), "names": set(told["names"])})
