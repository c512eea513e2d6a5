"""Penalty cases: the vehicles of the year's campaign, and what is under way in every street."""

from datetime import date
from random import Random
from typing import Any

from enforcement.finding.models import Inspection
from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.people.models import Role

from .days import Days, Watch
from .enforcement_officers import standing
from .enforcement_publicity import Board
from .people import Cast, Worker
from .plans import GUANLAN, Street
from .texts import identity

# 观澜 2024: “百日攻坚”专项执法行动立案处罚车辆82台.
VEHICLES = 82
SERIALS = 700_000  # of parties here; apart from those of the parties to disputes


class Desk:
    """What every penalty case of a street draws on."""

    def __init__(self, street: Street, cast: Cast, days: Days) -> None:
        self.street, self.cast, self.days = street, cast, days
        self.rng = Random(f"enforcement {street.code}")
        self.batch = Batch(linked=True)
        self.officers = standing(cast)
        self.serial = 0

    def pair(self) -> tuple[Worker, Worker]:
        """Two officers in turn, so that each has cases of their own."""
        place = self.serial % (len(self.officers) // 2) * 2
        return self.officers[place], self.officers[place + 1]

    def someone(self, role: Role) -> Worker:
        return self.cast.near(role, self.street.code)[0]


class Matter:
    """One penalty case: each step by somebody whose post allows it, each later than the last."""

    def __init__(self, desk: Desk, day: date, **facts: Any) -> None:
        self.desk, self.watch = desk, Watch(desk.rng, desk.days.last)
        desk.serial += 1
        self.first, self.second = desk.pair()
        facts = {"act_on": day, "jurisdiction": "handed_down", **facts}
        at = self.watch.at(day)
        self.case: Case = desk.batch.open(
            "penalty", desk.street.code, by=self.first.user, post=self.first.post, at=at,
            on=day, **facts,
        )  # fmt: skip

    @property
    def two(self) -> list[Any]:
        return [self.first.user, self.second.user]

    def take(self, step: str, by: Worker, day: date, **facts: Any) -> None:
        at = self.watch.at(day)
        facts = {"on": day, **facts} if "on" in self.case.procedure.steps[step].facts else facts
        self.desk.batch.take(self.case, step, by=by.user, post=by.post, at=at, **facts)

    def head(self, step: str, day: date, **facts: Any) -> None:
        self.take(step, self.desk.someone(Role.ENFORCEMENT_HEAD), day, **facts)

    def officer(self, step: str, day: date, **facts: Any) -> None:
        self.take(step, self.first, day, **facts)

    def file(self, day: date) -> None:
        self.officer("apply_filing", day, officers=self.two, reason="演示数据：有证据证明违法。")
        self.head("approve_filing", day)

    def inquire(self, day: date) -> None:
        record = {
            "place": self.case.detail.place, "form": "inspect", "shown": True,
            "body": "演示数据：现场检查、拍照并制作笔录，当事人在场。", "officers": self.two,
        }  # fmt: skip
        self.officer("investigate", day, **record)
        self.add_record(day)

    def add_record(self, day: date) -> None:
        self.officer("add_evidence", day, kind="record", name="现场笔录", proves="违法事实",
                     original=True)  # fmt: skip

    def conclude(self, day: date, **facts: Any) -> None:
        self.officer("conclude", day, report="演示数据：事实清楚，证据充分。", **facts)


def person(desk: Desk, n: int) -> dict[str, Any]:
    serial = SERIALS + n
    return {
        "side": "party", "kind": "person", "name": f"演示当事人{n:03}",
        "id_number": identity(desk.street.code[:6], serial, 0),
    }  # fmt: skip


def vehicle(desk: Desk, board: Board, source: int, day: date, n: int) -> None:
    """A driver whose load was not covered: decided, paid and put on record, all within days."""
    matter = Matter(
        desk, day, title="运输散装货物未覆盖造成遗撒案", channel="inspection", power="CG-014",
        object="vehicle", parties=[person(desk, n)],
        summary="演示数据：检查发现车辆运输散装货物未作覆盖，沿途遗撒。",
        place=f"演示路{n % 9 + 1}号设卡点", source=source,
    )  # fmt: skip
    matter.add_record(day)
    matter.officer(
        "decide_on_spot", day, officers=matter.two, band="1", shown=True, clear=True, told=True,
        kinds=["fine"], fine="100", decision="演示数据：罚款一百元。", form_number=f"演示{n:05}",
        delivered=True,
    )  # fmt: skip
    matter.officer("collect_on_spot", day, why="small", amount="100", receipt=f"演示{n:06}",
                   official=True)  # fmt: skip
    later = desk.days.after(day, desk.rng.randint(1, 2)) or day
    matter.officer("hand_in", later, voucher=f"演示缴{n:05}")
    matter.officer("bank_in", later, voucher=f"演示银{n:05}")
    matter.officer("file_record", later)
    matter.take("confirm_record", desk.someone(Role.REVIEWER), later)
    if shown := board.post(matter.case, later):
        matter.head("close", shown, report="演示数据：罚款已缴清。")
        matter.officer("archive", shown, retention="ten")


def campaign(desk: Desk) -> None:
    """Of each round as many cases as it found faults."""
    rounds = Inspection.objects.filter(
        case__unit=desk.street.code, campaign__isnull=False, object="vehicle", problems__gt=0
    )
    found = rounds.order_by("checked_on", "pk").values_list("pk", "checked_on", "problems")
    each = [(pk, day) for pk, day, problems in found for _ in range(problems) if day]
    board = Board(desk.days)
    with board.in_session():
        for n, (source, day) in enumerate(each, 1):
            vehicle(desk, board, source, day, n)


SHOP = {
    "title": "擅自占用道路堆放物料案", "channel": "patrol", "power": "CG-005", "object": "shop",
    "summary": "演示数据：门前道路上堆放货物，经劝导未改正。", "place": "演示路12号门前",
}  # fmt: skip
SITE = {
    "title": "施工单位未采取防尘措施案", "channel": "report", "power": "HB-002", "object": "site",
    "summary": "演示数据：工地裸土未覆盖，扬尘明显。", "place": "演示路88号工地",
}  # fmt: skip
WHAT = {
    "kind": "seize", "things": "演示数据：货架两组", "place": "演示路12号", "related": True,
    "reason": "防止转移",
}  # fmt: skip


def under_way(desk: Desk) -> None:
    """One at each stage, so that everybody's 工作台 has something waiting."""
    ago = desk.days.ago
    registered(desk, 1)
    applied = registered(desk, 3)
    applied.officer("apply_filing", ago(1), officers=applied.two, reason="演示数据：符合立案条件。")
    registered(desk, 5, **SITE).file(ago(4))
    held(registered(desk, 9), desk)
    done = registered(desk, 15, **SITE)
    done.file(ago(14))
    done.inquire(ago(10))
    done.conclude(ago(2))
    suspect = registered(desk, 12)
    suspect.file(ago(11))
    suspect.inquire(ago(8))
    suspect.officer("propose_transfer", ago(0), officers=suspect.two,
                    report="演示数据：数额达到追诉标准，涉嫌犯罪。")  # fmt: skip
    late_record(desk)


def registered(desk: Desk, days: int, **facts: Any) -> Matter:
    n = VEHICLES + desk.serial + 1
    return Matter(desk, desk.days.ago(days), parties=[person(desk, n)], **{**SHOP, **facts})


def held(matter: Matter, desk: Desk) -> None:
    """Something was seized and waits to be decided on; something else waits for approval."""
    ago = desk.days.ago
    matter.file(ago(8))
    matter.inquire(ago(7))
    matter.officer("take_urgent", ago(1), officers=matter.two, shown=True, present="party",
                   inventoried=True, **WHAT)  # fmt: skip


def late_record(desk: Desk) -> None:
    """Decided on the spot and not filed for record in time."""
    day = desk.days.ago(9)
    matter = registered(desk, 9, power="CG-001", title="乱扔废弃物案", object="person")
    matter.officer(
        "decide_on_spot", day, officers=matter.two, band="P1", shown=True, clear=True, told=True,
        kinds=["fine"], fine="20", decision="演示数据：罚款二十元。", form_number="演示90001",
        delivered=True,
    )  # fmt: skip


def handle(street: Street, cast: Cast, days: Days) -> None:
    desk = Desk(street, cast, days)
    if street is GUANLAN:
        campaign(desk)
    under_way(desk)
    desk.batch.save()
