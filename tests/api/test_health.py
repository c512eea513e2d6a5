"""Whether the process lives, and whether it can serve."""

from datetime import timedelta

import pytest
from django.db import OperationalError
from django.test import Client
from django.utils import timezone
from redis import ConnectionError as RedisAway

from lawgov import health
from lawgov.casework.models import Outbox

from ..cast import logged

pytestmark = pytest.mark.django_db


def test_a_living_process_says_so_without_asking_the_database(django_assert_num_queries):
    with django_assert_num_queries(0):
        assert Client().get("/healthz").content == b"ok"


def test_a_server_with_its_database_and_its_tables_is_ready():
    answer = Client().get("/readyz")

    assert answer.status_code == 200
    assert answer.json() == {
        "ready": True,
        "database": True,
        "migrations": True,
        "outbox_seconds": 0,
        "redis": True,
    }


def test_the_age_of_what_waits_is_told(cast):
    logged(cast.grid)
    Outbox.objects.update(made_at=timezone.now() - timedelta(seconds=90))

    assert 90 <= Client().get("/readyz").json()["outbox_seconds"] <= 95


def test_without_redis_the_server_is_still_ready(monkeypatch):
    def away(key):
        raise RedisAway

    monkeypatch.setattr(health.cache, "get", away)

    answer = Client().get("/readyz")

    assert answer.status_code == 200
    assert answer.json()["redis"] is False


def test_without_the_database_the_server_is_not_ready(monkeypatch):
    def away():
        raise OperationalError

    monkeypatch.setattr(health, "waiting", away)

    assert Client().get("/readyz").status_code == 503


def test_tables_of_another_version_are_not_served(monkeypatch):
    monkeypatch.setattr(health, "migrated", lambda: False)

    answer = Client().get("/readyz")

    assert (answer.status_code, answer.json()["ready"]) == (503, False)
