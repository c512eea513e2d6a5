"""The year's plans and their inspections, the campaign of 观澜 2024, leads and hazards."""

from datetime import date
from itertools import pairwise
from random import Random
from typing import Any

from django.utils.timezone import localdate

from enforcement.finding.choices import Mode
from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.people.models import Role

from .days import Days, Watch
from .enforcement_officers import standing
from .people import Cast, Worker
from .plans import GUANLAN, Street

# 观澜 2024: “百日攻坚”以“定点设卡+机动巡查”检查相关车辆5741台，立案处罚82台.
CAMPAIGN = (date(2024, 6, 3), date(2024, 9, 13))
VEHICLES, FILED, ROUNDS = 5741, 82, 96
AT_POSTS = 60  # of the rounds; the others drive about
ITEMS: tuple[tuple[str, str, str, str], ...] = (
    ("waste", "company", "单位生活垃圾分类检查", "演示依据：生活垃圾管理条例"),
    ("site", "site", "施工现场扬尘检查", "演示依据：大气污染防治法"),
    ("street_front", "shop", "门前责任区检查", "演示依据：市容和环境卫生管理条例"),
    ("street_trade", "stall", "占道经营检查", "演示依据：市容和环境卫生管理条例"),
)
PLANNED = 3  # of each item in a year
PUBLIC_AFTER = 5  # working days


class Station:
    """What every check of a street draws on."""

    def __init__(self, street: Street, cast: Cast, days: Days) -> None:
        self.street, self.cast, self.days = street, cast, days
        self.rng = Random(f"checks {street.code}")
        self.officers = standing(cast)
        self.head = cast.near(Role.ENFORCEMENT_HEAD, street.code)[0]
        self.batch = Batch()

    def save(self) -> None:
        """What follows names these by their ids."""
        self.batch.save()
        self.batch = Batch()

    def begin(self, kind: str, day: date, unit: str = "", **facts: Any) -> "Told":
        return Told(self, kind, day, unit or self.street.code, facts)


class Told:
    """A case of the room: each step by an officer or the head, each later than the last."""

    def __init__(self, at: Station, kind: str, day: date, unit: str, facts: Any) -> None:
        self.station, self.watch = at, Watch(at.rng, at.days.last)
        self.first, self.second = at.rng.sample(at.officers, 2)
        self.case: Case = at.batch.open(
            kind, unit, by=self.first.user, post=self.first.post, at=self.watch.at(day), on=day,
            **facts,
        )  # fmt: skip

    def take(self, name: str, day: date, by: Worker | None = None, **facts: Any) -> None:
        at, by = self.watch.at(day), by or self.first
        facts = {"on": day, **facts} if "on" in self.case.procedure.steps[name].facts else facts
        self.station.batch.take(self.case, name, by=by.user, post=by.post, at=at, **facts)

    def system(self, name: str, day: date) -> None:
        self.station.batch.move(self.case, name, {"on": day}, None, None, self.watch.at(day))

    @property
    def two(self) -> list[Any]:
        return [self.first.user, self.second.user]


def plan(at: Station, year: int) -> Case:
    """Drawn up in the first days of the year, approved by the head, then public."""
    first, second, third = at.days.of(year)[:3]
    rows = [
        {"theme": theme, "object": thing, "item": item, "basis": basis, "planned": PLANNED}
        for theme, thing, item, basis in ITEMS
    ]
    told = at.begin(
        "inspection_plan", first, title=f"{year}年度行政检查计划", plan_year=year, plan_items=rows
    )
    told.take("approve", second, at.head)
    told.system("publicised", third)
    return told.case


def follow(at: Station, case: Case) -> None:
    """The checks of a plan, spread over the year as far as it has gone."""
    year = case.detail.plan_year
    days = at.days.of(year)[4:]
    for row in case.plan_items.order_by("pk"):  # type: ignore[attr-defined]
        for day in sorted(at.rng.sample(days, min(len(days), done(at, year)))):
            told = at.begin(
                "inspection", day, title=row.item, theme=row.theme, mode=Mode.DAILY,
                object=row.object, place="演示路沿线", plan_item=row.pk,
            )  # fmt: skip
            inspect(told, day, at.rng.randint(1, 6), 0)
            told.take("close", day)
            show(told, day)


def done(at: Station, year: int) -> int:
    return PLANNED if year < at.days.last.year else round(PLANNED * at.days.share(year))


def inspect(told: Told, day: date, count: int, problems: int) -> None:
    outcome = "bad" if problems else "good"
    told.take(
        "inspect", day, officers=told.two, shown=True, count=count, problems=problems,
        results=[{"item": "按检查事项逐项查看", "outcome": outcome}],
        record="演示数据：出示证件，逐一检查并记录。",
    )  # fmt: skip


def parts(rng: Random, total: int, n: int) -> list[int]:
    """n numbers of at least one that make up the total."""
    cuts = sorted(rng.sample(range(1, total), n - 1))
    return [high - low for low, high in pairwise([0, *cuts, total])]


def campaign(at: Station) -> None:
    """Planned and launched before, summed up after; its rounds make up what the report prints."""
    since, until = CAMPAIGN
    told = action(at, at.days.before(since, 6), "“百日攻坚”专项执法行动", since, until)
    told.take("launch", at.days.before(since, 2), at.head)
    if over := at.days.after(until, 4):
        told.take("sum_up", over, summary=f"演示数据：检查车辆{VEHICLES}台，立案处罚{FILED}台。")
    at.save()
    days = at.days.between(since, until, ROUNDS, at.rng)
    counts = parts(at.rng, VEHICLES, ROUNDS)
    faults = [n - 1 for n in parts(at.rng, FILED + ROUNDS, ROUNDS)]
    modes = [Mode.POST] * AT_POSTS + [Mode.MOBILE] * (ROUNDS - AT_POSTS)
    at.rng.shuffle(modes)
    # No round has more faults than vehicles.
    pairs = list(zip(sorted(counts), sorted(faults), strict=True))
    at.rng.shuffle(pairs)
    for day, (count, bad), mode in zip(days, pairs, modes, strict=True):
        stop(at, told.case.pk, day, count, bad, mode)


def action(at: Station, day: date, title: str, since: date, until: date) -> Told:
    return at.begin(
        "campaign", day, title=title, theme="slag_truck", since=since, until=until,
        plan="演示数据：统筹城建、执法、交警等部门，定点设卡与机动巡查结合。",
        partners=[{"name": "城建办", "duty": "核验工地"}, {"name": "交警中队", "duty": "拦停车辆"}],
        checkpoints=[{"place": "演示路1号设卡点", "hours": "22时至次日2时"}],
    )  # fmt: skip


def stop(at: Station, campaign: int, day: date, count: int, bad: int, mode: str) -> None:
    told = at.begin(
        "inspection", day, title="运输车辆检查", theme="slag_truck", mode=mode, object="vehicle",
        place="演示路设卡点" if mode == Mode.POST else "演示路沿线", campaign=campaign,
    )  # fmt: skip
    inspect(told, day, count, bad)
    if bad:
        order(told, day, at.days.after(day, 3) or day)
        told.take("corrected", at.days.after(day, 3) or day, found="演示数据：均已覆盖。")
    else:
        told.take("close", day)
    show(told, at.days.after(day, 3) or day)


def order(told: Told, day: date, recheck_on: date) -> None:
    told.take("measure", day, kind="order", demand="演示数据：限期改正。", recheck_on=recheck_on,
              officers=told.two)  # fmt: skip


def show(told: Told, day: date) -> None:
    """The result is public some days later, unless they have not passed yet."""
    if later := told.station.days.after(day, PUBLIC_AFTER):
        told.system("publicised", later)


def under_way(at: Station) -> None:
    """Something at each stage, so that everybody's 工作台 has something waiting."""
    ago, today = at.days.ago, localdate()
    running = action(at, ago(8), "冬季市容整治联合行动", ago(6), date(today.year + 1, 1, 31))
    running.take("launch", ago(6), at.head)
    at.save()
    leads(at)
    hazards(at, running.case.pk)
    arranged(at, running.case.pk)


def lead(at: Station, days: int, title: str, field: str, **facts: Any) -> Told:
    return at.begin(
        "lead", at.days.ago(days), title=title, channel="report", field=field, object="shop",
        place="演示路8号", summary="演示数据：群众反映。", **facts,
    )  # fmt: skip


def leads(at: Station) -> None:
    ago = at.days.ago
    lead(at, 1, "沿街商户占道经营", "street_trade")
    lead(at, 0, "住户拆改承重墙", "bearing_wall")
    lead(at, 4, "夜间油烟扰民", "fume").take("grade", ago(3), manner="combined")
    for n, found in enumerate(("", "uncorrected", "repeated")):
        told = lead(at, 9, f"门前堆放货物（{n + 1}）", "street_trade", subject=f"演示商户{n + 1}")
        told.take("grade", ago(8), manner="combined")
        told.take("take_up", ago(8))
        told.take("measure", ago(7), kind="persuasion", demand="演示数据：请收回店内。",
                  recheck_on=ago(2), officers=told.two)  # fmt: skip
        if found:
            told.take(found, ago(1), found="演示数据：现场查看。")


def hazards(at: Station, campaign: int) -> None:
    """One late, one that waits for its re-check, one struck off."""
    ago = at.days.ago
    for days, (due, steps) in {
        12: (ago(3), ()), 11: (ago(1), ("rectify",)), 10: (ago(2), ("rectify", "clear")),
    }.items():  # fmt: skip
        told = at.begin(
            "hazard", ago(days), title="疏散通道堆放物品", type="fire", grade="ordinary",
            place="演示市场二层", owner="演示市场管理方", summary="演示数据：通道被占。", due=due,
            campaign=campaign if days < 7 else None,
        )  # fmt: skip
        for step in steps:
            by = told.second if step == "clear" else told.first
            words = {"rectified": "演示数据：已清空。"} if step == "rectify" else {
                "opinion": "演示数据：现场核实。"
            }  # fmt: skip
            told.take(step, ago(4 if step == "rectify" else 3), by, **words)


def arranged(at: Station, campaign: int) -> None:
    ago = at.days.ago
    common = {"theme": "street_trade", "object": "stall", "place": "演示地铁站"}
    at.begin(
        "inspection", ago(1), title="夜间占道检查", mode=Mode.MOBILE, campaign=campaign, **common
    )
    told = at.begin("inspection", ago(5), title="早市检查", mode=Mode.POST, **common)
    inspect(told, ago(5), 9, 2)
    order(told, ago(5), ago(0))


def check(street: Street, cast: Cast, days: Days) -> None:
    at = Station(street, cast, days)
    plans = [plan(at, year) for year in days.years]
    at.save()
    for case in plans:
        follow(at, case)
    if street is GUANLAN:
        campaign(at)
    under_way(at)
    at.save()
