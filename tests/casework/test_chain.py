"""Events cannot be changed unnoticed: the database refuses, and what gets past it is found."""

import json

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from lawgov.casework.models import Counter, Entry, Event
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
    past_the_trigger(
        "UPDATE casework_case SET state = 'assigned', version = 3, head ="
        " (SELECT hash FROM casework_event WHERE case_id = %s AND seq = 3) WHERE id = %s",
        case.pk,
        case.pk,
    )

    assert f"案件 {case.pk}（{case.number}）的内容、链头或版本" in verdict(capsys)


def test_events_swapped_between_cases_are_found(cast, capsys):
    first, second = dispute_in("accepted", cast), dispute_in("accepted", cast)
    move = "UPDATE casework_event SET case_id = %s, seq = %s WHERE case_id = %s AND seq = %s"
    past_the_trigger(move, second.pk, 99, first.pk, 2)
    past_the_trigger(move, first.pk, 2, second.pk, 2)
    past_the_trigger(move, second.pk, 2, second.pk, 99)

    assert f"案件 {first.pk}（{first.number}）第2条" in verdict(capsys)


@pytest.mark.parametrize(
    "change",
    ["state = 'agreed'", "unit = '310106019'", "title = 'x'", "closed_on = now()",
     "sensitivity = 'minor'", "handler_id = NULL", "channel = 'court'"],
)  # fmt: skip
def test_a_case_changed_beside_its_events_is_found(change, cast, capsys):
    case = dispute_in("mediating", cast)
    past_the_trigger(f"UPDATE casework_case SET {change} WHERE id = %s", case.pk)

    assert f"案件 {case.pk}（{case.number}）的内容" in verdict(capsys)


@pytest.mark.django_db(transaction=True)  # what is left hangs in the air: the tables are emptied
def test_a_removed_case_is_found_by_its_orphaned_events(cast, capsys):
    case = dispute_in("accepted", cast)
    past_the_trigger("DELETE FROM casework_case WHERE id = %s", case.pk)

    assert f"所属的案件 {case.pk} 不在" in verdict(capsys)


def test_a_copied_round_is_found(cast, capsys):
    Entry.log("screening", by=cast.grid, unit=GRID, type="visit", found="nothing")
    columns = (
        'kind, unit, "on", until, type, facet, subject, n1, n2, n3, n4, proofs, data, by_id,'
        " post_id, void, void_reason, voided_by_id, voided_at, hash"
    )
    past_the_trigger(f"INSERT INTO casework_entry ({columns}) SELECT {columns} FROM casework_entry")

    assert "的内容与链值不符" in verdict(capsys)


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
