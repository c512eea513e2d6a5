"""Mail goes only to an address that was shown to be one's own."""

import re

import pytest
from django.core import mail
from django.db import connection
from django.test import Client

from lawgov.casework import outbox
from lawgov.notices.models import Preference
from tests.cast import COMMUNITY, logged

from .conftest import wants_mail, work_off

pytestmark = pytest.mark.django_db
ADDRESS = "worker@mail.test"


@pytest.fixture(autouse=True)
def mail_on(settings):
    settings.MAIL_ON = True


@pytest.fixture
def browser(cast, time_machine):
    time_machine.move_to("2026-03-02 10:00+08:00")
    browser = Client()
    browser.force_login(cast.community)
    return browser


def ask(browser) -> str:
    """The code that was mailed."""
    assert browser.post("/me/notices/mail/", {"email": ADDRESS}).status_code == 302
    work_off()
    return re.search(r"\d{6}", mail.outbox[-1].body)[0]


def offer(cast) -> None:
    logged(cast.grid).take("raise", by=cast.grid, to=COMMUNITY, reason="复杂")
    work_off()


def test_the_code_that_was_mailed_verifies_the_address(cast, browser):
    code = ask(browser)
    browser.post("/me/notices/mail/code/", {"code": code})
    browser.post("/me/notices/", {"by_mail": ["offered"]})
    offer(cast)

    assert [(m.to, m.subject) for m in mail.outbox[1:]] == [
        ([ADDRESS], "【街道法治工作平台】待接收：纠纷 彭人调字〔2026〕第1号")
    ]


def test_before_it_is_verified_nothing_is_sent_there(cast, browser):
    ask(browser)
    browser.post("/me/notices/", {"by_mail": ["offered"]})
    offer(cast)

    assert len(mail.outbox) == 1


def test_a_wrong_code_verifies_nothing_and_five_use_it_up(cast, browser):
    code = ask(browser)
    wrong = f"{(int(code) + 1) % 10**6:06}"
    for _ in range(5):
        assert browser.post("/me/notices/mail/code/", {"code": wrong}).status_code == 400

    assert browser.post("/me/notices/mail/code/", {"code": code}).status_code == 400
    assert Preference.objects.get().verified_at is None


def test_a_code_is_good_for_a_quarter_of_an_hour(browser, time_machine):
    code = ask(browser)
    time_machine.shift(15 * 60 + 1)

    assert browser.post("/me/notices/mail/code/", {"code": code}).status_code == 400


def test_codes_are_mailed_no_more_often_than_once_a_minute(browser, time_machine):
    ask(browser)
    assert browser.post("/me/notices/mail/", {"email": ADDRESS}).status_code == 400

    time_machine.shift(61)
    assert browser.post("/me/notices/mail/", {"email": ADDRESS}).status_code == 302


def test_the_address_stands_sealed_and_is_shown_masked(cast, browser):
    browser.post("/me/notices/mail/code/", {"code": ask(browser)})
    with connection.cursor() as cursor:
        cursor.execute("SELECT email FROM notices_preference")
        assert ADDRESS not in cursor.fetchone()[0]

    shown = browser.get("/me/notices/").content.decode()
    assert "w***@mail.test" in shown
    assert ADDRESS not in shown


def test_who_removes_the_address_gets_no_more_mail(cast, browser):
    wants_mail(cast.community, "offered")
    browser.post("/me/notices/mail/stop/")
    offer(cast)

    assert mail.outbox == []


def test_only_what_was_chosen_is_mailed(cast):
    wants_mail(cast.community, "late")
    offer(cast)

    assert mail.outbox == []


def test_who_unchooses_before_it_is_sent_does_not_get_it(cast):
    mine = wants_mail(cast.community, "offered")
    logged(cast.grid).take("raise", by=cast.grid, to=COMMUNITY, reason="复杂")
    outbox.drain()
    mine.by_mail = []
    mine.save()
    work_off()

    assert mail.outbox == []


@pytest.mark.parametrize("email", ["x", "a@b", "a@b.test\nBcc: c@d.test", ""])
def test_what_is_no_address_is_refused(browser, email):
    assert browser.post("/me/notices/mail/", {"email": email}).status_code == 400


def test_where_mail_is_off_nobody_is_asked_for_an_address(browser, settings):
    settings.MAIL_ON = False

    assert browser.post("/me/notices/mail/", {"email": ADDRESS}).status_code == 400
    assert 'name="email"' not in browser.get("/me/notices/").content.decode()
