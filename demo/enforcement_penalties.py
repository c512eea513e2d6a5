"""Penalties in the ordinary procedure, each told from its finding to the archived file."""

import io
import wave
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from lawgov.casework import questions
from lawgov.people.models import Role

from .days import Days
from .enforcement_cases import Desk, Matter, person
from .enforcement_exhibits import exhibits
from .enforcement_publicity import Board
from .enforcement_reviews import Bench
from .people import Cast
from .plans import FIRST_YEAR, PENGPU, Street

# 彭浦新村 2023: 重大法制审核案件19起. Elsewhere a few a year, so that every queue is known.
REVIEWED = {(PENGPU.code, 2023): 19}
USUAL = 2
ORDINARY = 2
BIG_IN = 2023  # the year of each street's big case, heard and reviewed twice
PARTIES = 500  # from this serial on; apart from the parties of the other penalty cases
WHOLE = ("casefile.missing", "recording.missing")  # asked again of what is stored, by a test
SPARED = 45  # working days at the end of a year, so that what begins in it also ends in it
BODY = "演示数据："

SMALL = (
    {
        "title": "擅自占用道路堆放物料案", "power": "CG-005", "object": "shop", "band": "P2",
        "yuan": 300, "place": "演示路12号门前", "summary": f"{BODY}门前道路堆放货物三平方米。",
        "basis": "《城市市容和环境卫生管理条例》第三十六条第二项",
    },
    {
        "title": "夜间施工噪声扰民案", "power": "HB-004", "object": "person", "band": "P2",
        "yuan": 500, "place": "演示路66号", "summary": f"{BODY}夜间装修，噪声扰民，经劝导未改。",
        "basis": "《噪声污染防治法》第八十二条",
    },
)  # fmt: skip
GRAVE = (
    {
        "title": "未经规划许可擅自搭建案", "power": "GH-001", "object": "building", "band": "1",
        "yuan": 20_000, "place": "演示路9弄1号", "summary": f"{BODY}楼顶搭建房屋二十平方米。",
        "basis": "《城乡规划法》第六十四条",
    },
    {
        "title": "擅自占用物业管理区域内场地案", "power": "ZJ-002", "object": "company",
        "band": "O2", "yuan": 100_000, "place": "演示路99弄", "firm": True,
        "summary": f"{BODY}占用小区公共场地经营。", "basis": "《物业管理条例》第六十三条",
    },
    {
        "title": "生活垃圾未分类投放拒不改正案", "power": "CG-010", "object": "company",
        "band": "O2", "yuan": 120_000, "place": "演示路18号", "firm": True,
        "summary": f"{BODY}多次责令后仍混合投放。",
        "basis": "《固体废物污染环境防治法》第一百一十一条",
    },
)  # fmt: skip
OWN = ("title", "power", "object", "place", "summary")  # what registration asks of a theme
AMENDED = f"{BODY}补充裁量理由：经责令后改正，危害后果较小，适用一般档次。"


class NotYet(Exception):  # noqa: N818 - it is no error: the day is still to come
    """What comes next lies ahead of today."""


class Docket:
    """What every ordinary case of a street draws on: its desk, the reviewer's and the board."""

    def __init__(self, street: Street, cast: Cast, days: Days) -> None:
        self.street, self.cast, self.days = street, cast, days
        self.desk = Desk(street, cast, days)
        self.bench = Bench(self.desk.batch, days, cast.near(Role.REVIEWER, street.code))
        self.board = Board(days)

    @contextmanager
    def in_session(self) -> Iterator[None]:
        """Nothing of a file is stored before the end: what is told here is whole."""
        whole: dict[str, Any] = dict.fromkeys(WHOLE, lambda case: [])
        kept = {name: questions.ANSWERS[name] for name in whole}
        questions.ANSWERS |= whole
        try:
            with self.bench.in_session(), self.board.in_session():
                yield
        finally:
            questions.ANSWERS |= kept

    def begin(self, day: date, theme: dict[str, Any]) -> "Trial":
        n = PARTIES + self.desk.serial
        party = firm(n) if theme.get("firm") else person(self.desk, n)
        return Trial(self, day, theme, party)


def firm(n: int) -> dict[str, Any]:
    return {"side": "party", "kind": "organisation", "name": f"演示企业{n:03}"}


class Trial(Matter):
    """One ordinary case, each step some working days after the last."""

    def __init__(
        self, docket: Docket, day: date, theme: dict[str, Any], party: dict[str, Any]
    ) -> None:
        facts = {name: theme[name] for name in OWN}
        super().__init__(docket.desk, day, parties=[party], channel="inspection", **facts)
        self.docket, self.theme, self.day = docket, theme, day
        self.judge = docket.desk.someone(Role.JUSTICE)
        self.chief = docket.desk.someone(Role.ENFORCEMENT_HEAD)

    def go(self, n: int) -> date:
        day = self.docket.days.after(self.day, n)
        if day is None:
            raise NotYet
        self.day = day
        return day

    def system(self, step: str) -> None:
        self.desk.batch.move(self.case, step, {}, None, None, self.watch.at(self.day))

    def prove(self) -> None:
        self.file(self.go(2))
        self.inquire(self.go(2))
        self.conclude(self.go(3))

    def exhibit(self) -> None:
        """A plan of three pages and a photo, as they were scanned."""
        for name, kind, data in exhibits(self.desk.serial):
            file = SimpleUploadedFile(name, data, kind)
            self.officer("attach", self.day, file=[file], label=f"{BODY}{name}")

    def draft(self, **changes: Any) -> None:
        theme = self.theme
        facts = {
            "outcome": "penalty", "kinds": ["fine"], "band": theme["band"],
            "fine": str(theme["yuan"]), "facts": theme["summary"],
            "proof": f"{BODY}现场笔录、照片、询问笔录。", "basis": theme["basis"],
            "reasons": f"{BODY}适用一般档次。", "decision": f"{BODY}罚款{theme['yuan']}元。",
        }  # fmt: skip
        self.officer("draft", self.day, **facts | changes)

    def hand(self, step: str, **facts: Any) -> None:
        """A paper handed to the party by both officers."""
        served = {"manner": "direct", "receiver": "演示收件人", "place": self.theme["place"]}
        self.officer(step, self.day, **served, officers=self.two, **facts)

    def tell(self, hearing: bool) -> None:
        self.go(1)
        self.draft()
        self.go(1)
        self.hand("notify", told=True, hearing=hearing)

    def waive(self) -> None:
        self.go(1)
        self.officer("waive", self.day, written=True, hearing_too=True)

    def defend(self) -> None:
        """Said, weighed, and the time for more of it gone by."""
        self.officer("defend", self.go(1), said="spoken", body=f"{BODY}已经改正，请求从轻。")
        opinion = f"{BODY}当事人已改正，裁量时已予考虑。"
        self.officer("weigh_defence", self.go(1), opinion=opinion, adopted=True)
        self.go(6)

    def hear(self) -> None:
        self.officer("ask_hearing", self.go(1))
        planned = self.docket.days.after(self.go(1), 8)
        if planned is None:
            raise NotYet
        self.officer(
            "arrange_hearing", self.day, planned_on=planned, place="演示会议室",
            chair=self.judge.user, open_doors=True,
        )  # fmt: skip
        self.go(8)
        self.take(
            "hear", self.judge, self.day, signed=True, agents=1,
            record=f"{BODY}调查人员提出事实、证据和处罚建议，当事人进行申辩和质证。",
            opinion=f"{BODY}事实清楚，建议维持拟作决定。",
        )  # fmt: skip
        self.record_hearing()
        self.go(1)
        self.draft(reasons=f"{BODY}根据听证笔录，适用一般档次。")

    def record_hearing(self) -> None:
        file = SimpleUploadedFile("听证录音.wav", tone(self.desk.serial), "audio/wav")
        self.officer(
            "record", self.day, about=len(self.case.history), form="media", file=[file],
            place="演示会议室", shot_on=self.day, starts="09:30", ends="11:00", told=True,
            in_view=self.two,
        )  # fmt: skip

    def discuss(self) -> None:
        heads = [self.chief.user, self.docket.desk.someone(Role.LEADER).user]
        self.take(
            "discuss", self.chief, self.day, members=heads,
            record=f"{BODY}承办人汇报案情，各负责人发表意见。",
            conclusion=f"{BODY}一致同意拟作决定。",
        )  # fmt: skip

    def review(self, rounds: int) -> None:
        self.go(1)
        sitting = self.docket.bench.send(self.case, self.first, self.watch, self.day)
        passed = sitting.pass_in(rounds, self.amend)
        if passed is None:
            raise NotYet
        self.day = passed
        self.system("reviewed")

    def amend(self, day: date) -> None:
        self.day = day
        self.draft(reasons=AMENDED)

    def decide(self) -> None:
        self.go(1)
        self.head("decide", self.day)

    def carry_out(self) -> None:
        """Served, published, paid, closed and filed away."""
        self.go(1)
        self.hand("serve")
        out = self.docket.board.post(self.case, self.day)
        if out is None:
            raise NotYet
        self.day = out
        self.system("publicised")
        day = self.go(2)
        self.officer("pay", day, amount=str(self.theme["yuan"]), receipt=f"演示{self.case.pk}")
        self.officer("execute", day, manner="voluntary")
        self.head("close", self.go(3), report=f"{BODY}当事人已自行履行，处罚决定执行完毕。")
        self.officer("archive", self.go(5), retention="permanent")

    def spare(self) -> None:
        """不予处罚: slight, for the first time, and put right at once."""
        self.go(1)
        self.draft(
            outcome="first", kinds=[], band="", fine="", decision=f"{BODY}不予行政处罚。",
            reasons=f"{BODY}初次违法、危害后果轻微并及时改正。",
        )  # fmt: skip
        self.head("exempt", self.go(1), corrected=True, educated=True)
        self.go(1)
        self.hand("serve_exemption")
        self.head("close", self.go(2), report=f"{BODY}不予处罚决定已送达。")
        self.officer("archive", self.go(5), retention="long")


def tone(seconds: int) -> bytes:
    """A few seconds of silence, each time another number of them: a file is taken in once."""
    out = io.BytesIO()
    with wave.open(out, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(1)
        made.setframerate(8000)
        made.writeframes(bytes([128]) * (8000 + seconds))
    return out.getvalue()


def grave(trial: Trial, rounds: int, heard: bool) -> None:
    """A case that the catalogue lists."""
    trial.prove()
    trial.tell(hearing=True)
    if heard:
        trial.exhibit()
        trial.hear()
    else:
        trial.waive()
    trial.review(rounds)
    trial.discuss()
    trial.decide()
    trial.carry_out()


def small(trial: Trial, waived: bool) -> None:
    trial.prove()
    trial.tell(hearing=False)
    if waived:
        trial.waive()
    else:
        trial.defend()
    trial.decide()
    trial.carry_out()


def spared(trial: Trial) -> None:
    trial.prove()
    trial.spare()


def of_year(docket: Docket, year: int) -> None:
    days = docket.days.of(year)
    whole = days[5:-SPARED] if year < docket.days.last.year else days
    many = REVIEWED.get((docket.street.code, year), USUAL)
    starts = iter(sorted(docket.desk.rng.choices(whole, k=many + ORDINARY + 1)))
    for n in range(many):
        is_big = n == 0 and year == BIG_IN
        with suppress(NotYet):
            grave(
                docket.begin(next(starts), GRAVE[n % 3]), 2 if is_big or n % 4 == 3 else 1, is_big
            )
    for n in range(ORDINARY):
        with suppress(NotYet):
            small(docket.begin(next(starts), SMALL[n % 2]), waived=n % 2 == 0)
    with suppress(NotYet):
        spared(docket.begin(next(starts), SMALL[0]))


def under_way(docket: Docket) -> None:
    """One at each stage between its notice and its end."""
    ago = docket.days.ago
    told = docket.begin(ago(11), SMALL[0])
    told.prove()
    told.tell(hearing=False)
    for back in (13, 14, 15):  # sent for review, accepted, sent back
        waiting = docket.begin(ago(back), GRAVE[back % 3])
        waiting.prove()
        waiting.tell(hearing=True)
        waiting.waive()
        with suppress(NotYet):
            waiting.review(2)
    decided = docket.begin(ago(14), SMALL[1])
    decided.prove()
    decided.tell(hearing=False)
    decided.waive()
    decided.decide()
    late_payer(docket)


def late_payer(docket: Docket) -> None:
    """Served a month ago and not paid: urged, and the fine growing."""
    late = docket.begin(docket.days.ago(48), SMALL[0])
    late.prove()
    late.tell(hearing=False)
    late.waive()
    late.decide()
    late.go(1)
    late.hand("serve")
    late.go(20)
    late.hand("demand")


def handle(street: Street, cast: Cast, days: Days) -> None:
    docket = Docket(street, cast, days)
    with docket.in_session():
        for year in range(FIRST_YEAR + 1, days.last.year + 1):
            of_year(docket, year)
        under_way(docket)
    docket.desk.batch.save()
