"""Nothing of a person and no title leaves the house, nor stands in a notice or in a log line."""

import logging

import pytest
from django.db import connection
from django.test import Client

from lawgov.notices import due
from tests.cast import APPLICANT, COMMUNITY, RESPONDENT, logged, person

from .conftest import told, wants_mail, work_off

pytestmark = pytest.mark.django_db
TITLE, SUMMARY, WHY = "标题金丝雀", "案情金丝雀", "原因金丝雀"
NAMES = ("当事人金丝雀", "办事员金丝雀")
ID, PHONE = APPLICANT["id_number"], RESPONDENT["phone"]
SECRETS = [TITLE, SUMMARY, WHY, *NAMES, ID, PHONE, "金丝雀"]


def rows() -> str:
    """Everything that the tables of this room and the outbox hold, as text."""
    tables = ("notices_notice", "notices_call", "notices_preference", "casework_outbox")
    with connection.cursor() as cursor:
        return "".join(
            str(cursor.execute(f"SELECT coalesce(json_agg(t)::text, '') FROM {table} t").fetchone())
            for table in tables
        )


def test_no_canary_sings(cast, hook, sink, post_office, time_machine, caplog, capsys):
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.WARNING, "mail.log")  # of the sink: what it gets is looked at below
    time_machine.move_to("2026-03-02 10:00+08:00")
    cast.grid.name = NAMES[1]
    cast.grid.save()
    wants_mail(cast.community, "offered", "late")
    parties = [APPLICANT | {"name": NAMES[0]}, RESPONDENT]
    case = logged(cast.grid, title=TITLE, summary=SUMMARY, parties=parties)
    case.take("raise", by=cast.grid, to=COMMUNITY, reason=WHY)
    kept = rows()
    work_off()
    time_machine.move_to("2026-03-06 07:00+08:00")
    due.begin()
    sink.answers = 500
    post_office.answer = "451 later"
    work_off()
    kept += rows()
    sink.answers, post_office.answer = 200, "250 OK"
    time_machine.shift(3600)
    work_off()
    kept += rows()

    assert told(cast.community) == ["late", "offered"]
    assert (len(post_office.got), len(sink.effects)) == (2, 2)
    mails = "".join(shown(sent) for sent in post_office.got)
    bodies = b"".join(body for _, body in sink.got).decode()
    logs = caplog.text + "".join(capsys.readouterr())
    assert case.number in mails
    assert case.number in bodies
    for where in (mails, bodies, kept, logs):
        assert [word for word in SECRETS if word in where] == []
    assert "@mail.test" not in logs + kept


def shown(sent) -> str:
    """A mail as it is read: subject and body decoded."""
    from email import message_from_bytes
    from email.policy import default

    message = message_from_bytes(sent.content, policy=default)
    return f"{message['Subject']}\n{message.get_content()}"


def test_a_title_is_shown_masked_and_only_on_our_own_page(cast):
    other = person("second", "community_worker", COMMUNITY)
    case = logged(cast.grid, title=f"甲某 {PHONE} 来电")
    case.take("raise", by=cast.grid, to=COMMUNITY, reason=WHY)
    work_off()
    browser = Client()
    browser.force_login(other)
    page = browser.get("/notices/").content.decode()

    assert "来电" in page
    assert PHONE not in page
