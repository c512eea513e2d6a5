"""Near and past due: in the morning of a working day, once for each case and due date."""

from datetime import timedelta

import pytest

from lawgov.casework import outbox
from lawgov.casework.models import Case
from lawgov.notices import due
from lawgov.notices.models import Notice
from tests.cast import COMMUNITY, dispute_in, logged

from .conftest import told

pytestmark = pytest.mark.django_db


def morning() -> None:
    due.begin()
    outbox.drain()


@pytest.fixture
def monday(time_machine):
    """Logged on Monday 2 March 2026: to be accepted within three working days, by Thursday."""
    time_machine.move_to("2026-03-02 10:00+08:00")
    return time_machine


def test_what_is_due_soon_is_told_once(cast, monday):
    logged(cast.community, unit=COMMUNITY)
    outbox.drain()
    for _ in range(2):
        morning()
    monday.move_to("2026-03-03 07:00+08:00")
    morning()

    assert told(cast.community) == ["near"]


def test_what_is_late_is_told_once(cast, monday):
    case = logged(cast.community, unit=COMMUNITY)
    for day in ("06", "09", "10"):
        monday.move_to(f"2026-03-{day} 07:00+08:00")
        morning()

    assert told(cast.community) == ["late"]
    assert str(Notice.objects.get().due_on) == "2026-03-05" == str(case.due_on)


def test_on_a_day_off_nobody_is_reminded(cast, monday):
    logged(cast.community, unit=COMMUNITY)
    monday.move_to("2026-03-07 07:00+08:00")
    morning()

    assert told(cast.community) == []


def test_who_handles_the_case_is_reminded_and_not_the_desk(cast, monday):
    case = dispute_in("assigned", cast)
    outbox.drain()
    monday.move_to(f"{case.due_on + timedelta(days=1)} 07:00+08:00")
    morning()

    assert told(cast.mediator) == ["late"]
    assert told(cast.lawyer) == told(cast.grid) == []


def test_who_has_to_answer_an_offer_is_reminded_of_it(cast, monday):
    logged(cast.grid).take("raise", by=cast.grid, to=COMMUNITY, reason="复杂")
    outbox.drain()
    monday.move_to("2026-03-05 07:00+08:00")
    morning()

    assert told(cast.community) == ["late", "offered"]
    assert told(cast.grid) == []


def test_a_new_due_date_is_a_new_reminder(cast, monday):
    case = dispute_in("accepted", cast)
    outbox.drain()
    monday.move_to("2026-04-02 07:00+08:00")
    morning()
    case.take("extend", by=cast.justice, days=3, applicant_agrees=True, respondent_agrees=True)
    outbox.drain()
    monday.move_to("2026-04-08 07:00+08:00")
    morning()

    assert len({n.due_on for n in Notice.objects.filter(what="late")}) == 2


def test_many_cases_are_gone_through_in_chunks(cast, monday, monkeypatch):
    monkeypatch.setattr(due, "CHUNK", 2)
    for _ in range(5):
        logged(cast.community, unit=COMMUNITY)
    outbox.drain()
    morning()

    assert len(told(cast.community)) == 5 == Case.objects.count()
