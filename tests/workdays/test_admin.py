"""Correcting the calendar by hand, in the back office."""

from datetime import date

import pytest

from lawgov.people.models import Post, Role, User
from lawgov.workdays import calendar
from lawgov.workdays.models import Holiday, HolidayYear

pytestmark = pytest.mark.django_db
DAY = "/admin/workdays/holiday/"
YEAR = "/admin/workdays/holidayyear/"


@pytest.fixture
def told(monkeypatch):
    years = []
    monkeypatch.setattr(calendar, "changed", [years.append])
    return years


@pytest.fixture
def sign_in(client):
    def sign_in(role):
        user = User.objects.create_user(role, name="某人")
        Post.objects.create(user=user, role=role, unit="110105019", since=date(2020, 1, 1))
        client.force_login(user)

    return sign_in


def test_a_day_added_by_hand_tells_who_keeps_deadlines(client, sign_in, told):
    sign_in(Role.SYSTEM_ADMIN)
    client.post(f"{DAY}add/", {"day": "2026-12-31", "name": "临时放假"})
    assert not Holiday.objects.get(day=date(2026, 12, 31)).working
    assert told == [{2026}]


def test_a_day_taken_back_tells_too(client, sign_in, told):
    sign_in(Role.SYSTEM_ADMIN)
    client.post(f"{DAY}2026-01-02/delete/", {"post": "yes"})
    assert not Holiday.objects.filter(day=date(2026, 1, 2)).exists()
    assert told == [{2026}]


def test_several_days_taken_back_at_once_tell_too(client, sign_in, told):
    sign_in(Role.SYSTEM_ADMIN)
    chosen = ["2025-01-01", "2026-01-01"]
    asked = {"action": "delete_selected", "_selected_action": chosen, "post": "yes"}
    client.post(DAY, asked)
    assert told == [{2025, 2026}]


def test_a_year_taken_back_is_provisional_again(
    client, sign_in, told, django_capture_on_commit_callbacks
):
    sign_in(Role.SYSTEM_ADMIN)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{YEAR}2026/delete/", {"post": "yes"})
    assert not HolidayYear.objects.filter(year=2026).exists()
    assert told == [{2026}]
    assert calendar.add(date(2026, 7, 6), 1, working=True).provisional


@pytest.mark.parametrize("role", [Role.LEADER, Role.SECURITY_ADMIN, Role.AUDITOR])
def test_nobody_else_edits_the_calendar(client, sign_in, role):
    sign_in(role)
    client.post(f"{DAY}add/", {"day": "2026-12-31", "name": "临时放假"})
    assert not Holiday.objects.filter(day=date(2026, 12, 31)).exists()
