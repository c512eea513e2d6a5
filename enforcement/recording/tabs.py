"""The tab of a case's page on which its records stand, with what is missing or faulty."""

from typing import Any, NamedTuple

from lawgov.casework.models import Attachment, Case
from lawgov.casework.web.pages import Tab
from lawgov.people.models import User

from .choices import DEFECT
from .missing import missing
from .models import Recording

ACTS = ("check_record", "mend_record", "void_record")


class Shown(NamedTuple):
    row: Recording
    about: str
    in_view: str
    files: list[Attachment]
    defects: list[str]
    acts: list[tuple[str, str]]  # the steps that may be taken with it, with their labels


def recordings(case: Case, user: User) -> dict[str, Any]:
    rows, steps = case.part("recordings"), case.steps_for(user)
    people = User.objects.in_bulk({pk for row in rows for pk in row.in_view})
    acts = [(name, steps[name].label) for name in ACTS if name in steps]
    return {
        "recordings": [shown(case, row, people, acts) for row in rows],
        "missing": missing(case),
        "may_record": "record" in steps,
    }


def shown(
    case: Case, row: Recording, people: dict[int, User], acts: list[tuple[str, str]]
) -> Shown:
    event = next((each for each in case.history if each.seq == row.about), None)
    return Shown(
        row,
        f"{event.on} {event.label}" if event else row.scene_label,
        "、".join(str(people[pk]) for pk in row.in_view if pk in people),
        [file for file in case.part("attachments") if file.sha256 in row.digests],
        [DEFECT.get(code, code) for code in row.defects],
        [] if row.void else [act for act in acts if act[0] != "mend_record" or row.is_faulty],
    )


TAB = Tab("recordings", "全过程记录", "recording/_recordings.html", recordings)
