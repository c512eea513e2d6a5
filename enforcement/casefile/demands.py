"""What each end of a penalty case requires in its file; the page, the archive and the file ask."""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.utils.timezone import localdate

from enforcement.penalty import standing
from enforcement.penalty.choices import Course
from lawgov.casework.models import Case
from lawgov.casework.questions import answers, ask, is_answered

from .choices import End
from .contents import ORDER

PENALTY_LAW, TRANSFER_RULES = "《行政处罚法》", "《行政执法机关移送涉嫌犯罪案件的规定》"
LABELS = {slot.code: slot.label for slot in ORDER}


def always(case: Case) -> bool:
    return True


def asked_to_be_heard(case: Case) -> bool:
    return case.detail.hearing_asked_on is not None


def must_be_reviewed(case: Case) -> bool:
    """The catalogue said so when the text was drafted."""
    draft = standing.draft(case)
    return draft is not None and bool(draft.listed)


def must_be_discussed(case: Case) -> bool:
    decision = standing.decision(case)
    return standing.needs_discussion(case, decision.on if decision else localdate())


def has_defended(case: Case) -> bool:
    return bool(case.part("defences"))


def has_to_pay(case: Case) -> bool:
    return any(row.fine or row.confiscated for row in case.part("decisions"))


def held_things(case: Case) -> bool:
    return any(row.taken_on for row in case.part("measures"))


def went_to_court(case: Case) -> bool:
    return standing.last(case, "apply_court") is not None


def was_contested(case: Case) -> bool:
    return bool(case.part("remedies"))


class Demand(NamedTuple):
    """A place of the file that must not be empty, by which article, and in which cases."""

    slot: str
    article: str
    concerns: Callable[[Any], bool] = always

    @property
    def words(self) -> str:
        return f"{LABELS[self.slot]}（{self.article}）"


FILED = Demand("filing", f"{PENALTY_LAW}第五十四条")
PROVED = Demand("evidence", f"{PENALTY_LAW}第四十条、第四十六条")
CONCLUDED = Demand("conclusion", f"{PENALTY_LAW}第五十七条")
REVIEWED = Demand("review", f"{PENALTY_LAW}第五十八条", must_be_reviewed)
DISCUSSED = Demand("discussion", f"{PENALTY_LAW}第五十七条第二款", must_be_discussed)
DECIDED = Demand("decision", f"{PENALTY_LAW}第五十九条")
SERVED = Demand("delivery", f"{PENALTY_LAW}第六十一条")
CLOSED = Demand("closing", "案卷归档要求")
SOURCED = Demand("source", "案卷归档要求")
HELD = Demand("measures", "《行政强制法》第十八条、第二十四条", held_things)
DEFENDED = Demand("defence", f"{PENALTY_LAW}第四十五条", has_defended)
HEARD = (
    Demand("hearing-notice", f"{PENALTY_LAW}第六十四条", asked_to_be_heard),
    Demand("hearing", f"{PENALTY_LAW}第六十四条", asked_to_be_heard),
    Demand("hearing-report", f"{PENALTY_LAW}第六十五条", asked_to_be_heard),
)
REQUIRED: dict[End, tuple[Demand, ...]] = {
    End.PENALTY: (
        SOURCED, FILED, PROVED, HELD, CONCLUDED,
        Demand("notice", f"{PENALTY_LAW}第四十四条"),
        DEFENDED, *HEARD, REVIEWED, DISCUSSED, DECIDED, SERVED,
        Demand("money", f"{PENALTY_LAW}第六十七条",
               lambda case: has_to_pay(case) and not went_to_court(case)),
        Demand("court", f"{PENALTY_LAW}第七十二条", went_to_court),
        Demand("remedies", "案卷归档要求", was_contested),
        CLOSED,
    ),
    End.SIMPLE: (
        SOURCED,
        Demand("decision", f"{PENALTY_LAW}第五十二条"),
        Demand("money", f"{PENALTY_LAW}第六十七条至第七十一条", has_to_pay),
        Demand("record", f"{PENALTY_LAW}第五十二条第三款"),
    ),
    End.EXEMPTED: (
        SOURCED, FILED, PROVED, HELD, CONCLUDED, REVIEWED, DISCUSSED, DECIDED, SERVED, CLOSED,
    ),
    End.DROPPED: (SOURCED, FILED, Demand("drop", "案卷归档要求")),
    End.TRANSFERRED: (
        SOURCED, FILED, PROVED, HELD, Demand("transfer", f"{TRANSFER_RULES}第五条、第六条"),
    ),
    End.REFERRED: (SOURCED, Demand("referral", f"{PENALTY_LAW}第二十五条")),
    End.UNFILED: (SOURCED, Demand("filing", f"{PENALTY_LAW}第五十四条")),
}  # fmt: skip
# By which step a case took its end; the last that was taken counts. What is resumed has none.
ENDINGS: dict[str, End | None] = {
    "exempt": End.EXEMPTED,
    "drop": End.DROPPED,
    "transfer": End.TRANSFERRED,
    "refer": End.REFERRED,
    "refuse_filing": End.UNFILED,
    "resume": None,
}


def end_of(case: Case) -> End:
    """How the case ended; while it is open, how it would in the ordinary course."""
    taken = [ENDINGS[event.step] for event in case.history if event.step in ENDINGS]
    if taken and (last := taken[-1]):
        return last
    return End.SIMPLE if case.detail.course == Course.SIMPLE else End.PENALTY


def demands(case: Case) -> list[Demand]:
    return [each for each in REQUIRED[end_of(case)] if each.concerns(case)]


def unmet(case: Case) -> list[Demand]:
    filled = {slot.code for slot in ORDER if slot.finds(case)}
    return [each for each in demands(case) if each.slot not in filled]


@answers("casefile.missing")
def missing(case: Case) -> list[str]:
    """What the file lacks, each with the article that demands it."""
    unrecorded = ask("recording.missing", case) if is_answered("recording.missing") else []
    return [*(each.words for each in unmet(case)), *unrecorded]
