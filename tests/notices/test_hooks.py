"""Another system is told once, signed, of the cases of its unit; a sink that is away delays nobody
else (R-04)."""

import hashlib
import hmac
import json

import pytest

from lawgov.casework import outbox, sinks
from lawgov.casework.models import Outbox
from lawgov.notices import watching
from lawgov.notices.models import Call, Hook, Notice
from tests.cast import COMMUNITY, GRID, OTHER_STREET, SIBLING, logged

from .conftest import SECRET, told, work_off

pytestmark = pytest.mark.django_db


def offer(cast, **changes):
    case = logged(cast.grid, **changes)
    case.take("raise", by=cast.grid, to=COMMUNITY, reason="复杂")
    return case


def test_the_message_names_the_case_and_what_happened(cast, hook, sink):
    case = offer(cast)
    work_off()

    told = json.loads(sink.got[0][1])
    assert (told["what"], told["label"], told["kind"]) == ("offered", "待接收", "dispute")
    assert (told["number"], told["url"]) == (
        case.number, f"http://localhost:8000/disputes/{case.pk}/",
    )  # fmt: skip


def test_the_signature_is_over_time_and_body(cast, hook, sink):
    offer(cast)
    work_off()

    head, body = sink.got[0]
    signed = f"{head['X-Lawgov-Timestamp']}.".encode() + body
    mark = hmac.new(SECRET.encode(), signed, hashlib.sha256).hexdigest()
    assert head["X-Lawgov-Signature"] == f"sha256={mark}"


@pytest.mark.parametrize(
    "change", [{"unit": SIBLING}, {"unit": OTHER_STREET}, {"what": ["late"]}, {"active": False}]
)
def test_what_a_hook_did_not_ask_for_it_is_not_told(cast, hook, sink, change):
    Hook.objects.update(**change)
    offer(cast)
    work_off()

    assert sink.got == []


def test_of_a_sensitive_case_no_other_system_hears(cast, hook, sink):
    offer(cast, sensitivity="minor")
    work_off()

    assert sink.got == []


def test_where_no_host_is_listed_nothing_is_queued(cast, hook, settings):
    settings.WEBHOOK_PRIVATE_HOSTS = []
    offer(cast)
    outbox.drain()

    assert Call.objects.count() == 0


def test_a_host_that_left_the_list_is_called_no_more(cast, hook, sink, settings):
    offer(cast)
    outbox.drain()
    settings.WEBHOOK_PRIVATE_HOSTS = ["another.test"]
    work_off()

    assert sink.got == []


class Killed(BaseException):
    """As if the worker died there."""


def killed(*args, **kwargs):
    raise Killed


@pytest.mark.parametrize("point", ["claimed", "sent", "marked"])
def test_a_worker_killed_at_any_point_leaves_one_effect(
    cast, hook, sink, point, monkeypatch, time_machine
):
    time_machine.move_to("2026-03-02 10:00+08:00")
    offer(cast)
    outbox.drain()
    with monkeypatch.context() as patch:
        if point == "claimed":
            patch.setattr(outbox, "work", killed)
        if point == "sent":
            patch.setattr(Call, "save", killed)
        if point == "marked":
            patch.setattr("lawgov.casework.outbox.listening", lambda topic: [*HEARD, killed])
        with pytest.raises(Killed):
            work_off()
    assert Outbox.objects.filter(topic="notices.hook").exists()

    time_machine.shift(46)
    work_off()
    assert len(sink.effects) == 1
    assert len(sink.got) == (1 if point == "claimed" else 2)
    assert not Outbox.objects.exists()


HEARD = outbox.handlers["notices.hook"]


def test_a_stuck_row_is_taken_up_again_within_a_minute():
    assert sinks.LEASE.total_seconds() <= 60


def test_a_message_that_is_refused_is_given_up_after_five_tries_and_others_go_on(
    cast, hook, sink, time_machine
):
    time_machine.move_to("2026-03-02 10:00+08:00")
    offer(cast)
    sink.answers = 422
    rounds(time_machine, 6)
    assert len(sink.got) == 5

    sink.answers = 200
    offer(cast)
    work_off()
    assert len(sink.effects) == 1
    assert Outbox.objects.get(topic="notices.hook").tries == 5


def rounds(time_machine, n: int) -> None:
    for _ in range(n):
        work_off()
        time_machine.shift(31 * 60)


def test_who_looks_after_the_unit_hears_once_of_what_was_given_up(cast, hook, sink, time_machine):
    time_machine.move_to("2026-03-02 10:00+08:00")
    offer(cast)
    sink.answers = 422
    rounds(time_machine, 6)
    for _ in range(2):
        watching.watch()

    assert told(cast.admin) == ["parked"]
    assert Notice.objects.get(to=cast.admin).address == "/admin/notices/hook/"


def test_a_sink_that_is_away_is_not_knocked_at_for_each_message(cast, hook, sink, time_machine):
    time_machine.move_to("2026-03-02 10:00+08:00")
    for _ in range(5):
        offer(cast)
    sink.answers = 503
    work_off()
    work_off()

    assert len(sink.got) == 1


def test_a_sink_that_is_away_delays_no_other(cast, hook, sink, settings, names):
    names["away.test"] = [["127.0.0.1"]]
    settings.WEBHOOK_PRIVATE_HOSTS += ["away.test:9"]
    Hook.objects.create(unit=GRID, url="https://away.test:9/", secret=SECRET, what=["offered"])
    for _ in range(3):
        offer(cast)
    work_off()

    assert len(sink.effects) == 3
    assert Outbox.objects.count() == 3


def test_a_sink_that_comes_back_gets_everything_once(cast, hook, sink, time_machine):
    time_machine.move_to("2026-03-02 10:00+08:00")
    for _ in range(3):
        offer(cast)
    sink.answers = 503
    work_off()
    sink.answers = 200
    time_machine.shift(31)
    work_off()

    assert len(sink.effects) == len(set(sink.effects)) == 3
    assert not Outbox.objects.exists()


def test_what_waits_outside_holds_up_nothing_of_ours(cast, hook, sink):
    sink.answers = 503
    offer(cast)
    work_off()

    assert told(cast.community) == ["offered"]
    assert outbox.drain() == 0


def test_what_was_given_up_can_be_sent_again(cast, hook, sink, time_machine):
    time_machine.move_to("2026-03-02 10:00+08:00")
    offer(cast)
    sink.answers = 422
    rounds(time_machine, 6)
    sink.answers = 200

    assert sinks.again("notices.hook", str(hook.pk)) == 1
    work_off()
    assert len(sink.effects) == 1
