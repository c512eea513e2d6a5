"""An edition as a book: cover, contents with page numbers, the stories in their order."""

from django.db.models import TextChoices

from lawgov.casework.models import Case
from lawgov.documents.papers import Row
from lawgov.dossiers.cover import day
from lawgov.dossiers.dossier import Dossier, Slot
from lawgov.dossiers.pieces import Piece, Shown
from lawgov.units.models import full_names

from . import rules
from .procedures.edition import EDITION


class Part(TextChoices):
    WHOLE = "whole", "全册"


def stories(case: Case) -> list[Piece]:
    wanted = [row.story_id for row in rules.held(case)]
    found = Case.objects.select_related("story").in_bulk(wanted)
    return [told(found[pk]) for pk in wanted]


def told(story: Case) -> Piece:
    """The story, and below it what the editors say of it."""
    detail = story.story
    said = [
        *detail.text.splitlines(),
        *([f"【点评】{detail.commentary}"] * bool(detail.commentary)),
    ]
    return Piece(story.title, story.closed_on, lines=tuple(line for line in said if line.strip()))


def cover(case: Case, shown: Shown, count: str) -> list[Row]:
    edition = case.detail
    return [
        ("汇编名称", edition.series),
        ("版次", f"第{edition.issue}版"),
        ("编印单位", full_names([edition.street]).get(edition.street, "")),
        ("成册日期", day(edition.printed_on)),
        ("印数", f"{edition.copies}册" if edition.copies else ""),
        ("篇数页数", count),
    ]


BOOK = Dossier(
    kind=EDITION.kind,
    title=lambda case: case.title,
    noun="汇编",
    order=(Slot("stories", Part.WHOLE, "案例", stories),),
    name=lambda case, shown: case.title,
    cover=cover,
    end=lambda case: case.state_label,
    needed=lambda case: {} if case.detail.printed_on else {"stories": "汇编应收入案例"},
    missing=lambda case: [] if rules.held(case) or case.detail.printed_on else ["案例"],
)
