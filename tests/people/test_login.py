"""Logging in, being locked out, changing a password, being sent home."""

from datetime import timedelta

import pytest
import time_machine
from axes.models import AccessAttempt
from django.contrib.sessions.models import Session
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from lawgov.people import passwords
from lawgov.people.models import User

from .conftest import PASSWORD, as_

LOGIN, PASSWORD_PAGE = "/login/", "/me/password/"


def log_in(username: str = "mediator", password: str = PASSWORD, **headers):
    client = Client(**headers)
    return client, client.post(LOGIN, {"username": username, "password": password})


def fail(times: int, **headers):
    for _ in range(times):
        _, answer = log_in(password="wrong", **headers)
    return answer


def test_the_right_password_opens_the_first_page(mediator):
    client, answer = log_in()

    assert answer.status_code == 302
    assert client.get("/me/").status_code == 200


def test_the_wrong_password_says_so_in_chinese_and_never_which_half(mediator):
    _, wrong_password = log_in(password="wrong")
    _, wrong_name = log_in(username="nobody")

    for answer in (wrong_password, wrong_name):
        assert "登录名或密码不正确" in answer.content.decode()
        assert answer.status_code == 200


def test_the_fifth_failure_locks_and_says_for_how_long(mediator):
    answer = fail(5)

    assert answer.status_code == 429
    assert "请约30分钟后再试" in answer.content.decode()
    assert answer["Retry-After"] == "1800"


def test_a_locked_account_refuses_the_right_password(mediator):
    fail(5)

    _, answer = log_in()

    assert answer.status_code == 429


def test_a_forged_forwarding_header_does_not_open_the_lock(mediator):
    for n in range(5):
        fail(1, HTTP_X_FORWARDED_FOR=f"10.0.0.{n}", HTTP_USER_AGENT=f"browser {n}")

    _, answer = log_in(HTTP_X_FORWARDED_FOR="10.0.0.99", HTTP_USER_AGENT="another")

    assert answer.status_code == 429


def test_another_account_is_not_locked_along(mediator, auditor):
    fail(5)

    _, answer = log_in("auditor")

    assert answer.status_code == 302


def test_trying_on_does_not_lengthen_the_lock_and_half_an_hour_ends_it(mediator):
    start = timezone.now()
    fail(5)

    with time_machine.travel(start + timedelta(minutes=21)):
        assert "请约10分钟后再试" in fail(1).content.decode()
    with time_machine.travel(start + timedelta(minutes=31)):
        assert log_in()[1].status_code == 302


def test_a_success_forgets_the_failures_before_it(mediator):
    fail(4)
    log_in()

    assert fail(4).status_code == 200


def test_no_password_is_kept_among_the_failures(mediator):
    log_in(password="almost-right-9X")

    assert "almost-right" not in str(AccessAttempt.objects.values().get())


def test_a_disabled_person_is_out_at_the_next_request(mediator):
    client = as_(mediator)
    assert client.get("/me/").status_code == 200

    User.objects.filter(pk=mediator.pk).update(is_active=False)

    assert client.get("/me/").status_code == 302


def test_a_post_that_ended_is_gone_at_the_next_request(system_admin):
    client = as_(system_admin)
    assert client.get("/people/").status_code == 200

    system_admin.posts.update(until=timezone.localdate())

    assert client.get("/people/").status_code == 403


def test_a_session_lives_while_used_and_ends_half_an_hour_after(mediator):
    start = timezone.now()
    with time_machine.travel(start) as clock:
        client = as_(mediator)
        for _ in range(3):
            clock.shift(timedelta(minutes=20))
            assert client.get("/me/").status_code == 200
        clock.shift(timedelta(minutes=31))
        assert client.get("/me/").status_code == 302


def test_a_busy_session_is_written_once_a_minute(mediator, django_assert_num_queries):
    client = as_(mediator)
    client.get("/me/")
    before = Session.objects.get().expire_date

    client.get("/me/")

    assert Session.objects.get().expire_date == before


def test_logging_out_needs_a_post(mediator):
    client = as_(mediator)
    assert client.get("/logout/").status_code == 405

    client.post("/logout/")

    assert client.get("/me/").status_code == 302


def change(client: Client, old: str, new: str):
    return client.post(
        PASSWORD_PAGE, {"old_password": old, "new_password1": new, "new_password2": new}
    )


def test_a_one_time_password_opens_only_the_page_that_changes_it(mediator):
    User.objects.update(must_change_password=True)
    client = as_(mediator)
    assert client.get("/me/")["Location"] == PASSWORD_PAGE
    assert client.get(PASSWORD_PAGE).status_code == 200

    change(client, PASSWORD, "Cui-cheng 4501")

    assert client.get("/me/").status_code == 200


def test_a_new_password_ends_the_other_sessions_and_tokens(mediator):
    here, elsewhere = as_(mediator), as_(mediator)
    token = here.post(
        "/api/v1/auth/token/",
        {"username": "mediator", "password": PASSWORD},
        content_type="application/json",
    )
    assert token.status_code == 200

    change(here, PASSWORD, "Cui-cheng 4501")

    assert here.get("/me/").status_code == 200
    assert elsewhere.get("/me/").status_code == 302
    assert not mediator.auth_token_set.exists()


@pytest.mark.parametrize(
    "weak",
    [
        "Ab1-xyz",  # short
        "abcdefghijk",  # one class
        "abcdefgh1234",  # two classes
        "1234567890",  # digits
        "Mediator-2023",  # the login name in it
    ],
)
def test_a_weak_password_is_refused_beside_its_field(mediator, weak):
    answer = change(as_(mediator), PASSWORD, weak)

    assert answer.status_code == 200
    assert answer.context["form"].errors["new_password2"]


@pytest.mark.parametrize("good", ["abcdefG1xyz", "abc-123-xyzz", "ABC def 123"])
def test_three_of_four_kinds_of_character_are_enough(good):
    passwords.ThreeClasses().validate(good)


@pytest.mark.parametrize("plain", ["abcdefghijk", "ABCDEFG1234", "密码密码密码密码"])
def test_two_kinds_are_not_enough(plain):
    with pytest.raises(ValidationError, match="至少三类"):
        passwords.ThreeClasses().validate(plain)


@pytest.mark.parametrize("path", ["/me/", "/me/password/", "/people/", "/lockouts/", "/audit/"])
def test_a_page_leads_the_unknown_to_the_login(path):
    assert Client().get(path)["Location"].startswith(LOGIN)


def test_a_login_leads_nowhere_outside(mediator):
    answer = Client().post(
        LOGIN, {"username": "mediator", "password": PASSWORD, "next": "https://evil.example/"}
    )

    assert answer.status_code == 302
    assert "evil" not in answer["Location"]


@pytest.mark.parametrize("odd", ["\x00", "a" * 5000, "\u202e", "' OR 1=1 --"])
def test_an_odd_login_name_is_only_wrong(db, odd):
    _, answer = log_in(username=odd)

    assert answer.status_code == 200


def test_the_page_states_the_rules_of_a_password(mediator):
    page = as_(mediator).get(PASSWORD_PAGE).content.decode()

    assert "<li>密码须含小写字母、大写字母、数字、符号中的至少三类</li>" in page
