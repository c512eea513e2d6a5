"""What a street shows to the public: the five kinds each year, and its decisions."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from random import Random
from typing import Any

from django.utils.timezone import make_aware

from enforcement.publicity import content, following
from enforcement.publicity.choices import BASIS, PLAN, POWERS, REMEDY, RESULT
from lawgov.casework import questions
from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.people.models import Role

from .days import Days, Watch
from .people import Cast, Worker
from .plans import Street

APPROVED_AFTER = 3  # working days after the decision
TEXTS = {
    POWERS: ("行政处罚权力清单", ""),
    BASIS: (
        "行政处罚立案依据",
        "有证据初步证明存在违法行为，依法应当给予行政处罚，属于本街镇管辖，且未超过追责时效的，予以立案"
        "（《中华人民共和国行政处罚法》第三十六条、第五十四条）。",
    ),
    REMEDY: (
        "当事人的法律救济途径",
        "当事人享有陈述、申辩和依法要求听证的权利。对处罚决定不服的，可以在收到决定书之日起六十日内"
        "申请行政复议，或者在六个月内提起行政诉讼。",
    ),
    PLAN: ("行政检查计划", "演示数据：按月检查沿街门店、在建工地，重点时段加强市容环境检查。"),
    RESULT: ("行政检查结果", "演示数据：计划内检查均已完成，发现的问题已责令改正并复查。"),
}  # fmt: skip
BACK = {
    "withdrawal": "mistaken",
    "explanation": "演示数据：公示的决定书文号有误，予以撤回，更正后重新公示。",
}


def announce(street: Street, cast: Cast, days: Days) -> None:
    """The five kinds in the first working days of each year."""
    batch = Batch()
    writer, publisher = publishers(cast)
    for year in days.years:
        first, second = (*days.of(year), days.last)[:2]
        for kind, (title, text) in TEXTS.items():
            facts: dict[str, Any] = {"type": kind, "title": f"{year}年{title}"}
            facts |= {"text": text} if text else {}
            made = batch.open("publication", street.code, **who(writer, first), **facts)
            batch.take(made, "approve", **who(publisher, second))
    batch.save()


def publish(street: Street, cast: Cast, days: Days) -> None:
    """Every decision of the street, now that each has its number."""
    decided = Case.objects.filter(kind="penalty", unit=street.code, publications=None)
    Hanging(cast, days, Random(f"publicity {street.code}")).hang(decided.order_by("pk"))


def publishers(cast: Cast) -> tuple[Worker, Worker]:
    """Who prepares, and who approves."""
    near = (cast.near(role, cast.street)[0] for role in (Role.STATISTICIAN, Role.JUSTICE))
    writer, publisher = near
    return writer, publisher


def who(worker: Worker, day: date) -> dict[str, Any]:
    at = make_aware(datetime.combine(day, time(9, 30)))
    return {"by": worker.user, "post": worker.post, "at": at}


class Board:
    """While a batch is worked out nothing is stored, and still who closes a case asks whether it
    was published: what is noted here is hung up once the batch is saved."""

    def __init__(self, days: Days) -> None:
        self.days = days
        self.noted: set[int] = set()

    @contextmanager
    def in_session(self) -> Iterator[None]:
        kept = questions.ANSWERS["publicity.published"]
        questions.ANSWERS["publicity.published"] = self.published
        try:
            yield
        finally:
            questions.ANSWERS["publicity.published"] = kept

    def published(self, source: Case) -> bool:
        return source.pk in self.noted or following.published(source)

    def post(self, source: Case, day: date) -> date | None:
        """On which day it hangs there, if that has come and there is something to show."""
        said, out = content.of(source), self.days.after(day, APPROVED_AFTER)
        if said is None or content.is_minors(source, said) or out is None:
            return None
        self.noted.add(source.pk)
        return out


class Hanging:
    """Prepared on the day of the decision, approved some days later; the first one is taken back
    with its reason and hangs again."""

    def __init__(self, cast: Cast, days: Days, rng: Random) -> None:
        self.batch, self.days, self.rng = Batch(), days, rng
        self.writer, self.publisher = publishers(cast)

    def hang(self, cases: Iterable[Case]) -> None:
        first = True
        for case in cases:
            watch = Watch(self.rng, self.days.last)
            made = self.post(case, watch)
            if made and first:
                first = False
                self.take(made, "withdraw", watch, **BACK)
                made = self.post(case, watch)
            if made:
                self.expire(made)
        self.batch.save()

    def post(self, case: Case, watch: Watch) -> Case | None:
        """What waits for its approval is no more to be done with."""
        said = content.of(case)
        if said is None or content.is_minors(case, said):
            return None
        at = watch.at(max(said.decided_on, watch.now.date()))
        facts = {"source": case}
        by, post = self.writer
        made = self.batch.begin("publication", case.unit, facts, by=by, post=post, at=at)
        if self.days.after(at.date(), APPROVED_AFTER) is None:
            return None
        self.take(made, "approve", watch)
        return made

    def take(self, made: Case, step: str, watch: Watch, **facts: Any) -> None:
        by, post = self.publisher
        out = self.days.after(made.history[-1].on, APPROVED_AFTER) or self.days.last
        self.batch.take(made, step, by=by, post=post, at=watch.at(out), **facts)

    def expire(self, made: Case) -> None:
        until = made.detail.until
        if until and until <= self.days.last:
            night = make_aware(datetime.combine(until, time(0, 20)))
            self.batch.move(made, "expire", {}, None, None, night)
