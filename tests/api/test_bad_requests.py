"""A request that cannot be read or must not be served is refused, and nothing is written."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ..cast import GRID, logged, registration
from .conftest import DISPUTES, SCREENINGS, wrong

pytestmark = pytest.mark.django_db

BODIES = [
    ("[" * 100_000, "100,000 deep, unfinished"),
    ("[" * 100_000 + "]" * 100_000, "100,000 deep"),
    ('{"title":' * 41 + "1" + "}" * 41, "41 deep"),
    ('{"title": "\\ud800"}', "a lone surrogate"),
    ('{"\\ud800": 1}', "a lone surrogate as a name"),
    ('{"title": "\\u0000"}', "NUL"),
    ('{"state": 1, "state": 2}', "the same name twice"),
    ('{"parties": [{"name": "a", "name": "b"}]}', "the same name twice, deeper"),
    ('{"amount": NaN}', "NaN"),
    ('{"amount": -Infinity}', "-Infinity"),
    ('{"people": ' + "9" * 5000 + "}", "5,000 digits"),
    ('{"amount": 0.' + "9" * 5000 + "}", "5,000 decimals"),
    ("[]", "a list"),
    ('"text"', "a string"),
    ("null", "null"),
    ("", "nothing"),
    ("{}{}", "two objects"),
    ("{", "half an object"),
    (b"\xff\xfe{\x00}\x00", "UTF-16"),
    (b'{"title": "\xc3\x28"}', "broken UTF-8"),
    (b"\x1f\x8b\x08\x00" + b"0" * 50, "gzip"),
]


@pytest.mark.parametrize("body", [row[0] for row in BODIES], ids=[row[1] for row in BODIES])
def test_a_body_that_is_no_json_object(grid, unchanged, body):
    answer = grid.post(DISPUTES, body)

    assert answer.status_code == 400
    assert answer.json()["detail"]


def test_a_mark_before_the_text_is_no_fault(grid):
    body = json.dumps({"unit": GRID, **registration()})

    assert grid.post(DISPUTES, b"\xef\xbb\xbf" + body.encode()).status_code == 201


def test_a_body_that_is_too_large(grid, unchanged):
    body = json.dumps({"unit": GRID, **registration(summary="长" * 600_000)}, ensure_ascii=False)

    assert grid.post(DISPUTES, body.encode()).status_code == 413


def test_50_000_unknown_names_are_refused_with_few_words(grid, unchanged):
    answer = grid.post(DISPUTES, {f"a{n}": 1 for n in range(50_000)})

    assert answer.status_code == 400
    assert len(answer.content) < 10_000


KINDS = [
    "application/x-www-form-urlencoded", "text/plain", "application/xml",
    "application/json; charset=utf-16", "application/json; charset=klingon",
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_another_kind_of_body(grid, unchanged, kind):
    body = json.dumps({"unit": GRID, **registration()})
    headers = grid.headers | {"Idempotency-Key": "k"}

    answer = grid.client.generic("POST", DISPUTES, body, content_type=kind, headers=headers)

    assert answer.status_code == 415


def test_a_form_without_its_parts_is_not_read(grid, unchanged):
    """A registration may bring a photo, so it may come as a form; but then as a whole one."""
    headers = grid.headers | {"Idempotency-Key": "k"}
    kind = "multipart/form-data; boundary=x"

    answer = grid.client.generic("POST", DISPUTES, "{}", content_type=kind, headers=headers)

    assert answer.status_code == 400


@pytest.mark.parametrize("key", ["", " ", "k" * 256, "k" * 5000, "键", "a\tb"])
def test_a_write_needs_a_key_that_can_be_kept(grid, unchanged, key):
    wrong(grid.open(key=key), "Idempotency-Key")


QUERIES = [
    ("size", "0"), ("size", "-1"), ("size", "1000000000"), ("size", "1e309"), ("size", "٥"),
    ("size", "201"), ("after", "garbage"), ("after", "2026-01-01"), ("after", "2026-01-01.x"),
    ("after", "2026-02-30.1"), ("after", "2026-01-01." + "9" * 30), ("after", "cD1hYmM="),
    ("after", "\x00"), ("after", "2026-01-01.-1"), ("after", "2026-01-01.١"),
    ("party__user__password__startswith", "a"), ("ordering", "head"), ("id__in", "1"),
    ("page", "2"),
    ("state", "unknown"), ("type", "family' OR 1=1"), ("unit", "31'"), ("unit", "abc"),
    ("opened_from", "2026-02-30"), ("opened_from", "0000-01-01"), ("opened_from", "99999-01-01"),
    ("closed", "0"), ("closed", "99999"), ("closed", "x"), ("q", "a" * 101), ("q", "\x00"),
    ("q", " ".join("ab" for _ in range(33))),
]  # fmt: skip


@pytest.mark.parametrize(("name", "value"), QUERIES)
def test_a_question_that_the_list_does_not_know(grid, unchanged, name, value):
    wrong(grid.get(DISPUTES, {name: value}), name)


def test_a_date_range_reversed(grid, unchanged):
    query = {"opened_from": "2026-02-01", "opened_to": "2026-01-01"}

    wrong(grid.get(DISPUTES, query), "opened_to")


def test_the_same_question_a_thousand_times(grid, unchanged):
    wrong(grid.get(f"{DISPUTES}?{'&'.join(['state=accepted'] * 1000)}"), "state")


def test_more_parameters_than_anybody_needs(grid, unchanged):
    answer = grid.get(f"{DISPUTES}?{'&'.join(f'a{n}=1' for n in range(3000))}")

    assert answer.status_code == 400


@pytest.mark.parametrize("text", ["%", "_", "\\", "'; DROP TABLE casework_case; --"])
def test_signs_of_the_query_language_are_searched_as_they_are(mediator, cast, text):
    logged(cast.grid)
    odd = logged(cast.grid, title=f"标题{text}里")

    found = mediator.get(DISPUTES, {"q": text}).json()["results"]

    assert [row["id"] for row in found] == [odd.pk]


NO_IDS = ["٣", "-1", "0x1", "1.0", "%00", "1%00", "9" * 19, "9" * 400, "9" * 5000, "abc", "%2e%2e",
          "1;jsessionid=1", "1%20", "%EF%BC%91"]  # fmt: skip
PATHS = ["{}/", "{}/accept/", "{}/raise/", "{}/attach/", "{}/void_attachment/"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("pk", NO_IDS)
def test_an_id_that_cannot_be(mediator, unchanged, path, pk):
    url = DISPUTES + path.format(pk)
    answer = mediator.get(url) if path == "{}/" else mediator.post(url, {"version": 1})

    assert answer.status_code == 404


@pytest.mark.parametrize("pk", NO_IDS)
def test_an_id_that_cannot_be_of_a_screening_or_a_file(mediator, unchanged, pk):
    assert mediator.post(f"{SCREENINGS}{pk}/void/", {"reason": "重复"}).status_code == 404
    assert mediator.get(f"/api/v1/attachments/{pk}/").status_code == 404


def test_a_step_that_does_not_exist(mediator, cast):
    case = logged(cast.grid)

    for name in ("register", "delete", "Accept", "accept;x", "take"):
        assert mediator.post(f"{DISPUTES}{case.pk}/{name}/", {"version": 1}).status_code == 404


VERBS = [
    ("put", ""), ("patch", ""), ("delete", ""), ("trace", ""), ("put", "1/"), ("delete", "1/"),
    ("post", "1/"), ("get", "1/accept/"), ("delete", "1/accept/"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path"), VERBS)
def test_a_verb_that_the_address_does_not_know(grid, unchanged, method, path):
    answer = getattr(grid.client, method)(DISPUTES + path, headers=grid.headers)

    assert answer.status_code == 405


@pytest.mark.parametrize(
    "headers", [{"X-HTTP-Method-Override": "DELETE"}, {"X-Method-Override": "PUT"}]
)
def test_the_verb_is_the_verb(grid, unchanged, headers):
    assert grid.get(DISPUTES, **headers).status_code == 200
    assert grid.get(f"{DISPUTES}?_method=DELETE").status_code == 400


def test_an_answer_in_another_format_is_not_made(grid, unchanged):
    assert grid.get(DISPUTES, Accept="image/png").status_code == 406
    assert grid.get(f"{DISPUTES}?format=xml").status_code == 404


def test_an_address_that_does_not_exist_is_told_in_the_readers_language(grid, unchanged):
    assert grid.get("/api/v1/nothing/").json() == {"detail": "没有这个地址"}
    assert grid.get("/api/v1/nothing/").status_code == 404
    assert "text/html" in Client().get("/nothing/")["Content-Type"]


def test_another_host_is_not_served(grid, unchanged):
    assert grid.get(DISPUTES, Host="evil.example").status_code == 400
    assert grid.get(DISPUTES, **{"X-Forwarded-Host": "evil.example"}).status_code == 200


@pytest.mark.parametrize("token", ["", "x", "0" * 64, "\x00", "é", "a b", "0" * 5000])
def test_a_token_that_is_none(grid, unchanged, token):
    bad = {"Authorization": f"Token {token}"}

    assert grid.get(DISPUTES, **bad).status_code == 401
    assert grid.post(DISPUTES, {"unit": GRID, **registration()}, **bad).status_code == 401


def test_a_session_needs_the_csrf_token_for_a_write(cast, unchanged):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.grid, backend="django.contrib.auth.backends.ModelBackend")
    body = json.dumps({"unit": GRID, **registration()})

    answer = client.post(DISPUTES, body, content_type="application/json",
                         headers={"Idempotency-Key": "k"})  # fmt: skip

    assert client.get(DISPUTES).status_code == 200
    assert answer.status_code == 403


FILES = [
    (SimpleUploadedFile("a.jpg", b"<html><script>"), "html as jpg"),
    (SimpleUploadedFile("a.png", b"GIF89a" + b"0" * 50), "gif as png"),
    (SimpleUploadedFile("a.svg", b"<svg onload='x'/>"), "svg"),
    (SimpleUploadedFile("a.exe", b"MZ" + b"0" * 90), "a program"),
    (SimpleUploadedFile("a.pdf", b"MZ" + b"0" * 90), "a program as pdf"),
    (SimpleUploadedFile("a.png", b""), "an empty file"),
    (SimpleUploadedFile("png", b"\x89PNG\r\n\x1a\n" + b"0" * 50), "no ending"),
    ("a name", "text for a file"),
]


@pytest.mark.parametrize("file", [row[0] for row in FILES], ids=[row[1] for row in FILES])
def test_a_file_that_is_not_what_it_says(mediator, cast, unchanged, file, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    case = logged(cast.grid)
    unchanged()

    wrong(mediator.upload(f"{DISPUTES}{case.pk}/attach/", {"version": 1, "file": file}), "file")
    assert list(tmp_path.rglob("*")) == []
