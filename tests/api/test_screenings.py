"""Rounds of screening by API: logged, listed, voided with a reason."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lawgov.casework.models import Entry

from ..cast import GRID, SIBLING, STREET, today
from .conftest import DISPUTES, SCREENINGS

pytestmark = pytest.mark.django_db
ROUND = {"unit": GRID, "type": "visit", "found": "nothing", "households": 12}


def test_a_grid_worker_logs_a_round(grid):
    answer = grid.post(SCREENINGS, ROUND)

    assert answer.status_code == 201
    row = Entry.objects.get()
    assert answer.json() == {"id": row.pk, "kind": "screening", "unit": GRID, "on": today()}
    assert (row.facet, row.n1) == ("nothing", 12)


def test_a_round_repeated_under_its_key_is_one_round(grid):
    first, again = (grid.post(SCREENINGS, ROUND, key="round") for _ in range(2))

    assert again.json() == first.json()
    assert again["Idempotent-Replay"] == "true"
    assert grid.post(SCREENINGS, ROUND | {"households": 13}, key="round").status_code == 422
    assert Entry.objects.count() == 1


def test_the_list_shows_the_facts_by_their_names(grid, cast):
    pk = grid.post(SCREENINGS, ROUND | {"note": "拨打13812345678"}).json()["id"]

    (row,) = grid.get(SCREENINGS, {"found": "nothing"}).json()["results"]
    assert row == {
        "id": pk, "unit": GRID, "on": today(), "type": "visit", "found": "nothing",
        "households": 12, "spot": None, "walker": None, "note": "拨打138****5678", "file": [],
        "void": False, "by": cast.grid.pk,
    }  # fmt: skip


def test_a_round_of_another_unit_is_neither_listed_nor_voided(grid, outsider):
    pk = grid.post(SCREENINGS, ROUND).json()["id"]

    assert outsider.get(SCREENINGS).json()["results"] == []
    assert outsider.post(f"{SCREENINGS}{pk}/void/", {"reason": "重复登记"}).status_code == 404
    assert grid.post(SCREENINGS, ROUND | {"unit": SIBLING}).status_code == 400


def test_a_voided_round_stays_with_its_reason(grid):
    pk = grid.post(SCREENINGS, ROUND).json()["id"]

    answer = grid.post(f"{SCREENINGS}{pk}/void/", {"reason": "重复登记"})

    assert (answer.status_code, answer.json()["void"]) == (200, True)
    assert Entry.objects.get().void_reason == "重复登记"


def test_voiding_again_is_answered_as_before_and_otherwise_refused(grid, mediator):
    pk = grid.post(SCREENINGS, ROUND).json()["id"]
    first, again = (grid.post(f"{SCREENINGS}{pk}/void/", {"reason": "重复登记"}) for _ in range(2))

    assert (again.status_code, again.json()) == (200, first.json())
    assert again["Idempotent-Replay"] == "true"
    other = mediator.post(f"{SCREENINGS}{pk}/void/", {"reason": "登记错误"})
    assert other.status_code == 409


def test_a_dispute_names_the_round_that_found_it(grid):
    found = grid.post(SCREENINGS, ROUND | {"found": "dispute"}).json()["id"]

    pk = grid.open(channel="screening", entry=found).json()["id"]

    (link,) = grid.get(f"{DISPUTES}{pk}/").json()["links"]
    assert (link["relation"], link["entry_id"]) == ("source", found)


def test_a_round_that_found_nothing_is_no_source(grid):
    nothing = grid.post(SCREENINGS, ROUND).json()["id"]

    assert grid.open(entry=nothing).status_code == 409


def test_rounds_are_listed_newest_first_page_by_page(mediator):
    days = [(timezone.localdate() - timedelta(n)).isoformat() for n in (0, 5, 9)]
    for day in (days[1], days[2], days[0]):
        mediator.post(SCREENINGS, ROUND | {"on": day, "unit": STREET})

    first = mediator.get(SCREENINGS, {"size": 2}).json()
    rest = mediator.get(SCREENINGS, {"size": 2, "after": first["next"]}).json()

    assert [row["on"] for row in first["results"] + rest["results"]] == days
