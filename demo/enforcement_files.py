"""Checks of closed penalty files: some by the team itself, some by the justice office."""

from datetime import date
from random import Random
from typing import Any

from enforcement.casefile.choices import CheckForm
from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.people.models import Role

from .days import Days, Watch
from .enforcement_officers import standing
from .people import Cast, Worker
from .plans import Street

EACH_YEAR = 4
CLOSED = ("closed", "archived")
DEFECTS: tuple[list[dict[str, Any]], ...] = (
    [
        {"item": "E2", "deducted": 1, "defect": "演示数据：送达录像声音不清"},
        {"item": "B4", "deducted": 2, "defect": "演示数据：询问笔录未逐页签名"},
    ],
    [],
    [{"item": "D6", "deducted": 1, "defect": "演示数据：送达回证未写明送达地点"}],
    [{"item": "C2", "deducted": 3, "defect": "演示数据：裁量理由过于简单"}],
)


class Check:
    """One check, each step by somebody whose post allows it."""

    def __init__(self, batch: Batch, days: Days, rng: Random, form: str, by: Worker) -> None:
        self.batch, self.days, self.by, self.form = batch, days, by, form
        self.watch = Watch(rng, days.last)

    def run(self, subject: Case, worker: Worker, marks: list[dict[str, Any]], day: date) -> None:
        """Scored and, where something was found, sent back and put right once it is time."""
        self.case = self.batch.open(
            "file_check", subject.unit, by=self.by.user, post=self.by.post,
            at=self.watch.at(day), subject=subject, form=self.form, on=day,
        )  # fmt: skip
        self.take("score", day, scores=marks)
        if not marks:
            self.take("pass_file", day)
            return
        self.take("feed_back", day, demand="演示数据：请在期限内补正。")
        if mended := self.days.after(day, 5):
            self.mend(worker, mended)

    def mend(self, worker: Worker, day: date) -> None:
        codes = [row.code for row in self.case.part("marks") if row.defect]
        told = [{"item": code, "remedy": "演示数据：已补充说明并入卷。"} for code in codes]
        self.take("rectify", day, worker, remedies=told)
        self.take("confirm", day)

    def take(self, step: str, day: date, by: Worker | None = None, **facts: Any) -> None:
        by, on = by or self.by, "on" in self.case.procedure.steps[step].facts
        given = {"on": day, **facts} if on else facts
        self.batch.take(self.case, step, by=by.user, post=by.post, at=self.watch.at(day), **given)


def closed(street: Street, year: int) -> list[Case]:
    cases = Case.objects.filter(
        kind="penalty", registry=street.code, state__in=CLOSED, closed_on__year=year
    )
    return list(cases.order_by("closed_on", "pk")[:EACH_YEAR])


def handle(street: Street, cast: Cast, days: Days) -> None:
    """After the cases are stored: what is checked is there."""
    batch, rng = Batch(), Random(f"files {street.code}")
    workers = {worker.user.pk: worker for worker in standing(cast)}
    justice = cast.near(Role.JUSTICE, street.code)[0]
    for year in days.years:
        for n, subject in enumerate(closed(street, year)):
            worker = handler(subject, workers)
            form, by = (CheckForm.CROSS, justice) if n % 2 else (CheckForm.SELF, worker)
            if day := days.after(subject.closed_on or days.last, 3):
                Check(batch, days, rng, form, by).run(subject, worker, DEFECTS[n], day)
    waiting = closed(street, days.years[-1])[-1]
    Check(batch, days, rng, CheckForm.CROSS, justice).run(
        waiting, handler(waiting, workers), DEFECTS[0], days.ago(3)
    )
    batch.save()


def handler(subject: Case, workers: dict[int, Worker]) -> Worker:
    return next(workers[pk] for pk in subject.detail.officers if pk in workers)
