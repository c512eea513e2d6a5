"""The gate stands in the database: what is listed is not decided unreviewed, by SQL either."""

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from enforcement.penalty.models import Decision, Draft
from enforcement.standards.models import CatalogueItem

from .deciding import DRAFT, decision_in, list_fines, passed, refusal, take

pytestmark = pytest.mark.django_db
COLUMNS = (
    "case_id, version, number, outcome, kinds, fine, confiscated, party_kind, heard, complex,"
    ' text_hash, "on"'
)


@pytest.fixture
def case(squad):
    """Told and given up; the catalogue lists fines of 300 and more, so 500 must be reviewed."""
    list_fines(30_000)
    return decision_in("waived", squad)


def passed_another(case, squad):
    """The review passed the version before the last."""
    passed(case, squad)
    take(case, squad, "draft", decision="罚款五百元整")


def values(case, **changes):
    row = case.part("drafts")[-1]
    told = {
        "case_id": case.pk, "version": row.version, "number": "", "outcome": row.outcome,
        "kinds": row.kinds, "fine": row.fine, "confiscated": row.confiscated,
        "party_kind": "person", "heard": False, "complex": False, "text_hash": row.text_hash,
        "on": case.history[-1].on,
    }  # fmt: skip
    return list((told | changes).values())


def insert(case, **changes):
    told = values(case, **changes)
    with connection.cursor() as cursor, transaction.atomic():
        marks = ", ".join(["%s"] * len(told))
        cursor.execute(f"INSERT INTO penalty_decision ({COLUMNS}) VALUES ({marks})", told)


def sql(text, *args):
    with connection.cursor() as cursor, transaction.atomic():
        cursor.execute(text, args)


def refused(what, *args, **kwargs):
    with pytest.raises((IntegrityError, psycopg.IntegrityError)) as said:
        what(*args, **kwargs)
    return str(said.value)


def test_a_listed_decision_without_a_review_is_refused_by_the_database(case):
    assert "第五十八条" in refused(insert, case)


def test_a_listed_decision_with_a_passed_review_of_its_text_is_written(case, squad):
    passed(case, squad)
    insert(case)
    assert Decision.objects.count() == 1


def test_a_review_of_another_text_does_not_open_the_gate(case, squad):
    passed_another(case, squad)
    assert "第五十八条" in refused(insert, case)


def test_the_last_opinion_counts_not_an_older_one(case, squad):
    passed(case, squad)
    passed(case, squad, passes=False)
    assert "第五十八条" in refused(insert, case)


def test_copy_does_not_go_round_the_gate(case):
    row = values(case)

    def copy():
        with (
            connection.cursor() as cursor,
            transaction.atomic(),
            cursor.copy(f"COPY penalty_decision ({COLUMNS}) FROM STDIN") as stream,
        ):
            stream.write_row(row)

    assert "第五十八条" in refused(copy)


def test_a_check_that_is_put_off_still_comes_before_the_commit(case):
    def put_off():
        with transaction.atomic():
            sql("SET CONSTRAINTS ALL DEFERRED")
            insert(case)
            sql("SET CONSTRAINTS ALL IMMEDIATE")

    assert "第五十八条" in refused(put_off)


def test_a_session_that_replays_does_not_go_round_the_gate(case):
    def replay():
        with transaction.atomic():
            sql("SET LOCAL session_replication_role = replica")
            insert(case)

    assert "第五十八条" in refused(replay)


@pytest.mark.parametrize("lie", [
    {"fine": 100}, {"kinds": ["warning"]}, {"outcome": "minor"}, {"text_hash": "0" * 64},
    {"version": 2}, {"confiscated": 1}, {"version": None}, {"party_kind": "organisation"},
    {"heard": True}, {"on": "2019-01-01"},
])  # fmt: skip
def test_a_row_that_does_not_say_what_the_draft_says_is_refused(case, squad, lie):
    passed(case, squad)
    refused(insert, case, **lie)


def test_a_small_row_over_a_big_draft_is_refused(case, squad):
    """Listed nowhere, 100 yuan would pass the gate, were it not held against the draft."""
    refused(insert, case, fine=10_000)


def test_an_older_version_is_not_decided(case, squad):
    passed(case, squad)
    old = values(case)
    take(case, squad, "draft", decision="罚款五百元整")

    def write():
        with connection.cursor() as cursor, transaction.atomic():
            marks = ", ".join(["%s"] * len(old))
            cursor.execute(f"INSERT INTO penalty_decision ({COLUMNS}) VALUES ({marks})", old)

    assert "最后一稿" in refused(write)


def test_a_draft_is_not_edited_after_its_review(case, squad):
    passed(case, squad)
    refused(sql, "UPDATE penalty_draft SET decision = '罚款五万元'")
    refused(sql, "DELETE FROM penalty_draft")


def test_a_draft_that_hides_what_it_is_listed_for_does_not_pass(case, squad):
    """Written by SQL with an empty list and a hash of its own."""
    row = case.part("drafts")[-1]
    Draft.objects.create(
        **{f.name: getattr(row, f.name) for f in Draft._meta.concrete_fields if f.name != "id"}
        | {"version": 2, "listed": [], "matters": []}
    )
    case.refresh_from_db()
    assert "第五十八条" in refused(insert, case)


def test_a_draft_whose_hash_is_not_that_of_its_text_is_not_decided(case, squad):
    row = case.part("drafts")[-1]
    passed(case, squad)
    Draft.objects.create(
        **{f.name: getattr(row, f.name) for f in Draft._meta.concrete_fields if f.name != "id"}
        | {"version": 2, "decision": "罚款五万元"}
    )
    case.refresh_from_db()
    assert "不一致" in refused(insert, case)


@pytest.mark.parametrize("change", [
    "fine = 1", "text_hash = repeat('0', 64)", "kinds = '{warning}'", "version = NULL",
    "party_kind = 'organisation'", "\"on\" = '2020-01-01'", "complex = true", "outcome = 'minor'",
])  # fmt: skip
def test_a_decision_once_written_does_not_change(case, squad, change):
    passed(case, squad)
    insert(case)
    refused(sql, f"UPDATE penalty_decision SET {change}")
    refused(sql, "DELETE FROM penalty_decision")


def test_a_decision_gets_its_number_and_may_fall_once(case, squad):
    passed(case, squad)
    insert(case)
    sql("UPDATE penalty_decision SET number = '罚决字1号', annulled_on = current_date")
    refused(sql, "UPDATE penalty_decision SET number = '罚决字2号'")
    refused(sql, "UPDATE penalty_decision SET annulled_on = NULL")


def test_complex_flipped_back_by_hand_still_brings_the_case_under_review(squad):
    CatalogueItem.objects.create(
        label="疑难复杂", basis="目录", matter="complex", since="2020-01-01"
    )
    case = decision_in("waived", squad, {"conclude": {"complex": True}})
    sql("UPDATE penalty_penaltycase SET complex = false")
    assert "第五十八条" in refused(insert, case)


def test_python_and_the_database_compute_the_same_hash(case):
    [row] = Draft.objects.extra(
        select={"again": "penalty_text_hash(outcome, kinds::text[], fine, confiscated, facts,"
                " proof, basis, reasons, decision)"}
    )  # fmt: skip
    assert row.again == row.text_hash


def test_what_the_catalogue_does_not_list_needs_no_review(squad):
    list_fines(10**9)
    case = decision_in("decided", squad)
    assert Decision.objects.get(case=case).fine == int(DRAFT["fine"]) * 100


def test_the_step_itself_is_refused_before_the_gate(case, squad):
    assert "第五十八条" in refusal(case, squad, "decide")
