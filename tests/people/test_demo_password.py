"""The demo's password is on everybody's screen, so it opens nothing outside demo mode."""

import pytest
from django.conf import settings
from django.test import Client

from lawgov.people.models import User


@pytest.fixture
def demo_user(db) -> User:
    return User.objects.create_user("demo", password=settings.SECRETS["demo_password"])


def opened(user: User) -> bool:
    words = {"username": user.username, "password": settings.SECRETS["demo_password"]}
    return Client().post("/login/", words).status_code == 302


def test_in_demo_mode_the_demo_password_opens_the_demo_accounts(demo_user, settings):
    settings.DEMO = True
    assert opened(demo_user)


def test_outside_demo_mode_the_demo_password_opens_nothing(demo_user, settings):
    settings.DEMO = False
    assert not opened(demo_user)


def test_outside_demo_mode_it_gives_no_token_either(demo_user, settings):
    settings.DEMO = False
    words = {"username": "demo", "password": settings.SECRETS["demo_password"]}
    answer = Client().post("/api/v1/auth/token/", words, content_type="application/json")
    assert answer.status_code in (400, 401, 403)


def test_other_passwords_work_in_both(settings, db):
    user = User.objects.create_user("clerk", password="Other-password-7")
    for settings.DEMO in (True, False):
        words = {"username": user.username, "password": "Other-password-7"}
        assert Client().post("/login/", words).status_code == 302
