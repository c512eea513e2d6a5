"""While the database is away the answer is 503 with a time to come again, never 500."""

import pytest
from django.db import OperationalError

from lawgov.casework.store import Together
from lawgov.people.tokens import TokenAuthentication

from ..cast import registration
from .conftest import DISPUTES, SCREENINGS, stored

pytestmark = pytest.mark.django_db
ROUND = {"type": "visit", "found": "nothing"}


def away(*args, **kwargs):
    raise OperationalError("server closed the connection unexpectedly")


def told_to_come_again(answer) -> bool:
    return answer.status_code == 503 and answer["Retry-After"] == "5" and "detail" in answer.json()


def test_a_reader_is_told_to_come_again(grid, monkeypatch):
    monkeypatch.setattr(TokenAuthentication, "find", away)

    assert told_to_come_again(grid.get(DISPUTES))


@pytest.mark.parametrize(
    ("path", "body"),
    [(DISPUTES, registration()), (SCREENINGS, ROUND)],
    ids=["dispute", "screening"],
)
def test_a_writer_is_told_to_come_again_and_may_use_the_same_key(grid, monkeypatch, path, body):
    body = {"unit": "310106020001001", **body}
    with monkeypatch.context() as gone:
        gone.setattr(Together, "run", away)
        assert told_to_come_again(grid.post(path, body, key="again"))
        assert not any(stored().values())

    answer = grid.post(path, body, key="again")

    assert answer.status_code == 201
    assert "Idempotent-Replay" not in answer


def test_the_cause_is_not_told_to_the_outside(grid, monkeypatch):
    monkeypatch.setattr(TokenAuthentication, "find", away)

    assert "server closed" not in grid.get(DISPUTES).content.decode()
