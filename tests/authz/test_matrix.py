"""Every endpoint, asked by every role about a target here, below and beside."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.urls import reverse

from . import requests, reviews, world
from .surface import CODES, PLACES, matrix, surface

pytestmark = pytest.mark.django_db
THERE = sorted(set(surface()))
ASKED = [(*end, row) for row in matrix() for end in THERE if row.covers(end)]
# Who sees no case at all must find no word of one in any answer.
NO_CASES = ("offi", "head", "revi", "syst", "secu", "audi", "anon")
# Sessions keep their age; who asked for a number in vain is written down on purpose.
ALWAYS_WRITTEN = ("django_session", "privacy_accesslog")


def test_every_endpoint_has_a_row_and_every_row_an_endpoint():
    rows = matrix()

    assert [end for end in THERE if not any(row.covers(end) for row in rows)] == []
    assert [row for row in rows if not any(row.covers(end) for end in THERE)] == []


def test_no_endpoint_has_two_rows():
    times = Counter((verb, name) for verb, name, _ in ASKED)

    assert [end for end, found in times.items() if found > 1] == []


@contextmanager
def undone() -> Iterator[None]:
    """Whatever happens inside has not happened afterwards."""
    block = transaction.atomic()
    block._from_testcase = True  # as a test's own transaction: `durable` blocks may stand in it
    with block:
        yield
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def people(django_db_setup, django_db_blocker) -> Iterator[dict[str, world.Someone]]:
    with django_db_blocker.unblock(), undone(), reviews.at_hand():
        yield world.build()


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def written() -> int:
    """Rows written in this transaction up to now, undone or not."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) FROM pg_stat_xact_user_tables"
            " WHERE relname <> ALL(%s)",
            [list(ALWAYS_WRITTEN)],
        )
        return cursor.fetchone()[0]


def ask(verb: str, name: str, who: world.Someone, at: Any) -> Any:
    """Send the request; a session's cookie stays what it was."""
    url = requests.UNNAMED.get(name) or reverse(name, kwargs=requests.arguments(name, at))
    api = url.startswith("/api/")
    headers = {"Idempotency-Key": "matrix"} | (
        {"Authorization": f"Token {who.token}"} if api and who.token else {}
    )
    body = requests.body(name, at)
    uploads = any(isinstance(value, SimpleUploadedFile) for value in body.values())
    plain = {} if not api or uploads else {"content_type": "application/json"}
    cookies = who.client.cookies.copy()
    if api:
        who.client.cookies.clear()
    try:
        if verb == "GET":
            return who.client.get(url, requests.query(name, at), headers=headers)
        if verb == "POST":
            return who.client.post(url, body, headers=headers, **plain)
        return who.client.generic(verb, url, headers=headers)
    finally:
        who.client.cookies = cookies


def content(answer: Any) -> str:
    said = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return said.decode(errors="replace")


def faults(ask_it: Callable[[], Any], role: str, letter: str) -> Iterator[str]:
    refused = CODES[letter] >= 400
    before = written() if refused else 0
    answer = ask_it()
    wrote, said = written() - before if refused else 0, content(answer)
    if answer.status_code != CODES[letter]:
        yield f"answers {answer.status_code}, not {CODES[letter]}: {said[:200]}"
    if letter == "L" and not answer.headers.get("Location", "").startswith("/login/"):
        yield f"leads to {answer.headers.get('Location')}"
    if wrote:
        yield f"was refused and wrote {wrote} rows"
    if world.mark(world.SIBLING) in said or (role in NO_CASES and "纠纷标记" in said):
        yield "tells of a case that is not to be seen"


GIVEN = sorted({row.given for _, _, row in ASKED})


@pytest.mark.parametrize("given", GIVEN)
def test_each_role_gets_the_answer_that_is_written_for_it(given, people):
    """Of every endpoint whose target is in this state; each request is undone."""
    targets = {place: world.target(place, given) for place in PLACES}
    found = []

    for verb, name, row in ASKED:
        for role, place, letter in row.questions(requests.names_a_target(name)):
            if row.given == given:
                call = partial(ask, verb, name, people[role], targets[place])
                with undone():
                    told = faults(call, role, letter)
                    found += [f"{verb} {name}, {role} {place}: {fault}" for fault in told]

    assert found == []


@pytest.mark.parametrize("name", ["api-dispute-accept", "dispute-step", "screening-new"])
def test_a_write_is_seen_where_there_is_one(name, people):
    """Or else the matrix would prove nothing of those that were refused."""
    at, before = world.target("own", "registered"), written()

    assert ask("POST", name, people["medi"], at).status_code in (200, 302)
    assert written() > before
