"""Disputes told from 登记 to 归档, so many a year as the street's plan says."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import count
from random import Random
from typing import Any

from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.organisations.models import Organisation
from lawgov.people.models import MediatorKind, Role
from lawgov.units import scope
from mediation.choices import (
    Basis,
    ChosenBy,
    Organ,
    Performance,
    Retention,
    Risk,
    Route,
    Satisfaction,
)
from mediation.rules.filing import lacking
from mediation.rules.linking import BODIES

from . import mediation_proper, texts
from .bodies import AGENCIES
from .days import Days, Watch
from .people import Cast, Worker, walked
from .plans import Street, Year
from .screening import Rounds
from .texts import pick

COMMUNITY_DIGITS = scope.DIGITS[scope.Level.COMMUNITY]
LONGEST = 18  # working days from 登记 to the end
UNKEPT = "演示数据：当事人未带证件，由调解员当面核对。"
TO_PERFORM = timedelta(days=15)
BASES = {Basis.APPLICATION: 6, Basis.INITIATIVE: 3, Basis.REFERRAL: 1}
PLEASED = {Satisfaction.GOOD: 78, Satisfaction.FAIR: 19, Satisfaction.BAD: 3}
ORGANS = {Organ.POLICE: 3, Organ.COURT: 3, Organ.LABOUR: 2, Organ.DISTRICT: 2, Organ.ARBITRATION: 1}


class Desk:
    """What every story of a street draws on."""

    def __init__(self, street: Street, cast: Cast, days: Days, rng: Random) -> None:
        self.street, self.cast, self.days, self.rng = street, cast, days, rng
        self.batch, self.rounds, self.serials = Batch(), Rounds(street), count(1)
        self.places = walked(street)
        self.lawyers = cast.young_lawyers()
        self.to_counsel = 0  # disputes of the year that still get a counsellor
        near = [street.code, scope.parent(street.code)]
        bodies = Organisation.objects.filter(name__in=AGENCIES.values(), unit__in=near)
        self.agencies = {body.kind: body for body in bodies}


class Story:
    """One dispute: every step by somebody whose post allows it, each later than the last."""

    def __init__(self, desk: Desk, start: date, unit: str = "", channel: str = "") -> None:
        self.desk, self.rng = desk, desk.rng
        self.watch = Watch(desk.rng, desk.days.last)
        self.case = self.register(start, unit, channel or pick(self.rng, texts.CHANNELS))
        self.in_full = mediation_proper.is_told_in_full(self)

    def register(self, day: date, unit: str, channel: str) -> Case:
        desk, street = self.desk, self.desk.street
        facts = texts.intake(self.rng, next(desk.serials), channel, street.code[:6])
        if channel == "screening" and (found := desk.rounds.before(day, unit)):
            facts["entry"], unit = found
        unit = unit or self.rng.choice(desk.places)
        role = Role.GRID_WORKER if channel == "screening" else Role.COMMUNITY_WORKER
        by = self.rng.choice(desk.cast.near(role, unit))
        at = self.watch.at(day)
        return desk.batch.open("dispute", unit, by=by.user, post=by.post, at=at, **facts)

    def take(self, name: str, by: Worker, day: date, /, **facts: Any) -> None:
        at = self.watch.at(day)
        self.desk.batch.take(self.case, name, by=by.user, post=by.post, at=at, **facts)

    def someone(self, role: Role, unit: str = "") -> Worker:
        return self.rng.choice(self.desk.cast.near(role, unit or self.case.desk))

    @property
    def clerk(self) -> Worker:
        """Who runs the case at its desk: the community's worker, at the street the 司法所."""
        street = len(self.case.desk) == scope.STREET_DIGITS
        return self.someone(Role.JUSTICE if street else Role.COMMUNITY_WORKER)

    def offer_up(self, day: date) -> str:
        upper = scope.parent(self.case.desk)
        below = len(self.case.desk) > COMMUNITY_DIGITS
        by = self.someone(Role.GRID_WORKER) if below else self.clerk
        self.take("raise", by, day, to=upper, reason="演示数据：本级难以调解，请上级受理。")
        return upper

    def rise(self, day: date) -> None:
        upper = self.offer_up(day)
        at_street = len(upper) == scope.STREET_DIGITS
        by = self.someone(Role.JUSTICE if at_street else Role.COMMUNITY_WORKER, upper)
        self.take("accept_offer", by, day)

    def climb(self, day: date) -> None:
        """From the grid to its community, and sometimes on to the street."""
        if len(self.case.desk) > COMMUNITY_DIGITS and self.rng.random() < 0.4:
            self.rise(day)
        if len(self.case.desk) == COMMUNITY_DIGITS and self.rng.random() < 0.2:
            self.rise(day)

    def accept(self, day: date) -> None:
        """What is yellow is led by the community at least."""
        if self.case.detail.risk != Risk.LOW and len(self.case.desk) > COMMUNITY_DIGITS:
            self.rise(day)
        self.take("accept", self.clerk, day, basis=pick(self.rng, BASES), eligible=True)

    def assign(self, day: date, handler: Worker | None = None) -> None:
        self.handler = handler or self.mediator()
        chosen = pick(self.rng, {ChosenBy.COMMITTEE: 7, ChosenBy.PARTIES: 3})
        self.take("assign", self.clerk, day, handler=self.handler.user, chosen_by=chosen)
        if self.handler in self.desk.lawyers:
            self.take("take_on", self.handler, day)

    def mediator(self) -> Worker:
        near = self.desk.cast.near(Role.MEDIATOR, self.case.desk)
        return self.rng.choice([w for w in near if w not in self.desk.lawyers])

    def counsel(self, day: date) -> None:
        """A counsellor comes, as long as the year's report knows of one more."""
        kind = MediatorKind.COUNSELLOR
        near = self.desk.cast.known[Role.MEDIATOR, self.desk.street.code]
        own = next(w for w in near if w.user.mediator_kind == kind)
        self.take(
            "attach_counsellor", self.clerk, day, counsellor=own.user,
            reason="演示数据：当事人情绪激动。", on=day.isoformat(),
        )  # fmt: skip
        self.desk.to_counsel -= 1

    def meet(self, day: date) -> None:
        record = texts.session(self.rng, self.case.title)
        self.take("session", self.handler, day, on=day.isoformat(), **record)

    def agree(self, day: date) -> None:
        on, due_on = day.isoformat(), (day + TO_PERFORM).isoformat()
        if self.in_full:
            mediation_proper.draft(self, day)
        if self.rng.random() < 0.62:
            signed = dict.fromkeys(("parties_signed_on", "mediator_signed_on", "sealed_on"), on)
            self.take(
                "agree_written",
                self.handler,
                day,
                on=on,
                perform_by=due_on,
                **texts.TERMS,
                **signed,
            )
        else:
            terms = {"content": texts.TERMS["content"], "no_paper": True}
            self.take("agree_oral", self.handler, day, on=on, perform_by=due_on, **terms)

    def follow_up(self, day: date) -> None:
        """履行, 回访, 归档, as far as their days have come."""
        start = mediation_proper.confirm(self, day) if self.in_full else day
        performance, done = Performance.FULL, self.desk.days.after(start, self.rng.randint(1, 9))
        if done and self.rng.random() < 0.95:
            self.take("perform", self.clerk, done, on=done.isoformat())
        elif done:
            performance = Performance.PARTIAL
            self.take(
                "breach", self.clerk, done, on=done.isoformat(), performance=performance,
                urged="演示数据：已督促履行，并告知可以向人民法院起诉。",
            )  # fmt: skip
        visit = done and self.desk.days.after(done, self.rng.randint(3, 9))
        if visit:
            self.take(
                "revisit", self.clerk, visit, on=visit.isoformat(), performance=performance,
                satisfaction=pick(self.rng, PLEASED), situation="演示数据：已电话回访双方当事人。",
            )  # fmt: skip
            self.file_away(visit)

    def file_away(self, day: date) -> None:
        filed = self.desk.days.after(day, self.rng.randint(1, 12))
        if filed:
            gaps = [{"item": code, "reason": UNKEPT} for code in lacking(self.case)]
            self.take("archive", self.clerk, filed, retention=Retention.LONG, file_notes=gaps)

    def send_out(self, day: date) -> None:
        """转送: what the register knows of is asked and answers, another organ is pointed to."""
        organ, reason = pick(self.rng, ORGANS), "演示数据：请依职责处理。"
        if organ == Organ.DISTRICT and self.case.handler:  # who has it does not hand it up
            organ = Organ.COURT
        body = self.desk.agencies.get(BODIES.get(organ, ""))
        if body is None:
            self.take("refer", self.clerk, day, organ=organ, reason=reason)
            return
        while organ == Organ.DISTRICT and len(self.case.desk) > scope.STREET_DIGITS:
            self.rise(day)
        self.take("transfer_out", self.clerk, day, agency=body, reason=reason)
        self.take("agency_accepts", self.clerk, day, person="演示经办人")

    def end(self, how: str, day: date) -> None:
        if how == "refer":
            self.send_out(day)
        else:
            self.settle(how, day)
        self.file_away(day)

    def settle(self, how: str, day: date) -> None:
        reason = {"reason": "演示数据：双方意见未能一致。"}
        facts: dict[str, dict[str, Any]] = {
            "reject": {"reason": "演示数据：该事项人民法院已受理。", "organ": Organ.COURT},
            "fail": {**reason, "routes": [Route.LITIGATION, Route.ARBITRATION]},
            "withdraw": {**reason, "side": "applicant"},
        }
        self.take(how, self.clerk, day, **facts[how])


def outcomes(plan: Year) -> list[str]:
    return [
        *["agree"] * plan.agreed,
        *["fail"] * plan.failed,
        *["withdraw"] * plan.withdrawn,
        *["refer"] * plan.referred,
    ]


def handle(desk: Desk) -> None:
    for year in desk.days.years:
        plan = desk.street.in_year(year).part(desk.days.share(year))
        desk.to_counsel = plan.counselled
        ways = outcomes(plan)
        desk.rng.shuffle(ways)
        for place, (how, end) in enumerate(zip(ways, spread(desk, year), strict=False)):
            by_lawyer = place < plan.lawyer_closed
            tell(desk, how, end, by_lawyer)
        for end in spread(desk, year, plan.rejected):
            Story(desk, desk.days.before(end, desk.rng.randint(0, 2))).end("reject", end)
        carry(desk, year, plan.lawyer_carried)


def spread(desk: Desk, year: int, n: int | None = None) -> Iterator[date]:
    """Working days of the year at random, leaving the last ones to what is under way."""
    days = desk.days.of(year)
    while n is None or (n := n - 1) >= 0:
        yield desk.rng.choice(days)


def tell(desk: Desk, how: str, end: date, by_lawyer: bool) -> None:
    """One dispute handled by that day; a young lawyer's is assigned in the year it ends."""
    length = desk.rng.randint(2, LONGEST)
    if by_lawyer:
        length = min(length, len([d for d in desk.days.of(end.year) if d < end]))
    story = Story(desk, desk.days.before(end, length))
    if how in ("withdraw", "refer") and not by_lawyer:
        story.end(how, end)
        return
    run(story, end, desk.rng.choice(desk.lawyers) if by_lawyer else None)
    if how == "agree":
        story.agree(end)
        story.follow_up(end)
    else:
        story.end(how, end)


def run(story: Story, end: date, handler: Worker | None) -> None:
    """受理, 分派 and one to three sessions up to the end."""
    desk, sessions = story.desk, story.rng.choice((1, 1, 1, 2, 2, 3))
    start = story.case.opened_on
    climbed, accepted, assigned, *met = desk.days.between(start, end, 3 + sessions, story.rng)
    story.climb(climbed)
    story.accept(accepted)
    story.assign(assigned, handler)
    if story.in_full:
        mediation_proper.prepare(story, assigned)
    for day in met:
        story.meet(day)
    if desk.to_counsel and met[-1].year == end.year:
        story.counsel(met[-1])


def carry(desk: Desk, year: int, n: int) -> None:
    """Given to young lawyers in the last weeks of a year, settled early in the next."""
    old, new = desk.days.of(year), desk.days.of(year + 1)
    for _ in range(n if len(new) > LONGEST else 0):
        story = Story(desk, old[-desk.rng.randint(6, 15)])
        story.accept(old[-5])
        story.assign(old[-desk.rng.randint(1, 4)], desk.rng.choice(desk.lawyers))
        end = new[desk.rng.randint(2, LONGEST)]
        story.meet(end)
        story.agree(end)
        story.follow_up(end)
