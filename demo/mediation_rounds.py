"""Plans of rounds: in every community one that has run out, and one that is being walked."""

from datetime import date, timedelta
from random import Random

from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.people.models import Role
from lawgov.units.scope import Level
from mediation.screening.progress import lacking

from .days import Days, Watch
from .people import Cast, Worker, codes
from .plans import Street

BEGAN, ENDED = 60, 30  # working days ago
RUNNING = 5
MONTH = timedelta(days=30)


class Rounds:
    def __init__(self, street: Street, cast: Cast, days: Days) -> None:
        self.cast, self.days = cast, days
        self.batch, self.rng = Batch(), Random(f"{street.code} rounds")

    def plan(self, unit: str, since: date, until: date, title: str) -> tuple[Case, Watch]:
        watch, by = Watch(self.rng, self.days.last), self.by(unit)
        case = self.batch.open(
            "round_plan", unit, by=by.user, post=by.post, at=watch.at(since), title=title,
            on=since.isoformat(), until=until.isoformat(), rounds=1,
            demand="演示数据：逐户走访，重点关注邻里、物业纠纷。",
        )  # fmt: skip
        self.batch.move(case, "set_out", {}, None, None, watch.at(since))
        return case, watch

    def by(self, unit: str) -> Worker:
        return self.cast.near(Role.COMMUNITY_WORKER, unit)[0]

    def over(self, unit: str) -> None:
        until = self.days.ago(ENDED)
        case, watch = self.plan(unit, self.days.ago(BEGAN), until, "季度矛盾纠纷集中排查")
        by, at = self.by(unit), watch.at(self.days.ago(ENDED - 1))
        if lacking(case):
            step, said = "end", {"reason": "演示数据：部分网格人手不足。"}
        else:
            step, said = "complete", {"summary": "演示数据：各网格均已走访。"}
        self.batch.take(case, step, by=by.user, post=by.post, at=at, **said)

    def running(self, unit: str) -> None:
        self.plan(unit, self.days.ago(RUNNING), self.days.last + MONTH, "月度矛盾纠纷排查")


def deploy(street: Street, cast: Cast, days: Days) -> None:
    rounds = Rounds(street, cast, days)
    for unit in codes(street, Level.COMMUNITY):
        rounds.over(unit)
        rounds.running(unit)
    rounds.batch.save()
