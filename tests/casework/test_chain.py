"""Events cannot be changed unnoticed: the database refuses, and what gets past it is found."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from lawgov.casework.models import Case, Counter, Entry, Event
from tests.cast import GRID, dispute_in


def past_the_trigger(sql, *args):
    """As one who owns the database could."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(sql, args)
        cursor.execute("SET session_replication_role = origin")


def verdict(capsys):
    with pytest.raises(CommandError):
        call_command("verify")
    return capsys.readouterr().out


def test_a_sound_store_verifies(cast, capsys):
    dispute_in("archived", cast)
    Entry.log("screening", by=cast.grid, unit=GRID, type="visit", found="nothing")

    call_command("verify")

    assert "不符" not in capsys.readouterr().out


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE casework_event SET step = 'archive'",
        "DELETE FROM casework_event",
        "DELETE FROM casework_entry",
        "UPDATE casework_entry SET facet = 'dispute'",
    ],
)
def test_the_database_refuses_to_change_what_was_logged(sql, cast):
    dispute_in("accepted", cast)
    Entry.log("screening", by=cast.grid, unit=GRID, type="visit", found="nothing")

    with pytest.raises(DatabaseError, match="只增不改"), transaction.atomic():
        connection.cursor().execute(sql)


TAMPERS = {
    "step": "'fail'",
    '"on"': '"on" - 1',
    "at": "at - interval '1 minute'",
    "by_id": "NULL",
    "facts": 'facts || \'{"basis": "initiative"}\'',
    "amount": "amount + 1",
    "unit": "'310106020002'",
    "type": "'family'",
    "facet": "'lawyer'",
    "words": "words || 'x'",
    "seq": "seq + 10",
}


@pytest.mark.parametrize("column", TAMPERS)
def test_a_changed_column_is_found_and_the_first_bad_row_named(column, cast, capsys):
    case = dispute_in("mediating", cast)
    past_the_trigger(
        f"UPDATE casework_event SET {column} = {TAMPERS[column]} WHERE case_id = %s AND seq = 2",
        case.pk,
    )

    assert f"案件 {case.pk}（{case.number}）第2条" in verdict(capsys)


def test_a_removed_event_is_found(cast, capsys):
    case = dispute_in("mediating", cast)
    past_the_trigger("DELETE FROM casework_event WHERE case_id = %s AND seq = 3", case.pk)

    assert f"案件 {case.pk}（{case.number}）第3条" in verdict(capsys)


def test_a_cut_tail_is_found(cast, capsys):
    case = dispute_in("mediating", cast)
    past_the_trigger("DELETE FROM casework_event WHERE case_id = %s AND seq = 4", case.pk)

    assert f"案件 {case.pk}（{case.number}）的链头或版本" in verdict(capsys)


def test_events_swapped_between_cases_are_found(cast, capsys):
    first, second = dispute_in("accepted", cast), dispute_in("accepted", cast)
    move = "UPDATE casework_event SET case_id = %s, seq = %s WHERE case_id = %s AND seq = %s"
    past_the_trigger(move, second.pk, 99, first.pk, 2)
    past_the_trigger(move, first.pk, 2, second.pk, 2)
    past_the_trigger(move, second.pk, 2, second.pk, 99)

    assert f"案件 {first.pk}（{first.number}）第2条" in verdict(capsys)


def test_a_changed_round_is_found(cast, capsys):
    entry = Entry.log("screening", by=cast.grid, unit=GRID, type="visit", found="nothing")
    past_the_trigger("UPDATE casework_entry SET facet = 'dispute' WHERE id = %s", entry.pk)

    assert f"记录 {entry.pk}" in verdict(capsys)


def test_a_gap_in_the_numbers_is_found(cast, capsys):
    dispute_in("accepted", cast)
    Counter.objects.update(n=7)

    assert "编号不连续" in verdict(capsys)


def test_the_facts_come_back_from_the_database_as_they_were_hashed(cast):
    """JSON of the database orders keys its own way; the hash must not depend on it."""
    event = dispute_in("agreed", cast).history[-1]

    stored = Event.objects.get(case=event.case_id, seq=event.seq)
    assert stored.facts == json.loads(json.dumps(event.facts))
    assert bytes(stored.hash) == bytes(event.hash)
    assert bytes(Case.objects.get(pk=event.case_id).head) == bytes(event.hash)
