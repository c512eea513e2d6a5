"""The system administrator keeps the other systems that are told, within the range."""

import pytest
from django.db import connection
from django.test import Client

from lawgov.notices.models import Hook
from tests.cast import OTHER_STREET, STREET

from .conftest import SECRET

pytestmark = pytest.mark.django_db
ADD = "/admin/notices/hook/add/"


@pytest.fixture
def browser(cast, settings):
    settings.WEBHOOK_HOSTS = ["hooks.example"]
    browser = Client()
    browser.force_login(cast.admin)
    return browser


def filled(**changes):
    return {
        "unit": STREET, "url": "https://hooks.example/in", "what": ["late"], "active": "on",
        "secret": SECRET,
    } | changes  # fmt: skip


def test_an_administrator_adds_a_system_and_its_secret_is_sealed(browser):
    assert browser.post(ADD, filled()).status_code == 302

    hook = Hook.objects.get()
    assert hook.secret == SECRET
    with connection.cursor() as cursor:
        cursor.execute("SELECT secret FROM notices_hook")
        assert SECRET not in cursor.fetchone()[0]


@pytest.mark.parametrize(
    "change",
    [
        {"url": "http://hooks.example/in"},
        {"url": "https://unlisted.example/in"},
        {"url": "https://user@hooks.example/in"},
        {"url": "https://hooks.example:22/in"},
        {"unit": OTHER_STREET},
        {"secret": ""},
        {"secret": "short"},
        {"what": ["parked"]},
        {"what": []},
    ],
)
def test_what_is_not_in_order_is_refused(browser, change):
    assert browser.post(ADD, filled(**change)).status_code == 200

    assert not Hook.objects.exists()


def test_a_secret_that_is_left_empty_stays_and_is_never_shown(browser):
    browser.post(ADD, filled())
    page = f"/admin/notices/hook/{Hook.objects.get().pk}/change/"
    assert SECRET not in browser.get(page).content.decode()
    browser.post(page, filled(secret="", what=["offered"]))

    hook = Hook.objects.get()
    assert (hook.secret, hook.what) == (SECRET, ["offered"])


def test_the_systems_of_another_street_are_not_there(browser):
    other = Hook.objects.create(
        unit=OTHER_STREET, url="https://hooks.example/", secret=SECRET, what=["late"]
    )

    assert "hooks.example" not in browser.get("/admin/notices/hook/").content.decode()
    answer = browser.get(f"/admin/notices/hook/{other.pk}/change/")
    assert answer.status_code == 302


def test_what_was_given_up_is_sent_again_from_the_list(browser, cast):
    browser.post(ADD, filled())
    done = browser.post(
        "/admin/notices/hook/",
        {"action": "again", "_selected_action": Hook.objects.get().pk},
        follow=True,
    )

    assert "0条将重新发送" in done.content.decode()
