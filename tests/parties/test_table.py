"""The model moved to a room of its own; what was written before still opens."""

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from lawgov.parties.models import Party
from lawgov.privacy.crypto import blind
from tests.cast import APPLICANT, today

BEFORE = [("casework", "0003_event_by_person")]


def migrate(to):
    executor = MigrationExecutor(connection)
    executor.migrate(to)
    return executor.loader.project_state(to).apps


def run(*statements):
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.fixture
def before(transactional_db):
    """A database as it was before the move, in a schema beside that of the tests."""
    run("CREATE SCHEMA before", "SET search_path TO before")
    try:
        yield migrate(BEFORE)
    finally:
        run("SET search_path TO DEFAULT", "DROP SCHEMA before CASCADE")


def test_a_party_written_before_the_move_opens_after_it(before):
    case = before.get_model("casework", "Case").objects.create(
        kind="dispute", unit="310106020", desk="310106020", state="registered", title="漏水",
        opened_on=today(), version=1,
    )  # fmt: skip
    then = before.get_model("casework", "Party").objects.create(
        case_id=case.pk, side="third", name="丙某", id_number=APPLICANT["id_number"]
    )

    migrate(MigrationExecutor(connection).loader.graph.leaf_nodes("parties"))

    kept = Party.objects.get(pk=then.pk)
    assert (kept.name, kept.id_number) == ("丙某", APPLICANT["id_number"])
    assert kept.id_blind == blind(APPLICANT["id_number"])
