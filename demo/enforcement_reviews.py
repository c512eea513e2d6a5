"""Legal reviews of penalty cases that are told in the same batch, round by round."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any

from enforcement.review import subjects
from enforcement.review.models import POINTS, Opinion
from lawgov.casework import questions
from lawgov.casework.batch import Batch
from lawgov.casework.models import Case

from .days import Days, Watch
from .people import Worker

FINE = dict.fromkeys(POINTS, "fine")
# What was found wrong in a first round: the point, the kind of opinion, the defect, the words.
FAULTS = (
    ("proof", "investigate", "proof", "演示数据：现场测量记录缺失，请补充后再次送审。"),
    ("grounds", "grounds", "discretion", "演示数据：裁量理由没有对应裁量基准的档次，请补充说明。"),
    ("course", "procedure", "notice", "演示数据：告知书未载明听证期限，请纠正后再次送审。"),
    ("papers", "amend", "paper", "演示数据：决定书救济途径表述不完整，请修改。"),
)
STATEMENT = "演示数据：两名执法人员持证调查，事实、依据、裁量和程序情况见案卷。"


class Bench:
    """The reviewer's desk while a batch is worked out: nothing of it is stored before the end.

    In a batch a review stands before the decision that rests on it, so its rows are written first.
    """

    def __init__(self, batch: Batch, days: Days, reviewers: list[Worker]) -> None:
        self.batch, self.days, self.reviewers = batch, days, reviewers
        self.given: dict[int, Opinion] = {}
        self.serial = 0

    @contextmanager
    def in_session(self) -> Iterator[None]:
        """The rules of a penalty ask for what was found here, not for what is stored."""
        kept = {name: questions.ANSWERS[name] for name in ("review.passed", "review.standing")}
        questions.ANSWERS |= {"review.passed": self.passed, "review.standing": self.standing}
        try:
            yield
        finally:
            questions.ANSWERS |= kept

    def passed(self, subject: Case, text_hash: str) -> bool:
        opinion = self.given.get(subject.pk)
        return opinion is not None and opinion.passes and opinion.text_hash == text_hash

    def standing(self, subject: Case) -> dict[str, Any] | None:
        opinion = self.given.get(subject.pk)
        if opinion is None:
            return None
        now = subjects.of(subject).text_hash
        return {
            "review": opinion.case, "state": opinion.case.state_label, "opinion": opinion,
            "passed": self.passed(subject, now), "stale": opinion.text_hash != now,
        }  # fmt: skip

    def send(self, subject: Case, sender: Worker, watch: Watch, day: date) -> "Sitting":
        self.serial += 1
        reviewer = self.reviewers[self.serial % len(self.reviewers)]
        return Sitting(self, subject, sender, reviewer, watch, day)


class Sitting:
    """One review: each step on a working day after the last, and what is left to come is left."""

    def __init__(
        self, bench: Bench, subject: Case, sender: Worker, reviewer: Worker, watch: Watch, day: date
    ) -> None:
        self.bench, self.subject, self.watch, self.day = bench, subject, watch, day
        self.sender, self.reviewer = sender, reviewer
        self.case = bench.batch.open(
            "review", subject.unit, by=sender.user, post=sender.post, at=watch.at(day), on=day,
            subject=subject, statement=STATEMENT,
        )  # fmt: skip

    def take(self, step: str, by: Worker, **facts: Any) -> None:
        at = self.watch.at(self.day)
        self.bench.batch.take(self.case, step, by=by.user, post=by.post, at=at, **facts)

    def next_day(self) -> bool:
        day = self.bench.days.after(self.day, 1)
        self.day = day or self.day
        return day is not None

    def accept(self) -> None:
        self.take("accept", self.reviewer, handler=self.reviewer.user, on=self.day)

    def send_back(self, fault: int) -> None:
        point, kind, defect, body = FAULTS[fault % len(FAULTS)]
        points = FINE | {point: "faulty"}
        self.give("send_back", **points, verdict=kind, defects=[defect], body=body)

    def agree(self) -> None:
        self.give("agree", **FINE, body="演示数据：事实清楚，证据充分，程序合法，裁量适当。")

    def give(self, step: str, **facts: Any) -> None:
        self.take(step, self.reviewer, on=self.day, **facts)
        self.bench.given[self.subject.pk] = self.case.part("opinions")[-1]

    def resubmit(self) -> None:
        self.take("resubmit", self.sender, note="演示数据：已逐条修改。", on=self.day)

    def pass_in(self, rounds: int, amend: Callable[[date], None]) -> date | None:
        """Through so many rounds to its passing, the text amended before each but the first; on
        which day that was, if it has come."""
        for turn in range(rounds):
            if not self.next_day():
                return None
            self.accept()
            if not self.next_day():
                return None
            if turn + 1 < rounds:
                self.send_back(self.bench.serial)
                amend(self.day)
                self.resubmit()
        self.agree()
        return self.day
