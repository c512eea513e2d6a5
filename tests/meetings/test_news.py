"""Who hears of a meeting: whoever is to attend it and may read of it."""

from lawgov.casework import outbox
from tests.notices.conftest import told

from .conftest import answers, called, meeting_in


def test_who_is_to_attend_is_called_and_hears_when_it_is_postponed(cast):
    case = meeting_in("called", cast)
    outbox.drain()
    assert told(cast.leader) == told(cast.statistician) == ["called"]

    case.take("postpone", by=cast.justice, **answers()["postpone"])
    outbox.drain()
    assert told(cast.leader) == ["called", "called"]
    assert told(cast.justice) == []


def test_who_sits_below_and_is_invited_is_called_as_well_and_nobody_else_there(cast):
    case = called(cast.justice)
    case.take("add_attendees", by=cast.justice,
              attendees=[{"capacity": "member", "user": "community"}])  # fmt: skip
    outbox.drain()

    assert told(cast.community) == ["called"]
    assert told(cast.neighbour) == []


def test_attendance_written_down_afterwards_calls_nobody(cast):
    case = called(cast.justice)
    case.take("hold", by=cast.justice, **answers()["hold"])
    case.take("add_attendees", by=cast.justice, **answers()["add_attendees"])
    outbox.drain()

    assert told(cast.leader) == []
