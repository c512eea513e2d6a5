"""The minutes of a meeting on paper."""

from lawgov.casework.models import Case
from lawgov.documents.papers import Content, Paper, Row, day
from lawgov.documents.values import Masked, Plain
from lawgov.units.models import full_names, names

from . import rules
from .choices import Capacity
from .models import Attendee


def by_capacity(case: Case) -> list[Row]:
    """Each capacity with its people, in the order in which minutes name them."""
    rows = case.part("attendees")
    groups = [
        (str(label), "、".join(called(row) for row in rows if row.capacity == value))
        for value, label in Capacity.choices
    ]
    return [(label, people) for label, people in groups if people]


def called(row: Attendee) -> str:
    return f"{row.name}（{row.position}）" if row.position else row.name


def minutes(case: Case, shown: Masked | Plain) -> Content:
    """会议纪要."""
    detail = case.detail
    unit = names([case.unit]).get(case.unit, "")
    written = next(event.on for event in case.history if event.step == "minute")
    return Content(
        title="会议纪要",
        number=case.number,
        rows=[
            ("会议名称", shown.text(case.title)),
            ("会议类型", detail.get_type_display()),
            ("时间", f"{day(detail.held_on)} {detail.planned_at:%H:%M}"),
            ("地点", detail.place),
            *by_capacity(case),
            ("议题", numbered([shown.text(item_words(item)) for item in case.part("items")])),
            ("纪要", shown.text(detail.minutes)),
            *decided(case, shown),
        ],
        signatures=[("主持人（签名）", ""), ("记录人（签名）", "")],
        seal=unit,
        on=day(written),
    )


def item_words(item: object) -> str:
    matter, about = getattr(item, "matter", ""), getattr(item, "about", None)
    return f"{matter}（{about.number}）" if matter and about else matter or str(about or "")


def numbered(lines: list[str]) -> str:
    return "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))


def decided(case: Case, shown: Masked | Plain) -> list[Row]:
    rows = rules.standing(case)
    called = full_names({row.owner_unit for row in rows} - {""})
    lines = [
        shown.text(row.text)
        + (f"（{called.get(row.owner_unit, '')}，{day(row.due)}前）" if row.due else "")
        for row in rows
    ]
    return [("决定事项", numbered(lines))] if lines else []


PAPERS = (Paper("minutes", "会议纪要", "form", ("minute", "correct_minutes"), minutes),)
