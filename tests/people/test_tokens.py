"""The API's key: hashed, expiring, one statement, gone when its owner is."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.utils import timezone
from rest_framework.test import APIRequestFactory

from lawgov.people.models import User
from lawgov.people.tokens import TokenAuthentication

from .conftest import PASSWORD, as_

URL = "/api/v1/auth/token/"


def ask(username: str = "mediator", password: str = PASSWORD, **headers):
    given = {"username": username, "password": password}
    return Client().post(URL, given, content_type="application/json", **headers)


@pytest.fixture
def token(mediator) -> str:
    return ask().json()["token"]


def authenticate(token: str):
    request = APIRequestFactory().get("/", HTTP_AUTHORIZATION=f"Token {token}")
    return TokenAuthentication().authenticate(request)


def give_back(token: str):
    return Client().delete(URL, HTTP_AUTHORIZATION=f"Token {token}")


def test_a_password_gives_a_token_and_its_end(mediator):
    answer = ask()

    assert answer.status_code == 200
    assert set(answer.json()) == {"token", "expires"}


def test_the_database_holds_only_a_hash(token):
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM knox_authtoken")
        row = str(cursor.fetchone())

    assert token not in row
    assert token[16:] not in row


def test_token_owner_and_seats_are_one_statement(token, django_assert_num_queries):
    with django_assert_num_queries(1):
        user, _ = authenticate(token)
        seats = [(seat.role, seat.unit) for seat in user.seats]

    assert user.username == "mediator"
    assert seats == [("mediator", "110105019")]


def test_an_owner_without_a_post_has_no_seats(token, mediator):
    mediator.posts.update(until=timezone.localdate())

    user, _ = authenticate(token)

    assert user.seats == ()


def test_a_token_ends_after_twelve_hours(token):
    with time_machine.travel(timezone.now() + timedelta(hours=12, minutes=1)):
        answer = give_back(token)

    assert answer.status_code == 401


def test_a_disabled_owner_is_out_at_the_next_request(token):
    User.objects.update(is_active=False)

    assert give_back(token).status_code == 401


def test_a_token_given_back_opens_nothing(token):
    assert give_back(token).status_code == 204

    assert give_back(token).status_code == 401


@pytest.mark.parametrize(
    "header", ["Token", "Token x", "Token x y", "Token \udcff", "Bearer x", ""]
)
def test_a_wrong_header_is_401(db, header):
    answer = Client().delete(URL, HTTP_AUTHORIZATION=header.encode("utf-8", "replace").decode())

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Token"


def test_a_stale_token_does_not_stand_in_the_way_of_a_new_one(mediator):
    assert ask(HTTP_AUTHORIZATION="Token stale").status_code == 200


def test_a_wrong_password_is_401_in_chinese(mediator):
    answer = ask(password="wrong")

    assert answer.status_code == 401
    assert "登录名或密码不正确" in answer.content.decode()


def test_the_lock_holds_for_tokens_too(mediator):
    for n in range(5):
        ask(password="wrong", HTTP_X_FORWARDED_FOR=f"10.0.0.{n}")

    answer = ask(HTTP_X_FORWARDED_FOR="10.0.0.99")

    assert answer.status_code == 429
    assert "请约30分钟后再试" in answer.json()["detail"]


def test_failures_at_the_page_and_at_the_api_count_together(mediator):
    for _ in range(3):
        Client().post("/login/", {"username": "mediator", "password": "wrong"})
    for _ in range(2):
        answer = ask(password="wrong")

    assert answer.status_code == 429


def test_a_one_time_password_gives_no_token(mediator):
    User.objects.update(must_change_password=True)

    assert ask().status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        "[]",
        "{",
        "{}",
        '{"username": "mediator"}',
        '{"username": {}, "password": "x"}',
        '{"username": "a\\u0000b", "password": "x"}',
        '{"username": "\\ud800", "password": "x"}',
    ],
)
def test_a_malformed_request_is_400(db, body):
    answer = Client().post(URL, body, content_type="application/json")

    assert answer.status_code == 400


def test_an_unknown_caller_is_401_and_not_403(db):
    answer = Client().get("/api/v1/units/")

    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Token"


def test_a_session_with_a_one_time_password_is_told_so_by_the_api(mediator):
    User.objects.update(must_change_password=True)

    answer = as_(mediator).get("/api/v1/units/")

    assert answer.status_code == 403
    assert answer.json()["detail"] == "请先修改初始密码"
