"""What a street shows to the public: the five kinds each year, and its decisions."""

from collections.abc import Iterator
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
MISTAKEN = "演示数据：公示的决定书文号有误，予以撤回，更正后重新公示。"


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
    """Every stored decision of the street that does not hang there yet; the first one twice, since
    it was taken back with its reason."""
    board = Board(Batch(), cast, days)
    rng = Random(f"publicity {street.code}")
    decided = Case.objects.filter(kind="penalty", unit=street.code, publications=None)
    for case in decided.order_by("pk"):
        said, watch = content.of(case), Watch(rng, days.last)
        out = board.post(case, watch, said.decided_on) if said else None
        if out and len(board.shown) == 1:
            board.take_back(case, watch, out)
            board.post(case, watch, out)
    board.clear()
    board.batch.save()


def publishers(cast: Cast) -> tuple[Worker, Worker]:
    """Who prepares, and who approves."""
    near = (cast.near(role, cast.street)[0] for role in (Role.STATISTICIAN, Role.JUSTICE))
    writer, publisher = near
    return writer, publisher


def who(worker: Worker, day: date) -> dict[str, Any]:
    at = make_aware(datetime.combine(day, time(9, 30)))
    return {"by": worker.user, "post": worker.post, "at": at}


class Board:
    """The notice board while a batch is worked out: nothing of it is stored before the end."""

    def __init__(self, batch: Batch, cast: Cast, days: Days) -> None:
        self.batch, self.days = batch, days
        _, self.publisher = publishers(cast)
        self.shown: dict[int, Case] = {}  # by the case that is shown

    @contextmanager
    def in_session(self) -> Iterator[None]:
        """Who closes a case asks for what hangs here, not for what is stored."""
        kept = questions.ANSWERS["publicity.published"]
        questions.ANSWERS["publicity.published"] = self.published
        try:
            yield
        finally:
            questions.ANSWERS["publicity.published"] = kept

    def published(self, source: Case) -> bool:
        made = self.shown.get(source.pk)
        if made is None:
            return following.published(source)
        return made.detail.public_on is not None and made.detail.withdrawn_on is None

    def post(self, source: Case, watch: Watch, day: date) -> date | None:
        """Prepared by the system on the day of the decision, approved some days later; on which
        day that was, if it has come and there is something to show."""
        said = content.of(source)
        if said is None or content.is_minors(source, said):
            return None
        made = self.batch.begin(
            "publication", source.unit, {"source": source}, by=None, post=None, at=watch.at(day)
        )
        self.shown[source.pk] = made
        if (out := self.days.after(day, APPROVED_AFTER)) is not None:
            self.take(made, "approve", watch, out)
        return out

    def take(self, made: Case, step: str, watch: Watch, day: date, **facts: Any) -> None:
        by, post = self.publisher
        self.batch.take(made, step, by=by, post=post, at=watch.at(day), **facts)

    def take_back(
        self,
        source: Case,
        watch: Watch,
        day: date,
        ground: str = "mistaken",
        explanation: str = MISTAKEN,
    ) -> None:
        """Withdrawn with its reason; it may be posted again after that."""
        facts = {"withdrawal": ground, "explanation": explanation}
        self.take(self.shown[source.pk], "withdraw", watch, day, **facts)

    def clear(self) -> None:
        """What has hung for its years comes down; last, before the batch is saved."""
        for made in self.shown.values():
            until = made.detail.until
            if made.state == "public" and until and until <= self.days.last:
                night = make_aware(datetime.combine(until, time(0, 20)))
                self.batch.move(made, "expire", {}, None, None, night)
