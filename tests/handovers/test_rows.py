"""Each offer is a row of its own, written by the step that makes or answers it."""

from importlib import import_module

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction

from lawgov.casework.models import Case
from lawgov.casework.refusals import StepRefused
from lawgov.handovers.models import Handover
from tests.cast import COMMUNITY, GRID, OTHER_STREET, SIBLING, STREET, logged, person


def raised(cast, to=COMMUNITY):
    case = logged(cast.grid)
    case.take("raise", by=cast.grid, to=to, reason="张三与李四争执")
    return case


def told(case):
    rows = Handover.objects.filter(case=case).order_by("seq")
    return [(row.from_unit, row.to_unit, row.answer) for row in rows]


def test_an_offer_says_who_offered_what_to_whom_until_when(cast, time_machine_at):
    with time_machine_at("2024-03-01 16:00"):  # a Friday
        case = raised(cast)

    row = Handover.objects.get(case=case)
    assert (row.seq, row.step, row.by, row.post.user) == (2, "raise", cast.grid, cast.grid)
    assert (row.from_unit, row.to_unit) == (GRID, COMMUNITY)
    assert (str(row.on), str(row.due_on)) == ("2024-03-01", "2024-03-05")
    assert (row.answer, row.answered_by, row.answered_on) == ("waiting", None, None)


@pytest.mark.parametrize(
    ("step", "who", "facts", "answer"),
    [
        ("accept_offer", "community", {}, "accepted"),
        ("return_offer", "community", {"reason": "先核实"}, "returned"),
        ("revoke_offer", "grid", {"reason": "误报"}, "revoked"),
    ],
)
def test_an_answer_stands_in_the_row_of_its_offer(step, who, facts, answer, cast):
    case = raised(cast)
    case.take(step, by=getattr(cast, who), **facts)

    row = Handover.objects.get(case=case)
    assert (row.answer, row.answered_by) == (answer, getattr(cast, who))
    assert row.answered_on == row.on


def test_an_offer_made_again_is_a_row_of_its_own(cast):
    case = raised(cast)
    case.take("return_offer", by=cast.community, reason="先核实")
    case.take("raise", by=cast.grid, to=STREET, reason="已核实")
    case.take("accept_offer", by=cast.mediator)

    assert told(case) == [(GRID, COMMUNITY, "returned"), (GRID, STREET, "accepted")]


def test_a_case_waits_for_one_answer_only_whoever_writes(cast):
    row = Handover.objects.get(case=raised(cast))
    row.pk, row.seq = None, 9

    with pytest.raises(IntegrityError, match="handover_one_waiting"), transaction.atomic():
        row.save(force_insert=True)


def test_the_reason_stands_nowhere_in_plain(cast):
    case = raised(cast)

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT row_to_json(h)::text || (SELECT string_agg(row_to_json(e)::text, '')"
            " FROM casework_event e) FROM handovers_handover h"
        )
        assert "张三" not in cursor.fetchone()[0]
    assert ("原因", "张三与李四争执") in case.history[-1].lines()


def test_a_grid_passes_a_dispute_on_to_another_of_the_same_street(cast):
    beside = person("beside", "community_worker", SIBLING)
    case = logged(cast.community, COMMUNITY)
    case.take("pass_on", by=cast.community, to=SIBLING, reason="当事人住在该社区")
    case.take("accept_offer", by=beside)

    assert (case.unit, case.desk) == (SIBLING, SIBLING)
    assert told(case) == [(COMMUNITY, SIBLING, "accepted")]
    assert not Case.objects.visible_to(cast.community, "dispute").exists()


@pytest.mark.parametrize("to", [COMMUNITY, GRID, STREET, OTHER_STREET])
def test_it_is_not_passed_on_to_itself_another_level_or_another_street(to, cast):
    case = logged(cast.community, COMMUNITY)

    with pytest.raises(StepRefused, match="同级"):
        case.take("pass_on", by=cast.community, to=to, reason="就近")


def test_a_street_has_nobody_beside_it(cast):
    assert "pass_on" not in logged(cast.mediator, STREET).steps_for(cast.mediator)


def test_offers_of_before_the_table_get_their_rows_from_the_events(cast):
    case = raised(cast)
    case.take("return_offer", by=cast.community, reason="先核实")
    case.take("raise", by=cast.grid, to=COMMUNITY, reason="已核实")
    case.take("accept_offer", by=cast.community)
    case.take("raise", by=cast.community, to=STREET, reason="须街道统筹")
    whole = list(Handover.objects.order_by("seq").values())
    Handover.objects.all().delete()
    fill = import_module("lawgov.handovers.migrations.0002_from_events").fill

    fill(apps, None)
    fill(apps, None)  # once more changes nothing

    again = list(Handover.objects.order_by("seq").values())
    assert [row | {"id": 0} for row in again] == [row | {"id": 0} for row in whole]
    call_command("verify")


@pytest.mark.parametrize("answer", ["accept_offer", "return_offer"])
def test_what_an_older_version_offered_without_a_row_is_answered_all_the_same(cast, answer):
    case = raised(cast)
    Handover.objects.filter(case=case).delete()

    case.refresh_from_db()
    said = {"reason": "不属本社区"} if answer == "return_offer" else {}
    case.take(answer, by=cast.community, **said)

    assert case.offered_to == ""
