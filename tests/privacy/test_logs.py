"""Whatever goes wrong, and whoever writes it down: no line of the log names a person."""

import io
import logging

import pytest
import structlog
from django.db import IntegrityError, connection, transaction

from lawgov.casework import outbox
from lawgov.casework.models import Outbox
from lawgov.privacy.logs import MaskedFormatter

NAME, PHONE, ID_NUMBER = "欧阳甲乙", "13812345678", "11010519491231002X"


@pytest.fixture
def lines():
    """The log as it is written out."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(MaskedFormatter("%(message)s"))
    logging.getLogger().addHandler(handler)
    yield stream.getvalue
    logging.getLogger().removeHandler(handler)


def refused(told=None):
    """A row that the database does not take."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO casework_party (name) VALUES (%s)", [NAME])


def test_a_traceback_of_a_job_is_masked_like_any_other(lines, capsys):
    try:
        raise ValueError(f"电话 {PHONE}，身份证 {ID_NUMBER}")
    except ValueError:
        structlog.get_logger().exception("job_failed", job=7)

    assert "job_failed" in lines()
    assert lines().count("ValueError: 电话 138****5678") == 1
    assert "job=7" in lines()
    assert not {PHONE, ID_NUMBER} & set(lines().replace("，", " ").split())
    assert PHONE not in capsys.readouterr().out


def test_a_row_that_the_database_refused_is_not_told(lines, db):
    try:
        refused()
    except IntegrityError:
        logging.getLogger("any").exception("stored nothing")

    assert "violates not-null constraint" in lines()
    assert NAME not in lines()


def test_what_stopped_a_row_of_the_outbox_is_kept_without_the_row(lines, db, monkeypatch):
    monkeypatch.setitem(outbox.handlers, "canary", [refused])
    Outbox.objects.create(topic="canary")
    outbox.drain()

    assert "violates not-null constraint" in Outbox.objects.get().error
    assert NAME not in Outbox.objects.get().error + lines()
