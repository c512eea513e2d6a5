"""Clients of the API: one a person, with a token; every write under a key of its own."""

import json
from itertools import count
from typing import Any

import pytest
from django.apps import apps
from django.test import Client
from knox.models import AuthToken

from lawgov.people.models import User

from ..cast import GRID, registration

DISPUTES = "/api/v1/disputes/"
SCREENINGS = "/api/v1/screenings/"
keys = count(1)
ROOMS = ("casework", "mediation")
TABLES = [table for room in ROOMS for table in apps.get_app_config(room).get_models()]


class Api:
    """Speaks as a user; a body that is no dict is sent as it is."""

    def __init__(self, user: User | None) -> None:
        self.client = Client(raise_request_exception=False)
        token = AuthToken.objects.create(user=user)[1] if user else ""
        self.headers = {"Authorization": f"Token {token}"} if user else {}

    def get(self, path: str, query: dict[str, Any] | None = None, **headers: str):
        return self.client.get(path, query, headers=self.headers | headers)

    def post(self, path: str, body: Any, key: str | None = None, **headers: str):
        key = f"key-{next(keys)}" if key is None else key
        sent = self.headers | ({"Idempotency-Key": key} if key else {}) | headers
        data = json.dumps(body) if isinstance(body, dict | list) else body
        return self.client.post(path, data, content_type="application/json", headers=sent)

    def upload(self, path: str, form: dict[str, Any]):
        headers = self.headers | {"Idempotency-Key": f"key-{next(keys)}"}
        return self.client.post(path, form, headers=headers)

    def open(self, unit: str = GRID, key: str | None = None, **changes: Any):
        return self.post(DISPUTES, {"unit": unit, **registration(**changes)}, key=key)


@pytest.fixture
def grid(cast) -> Api:
    return Api(cast.grid)


@pytest.fixture
def mediator(cast) -> Api:
    return Api(cast.mediator)


@pytest.fixture
def outsider(cast) -> Api:
    return Api(cast.outsider)


def stored() -> dict[str, int]:
    return {table.__name__: table._base_manager.count() for table in TABLES}


@pytest.fixture
def unchanged(cast, grid):
    """Nothing may be written by the test from its last call on; a good request still works."""
    before: dict[str, int] = {}

    def watch() -> None:
        before.update(stored())

    watch()
    yield watch
    assert stored() == before
    assert grid.open(key="good request afterwards").status_code == 201


def wrong(answer: Any, *fields: str) -> None:
    """Badly asked: 400, naming exactly these fields, each with a reason."""
    assert answer.status_code == 400, answer.content.decode()[:300]
    assert set(answer.json()["errors"]) == set(fields)
    assert all(why and why[0] for why in answer.json()["errors"].values())
