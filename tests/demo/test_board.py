"""The demo's notice board: in a batch nothing is stored yet, and still a case may be closed."""

from datetime import timedelta
from random import Random

import pytest
from django.utils import timezone

from demo.days import Days, Watch
from demo.enforcement_publicity import Board, announce
from demo.people import Cast
from demo.plans import PENGPU
from enforcement.publicity import standing
from enforcement.publicity.models import Publication
from lawgov.casework import questions
from lawgov.casework.batch import Batch
from lawgov.casework.questions import ask

from ..cast import STREET
from ..enforcement import acts
from ..enforcement.conftest import squad  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db


@pytest.fixture
def days():
    return Days(timezone.now())


@pytest.fixture
def board(squad, days):  # noqa: F811
    return Board(Batch(linked=True), Cast(PENGPU), days)


@pytest.fixture
def decided(squad, board, days, monkeypatch):  # noqa: F811
    """A case of the batch that was decided on a day three years ago."""
    acts.known(monkeypatch)
    day = days.of(days.last.year - 3)[20]
    said = {
        "type": "penalty", "title": "演示当事人占道案", "rows": [("处罚结果", "罚款")],
        "decided_on": day, "working_days": 7, "minor": False, "party_kind": "person",
        "remedy": "可申请复议",
    }  # fmt: skip
    monkeypatch.setitem(questions.ANSWERS, "act.for_publication", lambda case: said)
    watch = Watch(Random(1), days.last)
    seat = squad.officer.seats[0]
    who = {"by": squad.officer, "post": seat.id, "at": watch.at(day)}
    return board.batch.open("act", STREET, **who, title="占道"), watch, day


def test_what_hangs_on_the_board_counts_as_published_and_comes_down_in_time(board, decided):
    case, watch, day = decided
    with board.in_session():
        assert not ask("publicity.published", case)
        assert board.post(case, watch, day) is not None
        assert ask("publicity.published", case)
    board.clear()
    board.batch.save()

    row = Publication.objects.get()
    assert (row.case.state, row.source_id, row.public_on > day) == ("expired", case.pk, True)


def test_what_was_taken_back_may_hang_there_again(board, decided):
    case, watch, day = decided
    out = board.post(case, watch, day)
    board.take_back(case, watch, out)
    assert not board.published(case)
    board.post(case, watch, out)
    board.batch.save()

    states = Publication.objects.order_by("pk").values_list("case__state", flat=True)
    assert list(states) == ["withdrawn", "public"]


def test_a_street_shows_the_five_kinds_of_this_year(squad, days):  # noqa: F811
    announce(PENGPU, Cast(PENGPU), days)

    assert [each.lacks for each in standing.of(STREET)] == [""] * 5
    assert Publication.objects.filter(public_on__lt=days.last - timedelta(days=366)).exists()
