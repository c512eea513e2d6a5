"""What both sides of the comparison do alike: tables, statements per request, what they tell."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any
from uuid import uuid4

CLIENTS = 8
FIRST_DAY = date(2020, 1, 1)


@contextmanager
def filled(settings: str) -> Iterator[None]:
    """Django on these settings, with tables, and statistics once the rows are there."""
    os.environ["DJANGO_SETTINGS_MODULE"] = settings
    import django
    from django.core.management import call_command
    from django.db import connection

    django.setup()
    call_command("migrate", run_syncdb=True, verbosity=0)
    yield
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def told(path: str, tokens: list[str], bodies: list[dict[str, Any]]) -> None:
    """One line of JSON: where to send what, and how many statements each request takes."""
    clients = [{"token": t, "body": b} for t, b in zip(tokens, bodies, strict=True)]
    create, listing = statements(path, **clients[0])
    print(json.dumps({"path": path, "clients": clients, "statements": [create, listing]}))
    sys.stdout.flush()


def statements(path: str, token: str, body: dict[str, Any]) -> tuple[int, int]:
    """Of a create and of a list, on a warm process; without what sees that the connection lives."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client(headers={"Authorization": f"Token {token}"})

    def create() -> Any:
        key = {"Idempotency-Key": uuid4().hex}
        return client.post(path, body, content_type="application/json", headers=key)

    answers, counts = [create(), client.get(path)], []
    for call in (create, lambda: client.get(path)):
        with CaptureQueriesContext(connection) as sent:
            answers.append(call())
        counts.append(len(sent))
    assert [answer.status_code for answer in answers] == [201, 200, 201, 200], answers
    return counts[0], counts[1]
