"""A wrong value is named with its field, and nothing is written."""

from typing import Any

import pytest

from lawgov.casework.models import Case
from lawgov.parties.models import Party

from ..cast import APPLICANT, GRID, RESPONDENT, answers, logged, registration
from .conftest import DISPUTES, SCREENINGS, wrong

pytestmark = pytest.mark.django_db


def party(**changes: Any) -> list[dict[str, Any]]:
    return [{**APPLICANT, **changes}, RESPONDENT]


WRONG_PARTY = [
    ("id_number", "1101051949123100", "16 digits"),
    ("id_number", "11010519491231002", "17 digits"),
    ("id_number", "11010519491231002XX", "19 characters"),
    ("id_number", "110105194912310021", "wrong check digit"),
    ("id_number", "1101051949X2310023", "X in the middle"),
    ("id_number", "110105202602300025", "30 February"),
    ("id_number", "110105209912310023", "born in the future"),
    ("id_number", "110105179912310025", "born in 1799"),
    ("id_number", "000000194912310020", "no such place"),
    ("id_number", "١١٠١٠٥١٩٤٩١٢٣١٠٠٢٩", "Arabic digits"),
    ("id_number", "13812345678", "a phone"),
    ("id_number", 110105194912310021, "a number"),
    ("phone", "12812345678", "no such prefix"),
    ("phone", "1381234567", "10 digits"),
    ("phone", "11010519491231002X", "an ID number"),
    ("name", "", "empty"),
    ("name", "\u3000\u3000", "ideographic spaces"),
    ("name", None, "null"),
    ("name", True, "a boolean"),
    ("name", "甲" * 101, "101 characters"),
    ("name", "甲\u0007", "a bell"),
    ("side", "judge", "unknown side"),
    ("gender", "1", "unknown gender"),
    ("case_id", 1, "another case"),
    ("case", 1, "another case"),
    ("id", 1, "an existing row"),
    ("id_blind", "00", "the blind index"),
]


@pytest.mark.parametrize(("field", "value"), [row[:2] for row in WRONG_PARTY],
                         ids=[f"{row[0]}: {row[2]}" for row in WRONG_PARTY])  # fmt: skip
def test_a_party_with_a_wrong_value(grid, unchanged, field, value):
    wrong(grid.open(parties=party(**{field: value})), f"parties.0.{field}")


def test_an_id_number_is_kept_in_one_spelling(grid):
    for text in (
        "11010519491231002x",
        " 11010519491231002X\u00a0",
        "１１０１０５１９４９１２３１００２Ｘ",
    ):
        assert grid.open(parties=party(id_number=text)).status_code == 201, text

    kept = Party.objects.filter(side="applicant")
    assert {row.id_number for row in kept} == {"11010519491231002X"}
    assert len({row.id_blind for row in kept}) == 1


@pytest.mark.parametrize("text", ["+8613812345678", "0086 138 1234 5678", "138-1234-5678"])
def test_a_phone_is_kept_in_one_spelling(grid, text):
    assert grid.open(parties=party(phone=text)).status_code == 201
    assert Party.objects.get(side="applicant").phone == "13812345678"


@pytest.mark.parametrize("name", ["𠮷田", "㛃某", "阿卜杜热合曼·吐尔逊江·买买提依明"])
def test_rare_and_long_names_come_back_as_they_went(grid, name):
    pk = grid.open(parties=party(name=name)).json()["id"]

    assert grid.get(f"{DISPUTES}{pk}/").json()["parties"][0]["name"] == name


WRONG_FACT = [
    ("title", "控\u001b制", "control character"),
    ("title", "\u202eabc", "right-to-left override"),
    ("title", "a" + "\u0301" * 5000, "Zalgo"),
    ("title", "题" * 101, "101 characters"),
    ("title", "\u3000", "only spaces"),
    ("title", ["a"], "a list"),
    ("title", {"a": 1}, "an object"),
    ("title", True, "true"),
    ("title", 5, "a number"),
    ("title", None, "null"),
    ("summary", "长" * 5001, "5001 characters"),
    ("channel", "", "empty"),
    ("channel", "telepathy", "not on the list"),
    ("channel", ["police"], "a list"),
    ("type", "hasOwnProperty", "not on the list"),
    ("subtype", "x", "not on the list"),
    ("risk", 1, "a number"),
    ("sensitivity", "secret", "not on the list"),
    ("amount", "-1", "negative"),
    ("amount", "1.001", "a third decimal"),
    ("amount", "一千", "words"),
    ("amount", "1e309", "beyond any float"),
    ("amount", "９９", "full-width digits"),
    ("amount", True, "true"),
    ("amount", 2**63, "2 to the 63"),
    ("people", 0, "nobody"),
    ("people", -5, "negative"),
    ("people", 2**31, "2 to the 31"),
    ("people", 2**63, "2 to the 63"),
    ("people", "٣", "Arabic digit"),
    ("people", "2.5", "half a person"),
    ("people", True, "true"),
    ("entry", 2**63, "2 to the 63"),
    ("entry", 0, "zero"),
    ("on", "2026-02-30", "30 February"),
    ("on", "0000-01-01", "year 0"),
    ("on", "99999-01-01", "year 99999"),
    ("on", "1900-01-01", "year 1900"),
    ("on", "2099-01-01", "the future"),
    ("on", 20260101, "a number"),
    ("parties", [], "nobody"),
    ("parties", {"0": APPLICANT}, "an object"),
    ("parties", ["甲"], "names"),
    ("parties", [APPLICANT] * 201, "201 people"),
    ("parties", None, "null"),
]


@pytest.mark.parametrize(("field", "value"), [row[:2] for row in WRONG_FACT],
                         ids=[f"{row[0]}: {row[2]}" for row in WRONG_FACT])  # fmt: skip
def test_a_fact_with_a_wrong_value(grid, unchanged, field, value):
    wrong(grid.open(**{field: value}), field)


NO_UNITS = [None, "", "abc", "31010602", "３１０１０６０２０", "310106020\n", 310106020,
            ["310106020001001"], "310106020001099", "9" * 15]  # fmt: skip


@pytest.mark.parametrize("unit", NO_UNITS)
def test_a_unit_that_cannot_be(grid, unchanged, unit):
    wrong(grid.open(unit=unit), "unit")


OURS = [
    "state", "number", "version", "head", "hash", "created_by", "by", "key", "kind", "case",
    "self", "given", "registry", "serial", "year", "desk", "offered_to", "handler", "opened_on",
    "closed_on", "due_on", "returned", "id", "pk", "is_staff", "__proto__", "constructor",
]  # fmt: skip


@pytest.mark.parametrize("name", OURS)
def test_what_is_ours_cannot_be_set_at_registration(grid, unchanged, name):
    wrong(grid.post(DISPUTES, {"unit": GRID, **registration(), name: 1}), name)


@pytest.mark.parametrize(
    "name", ["state", "number", "unit", "desk", "head", "by", "seen", "name", "id"]
)
def test_what_is_ours_cannot_be_set_by_a_step(mediator, cast, unchanged, name):
    case = logged(cast.grid)
    unchanged()

    body = {"version": 1, **answers()["accept"], name: "archived"}
    wrong(mediator.post(f"{DISPUTES}{case.pk}/accept/", body), name)
    assert Case.objects.values("state", "version").get() == {"state": "registered", "version": 1}


@pytest.mark.parametrize("version", [None, "", 0, -1, "x", 1.5, True, [1], 2**31, "١"])
def test_a_step_needs_the_version_that_was_seen(mediator, cast, unchanged, version):
    case = logged(cast.grid)
    unchanged()

    body = {"version": version, **answers()["accept"]}
    wrong(mediator.post(f"{DISPUTES}{case.pk}/accept/", body), "version")


WRONG_ROUNDS = [
    {"type": "swim"}, {"found": ""}, {"found": "maybe"}, {"households": -1}, {"on": "2099-01-01"},
    {"households": 2**31}, {"note": "\u202e"}, {"note": "长" * 201}, {"n1": 5}, {"void": True},
    {"hash": "00"}, {"by": 1}, {"data": {}}, {"facet": "dispute"}, {"unit": "999"},
]  # fmt: skip


@pytest.mark.parametrize("changes", WRONG_ROUNDS)
def test_a_screening_with_a_wrong_value(grid, unchanged, changes):
    good = {"unit": GRID, "type": "visit", "found": "nothing"}

    wrong(grid.post(SCREENINGS, good | changes), *changes)
