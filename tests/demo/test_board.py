"""The demo's notice board: a case of a batch may be closed, and its decision hangs there after."""

from datetime import timedelta
from random import Random

import pytest
from django.utils import timezone

from demo.days import Days
from demo.enforcement_publicity import Board, Hanging, announce
from demo.people import Cast
from demo.plans import PENGPU
from enforcement.publicity import standing
from enforcement.publicity.models import Publication
from lawgov.casework import questions
from lawgov.casework.models import Case
from lawgov.casework.questions import ask

from ..cast import STREET
from ..enforcement import acts
from ..enforcement.conftest import squad  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db


@pytest.fixture
def days():
    return Days(timezone.now())


@pytest.fixture
def decided(squad, days, monkeypatch):  # noqa: F811
    """A case that was decided on a day three years ago."""
    acts.known(monkeypatch)
    said = {
        "type": "penalty", "title": "演示当事人占道案", "rows": [("处罚结果", "罚款")],
        "decided_on": days.of(days.last.year - 3)[20], "working_days": 7, "minor": False,
        "party_kind": "person", "remedy": "可申请复议",
    }  # fmt: skip
    monkeypatch.setitem(questions.ANSWERS, "act.for_publication", lambda case: said)
    return Case.open_new("act", by=squad.officer, unit=STREET, title="占道")


def test_who_closes_a_case_in_a_batch_finds_it_published(decided, days):
    board = Board(days)
    with board.in_session():
        assert not ask("publicity.published", decided)
        assert board.post(decided, days.ago(9)) is not None
        assert ask("publicity.published", decided)
    assert not ask("publicity.published", decided)


def test_what_is_not_yet_due_does_not_hang_there(decided, days):
    assert Board(days).post(decided, days.ago(0)) is None


def test_a_decision_is_shown_taken_back_shown_again_and_comes_down(squad, decided, days):  # noqa: F811
    Hanging(Cast(PENGPU), days, Random(1)).hang([decided])

    rows = Publication.objects.order_by("pk").select_related("case")
    assert [row.case.state for row in rows] == ["withdrawn", "expired"]
    assert {row.source_id for row in rows} == {decided.pk}


def test_a_street_shows_the_five_kinds_of_this_year(squad, days):  # noqa: F811
    announce(PENGPU, Cast(PENGPU), days)

    assert [each.lacks for each in standing.of(STREET)] == [""] * 5
    assert Publication.objects.filter(public_on__lt=days.last - timedelta(days=366)).exists()
