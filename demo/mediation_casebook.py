"""Cases told again without names and bound, edition by edition; what estates talked over."""

from datetime import date, timedelta
from io import BytesIO
from random import Random
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document

from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.people.models import Role
from lawgov.units import scope
from mediation.casebook.choices import Form, Output

from .days import Days, Watch
from .people import Cast, Worker, walked
from .plans import FATOU, PENGPU, Street

SERIES = "演示案例汇编"
PRINTED_BEFORE = range(2017, 2022)  # five issues, older than the platform
FIRST_ISSUE = len(PRINTED_BEFORE) + 1  # its own first, in 2023
FIRST_BOUND = 2023
EACH = 5  # stories of an issue
TEXT = (
    "演示案例：某甲与某乙因{title}发生争执，请求调解。\n"
    "调解员分别听取双方意见，查看现场，说明有关规定，提出方案。\n"
    "双方互谅互让，自愿达成协议并当场握手言和。"
)
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ISSUES = (
    ("parking", "小区停车位紧张", Output.PACT),
    ("lift", "多层住宅加装电梯", Output.OPINION),
    ("property", "物业服务与收费", Output.PACT),
)


class Desk:
    """Who writes, who judges, and the batch that both write into."""

    def __init__(self, street: Street, cast: Cast, days: Days) -> None:
        self.street, self.days = street, days
        self.rng = Random(f"casebook {street.code}")
        self.batch = Batch(linked=True)
        self.mediator = cast.near(Role.MEDIATOR, street.code)[0]
        self.justice = cast.near(Role.JUSTICE, street.code)[0]
        self.cast = cast


class Thread:
    """A case of the room with the time that goes on in it."""

    def __init__(self, desk: Desk, kind: str, unit: str, day: date, by: Worker, **given: Any):
        self.desk, self.watch = desk, Watch(desk.rng, desk.days.last)
        self.case = desk.batch.open(
            kind, unit, by=by.user, post=by.post, at=self.watch.at(day), on=day, **given
        )

    def take(self, name: str, by: Worker, day: date, **given: Any) -> None:
        at = self.watch.at(day)
        self.desk.batch.take(self.case, name, by=by.user, post=by.post, at=at, on=day, **given)


def bind(street: Street, cast: Cast, days: Days) -> None:
    """After the disputes are stored: what is told of is there."""
    desk = Desk(street, cast, days)
    if street is PENGPU:
        first = days.of(days.years[0])[0]
        for n, year in enumerate(PRINTED_BEFORE, 1):
            edition = planned(desk, Form.BOOK, n, first)
            edition.take("enter_past", desk.justice, first, printed_on=date(year, 12, 1))
        for year in range(FIRST_BOUND, days.last.year + 1):
            issue(desk, Form.BOOK, FIRST_ISSUE + year - FIRST_BOUND, year)
    if street is FATOU:
        issue(desk, Form.BOARD, 1, FIRST_BOUND)
    for n, (topic, title, output) in enumerate(ISSUES):
        discuss(desk, days.of(FIRST_BOUND)[40 * (n + 1)], topic, title, output)
    desk.batch.save()


def planned(desk: Desk, form: str, n: int, day: date) -> Thread:
    facts = {"form": form, "series": SERIES, "issue": n}
    return Thread(desk, "edition", desk.street.code, day, desk.mediator, **facts)


def issue(desk: Desk, form: str, n: int, year: int) -> None:
    """The stories of a year's autumn, printed in December if that has come."""
    told = [day for day in desk.days.of(year) if day.month == 10][:1]
    if not told:
        return
    stories = [story(desk, subject, told[0]) for subject in closed(desk, told[0])]
    edition = planned(desk, form, n, told[0])
    edition.take("collect", desk.mediator, told[0], stories=[each.case for each in stories])
    if day := next((day for day in desk.days.of(year) if day.month == 12), None):
        edition.take("publish", desk.justice, day, copies=500)
        for each in stories:
            facts = {"edition": edition.case, "on": day}
            desk.batch.move(each.case, "bind", facts, None, None, each.watch.at(day))


def closed(desk: Desk, day: date) -> list[Case]:
    """The last that were settled some weeks before and were not told of yet."""
    rows = Case.objects.filter(
        kind="dispute", registry=desk.street.code, state="archived", sensitivity="",
        closed_on__lt=day - timedelta(days=30), closed_on__gte=day - timedelta(days=330),
    )  # fmt: skip
    return list(rows.order_by("-closed_on", "-pk")[:EACH])


def story(desk: Desk, subject: Case, day: date) -> Thread:
    facts = {"title": f"从{subject.title}说起", "reason": "演示数据：办法可供借鉴。"}
    thread = Thread(desk, "story", desk.street.code, day, desk.mediator, subject=subject, **facts)
    told = {"title": facts["title"], "text": TEXT.format(title=subject.title)}
    thread.take("deidentify", desk.mediator, day, **told)
    thread.take("edit", desk.mediator, day, **told, commentary="演示点评：情理法并用。")
    thread.take("review", desk.justice, day)
    return thread


def discuss(desk: Desk, day: date, topic: str, title: str, output: str) -> None:
    """From the first word in an estate to its pact, or to what a lawyer says of it."""
    unit = desk.rng.choice(walked(desk.street))[: scope.DIGITS[scope.Level.COMMUNITY]]
    by = desk.cast.near(Role.COMMUNITY_WORKER, unit)[0]
    told = {"topic": topic, "estate": "演示小区", "summary": f"演示数据：{title}，居民意见不一。"}
    thread = Thread(desk, "civic_issue", unit, day, by, title=title, **told)
    thread.take(
        "discuss", by, day, venue="演示议事厅", people=12, attending="业主代表、物业、律师",
        views="演示数据：请律师说明规定后再议。",
    )  # fmt: skip
    drafted = desk.days.after(day, 10) or day
    text = f"演示文本：关于{title}的意见。"
    thread.take("draft", by, drafted, output=output, text=text, drafter="演示起草人")
    if output == Output.OPINION:
        signed = SimpleUploadedFile("法律意见书.docx", paper(text), WORD)
        facts = {"firm": "演示律师事务所", "lawyer": "演示律师", "file": [signed]}
        thread.take("issue", by, drafted, **facts)
        return
    until = drafted + timedelta(days=10)
    thread.take("publicise", by, drafted, hung_at="演示公告栏", hung_until=until)
    in_force = desk.days.after(until, 5) or until
    thread.take("take_effect", by, in_force, adopted_by="业主大会表决")


def paper(text: str) -> bytes:
    made, out = Document(), BytesIO()
    made.add_paragraph(text)
    made.save(out)
    return out.getvalue()
