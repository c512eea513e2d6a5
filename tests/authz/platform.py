"""Targets of the platform's room: a question of law as it was filed, or on the agenda."""

from types import SimpleNamespace
from typing import Any

from lawgov.casework.models import Case
from lawgov.people.models import User

from ..mediation.platform import filed, held, quarter_meeting

KINDS = ("question",)


def question(unit: str, state: str, boss: User, who: User) -> tuple[Case, User]:
    chief = User.objects.get(username="chief")
    case = filed(boss, unit)
    if state == "listed":
        meeting = quarter_meeting(chief)
        case.take("put_on", by=chief, meeting=meeting.pk)
        held(meeting, chief)
    return case, boss


def of_question(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    there = at.case.question.meeting
    judge = there.attendees.latest("pk").pk if there else 1
    return {
        "put_on": {"meeting": 1},
        "take_off": {"reason": "改期"},
        "answer": {"answer_text": "有效", "expert": judge},
        "archive": {},
        "withdraw": {"reason": "已解决"},
    }


MAKERS = {"question": question}
OF_KIND = {"question": of_question}
