"""Mail through a real server: once, tried again while it is away, given up with an alert."""

import pytest

from lawgov.casework import outbox
from lawgov.casework.models import Outbox
from lawgov.notices import watching
from lawgov.notices.models import Notice
from tests.cast import COMMUNITY, logged

from .conftest import told, wants_mail, work_off

pytestmark = pytest.mark.django_db


@pytest.fixture
def offered(cast, time_machine):
    time_machine.move_to("2026-03-02 10:00+08:00")
    wants_mail(cast.community, "offered")
    case = logged(cast.grid)
    case.take("raise", by=cast.grid, to=COMMUNITY, reason="复杂")
    return case


def test_a_notice_is_mailed_once(cast, post_office, offered):
    work_off()
    work_off()

    [sent] = post_office.got
    assert sent.rcpt_tos == ["community@mail.test"]
    assert Notice.objects.get().mailed_at


def test_a_row_that_comes_twice_is_one_mail(cast, post_office, offered):
    outbox.drain()
    row = Outbox.objects.get(topic="notices.mail")
    Outbox.objects.create(topic=row.topic, payload=row.payload)
    work_off()

    assert len(post_office.got) == 1


def test_a_repetition_bears_the_same_message_id(cast, post_office, offered, monkeypatch):
    work_off()
    Notice.objects.update(mailed_at=None)
    Outbox.objects.create(
        topic="notices.mail", payload={"sink": "", "notice": Notice.objects.get().pk}
    )
    work_off()

    ids = [line for sent in post_office.got for line in sent.content.decode().splitlines()
           if line.startswith("Message-ID")]  # fmt: skip
    assert len(ids) == 2
    assert len(set(ids)) == 1


def test_while_the_server_is_away_the_mail_waits(cast, post_office, offered, time_machine):
    post_office.answer = "451 try later"
    work_off()
    assert not Notice.objects.get().mailed_at

    post_office.answer = "250 OK"
    time_machine.shift(31)
    work_off()
    assert len(post_office.got) == 1


def test_what_the_server_never_takes_is_given_up_and_the_administrator_hears(
    cast, post_office, offered, time_machine
):
    post_office.answer = "550 no such address <community@mail.test>"
    for _ in range(6):
        work_off()
        time_machine.shift(31 * 60)
    watching.watch()

    row = Outbox.objects.get(topic="notices.mail")
    assert row.tries == 5
    assert "@" not in row.error
    assert told(cast.admin) == ["parked"]
