"""A case keeps the value that applied when its time began; what is set later is for later ones."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from lawgov.casework.batch import Batch
from lawgov.casework.limits import BACKDATED, NEAR
from lawgov.casework.models import Case, Event
from lawgov.casework.procedure import Procedure, Step
from lawgov.casework.refusals import BadFacts
from lawgov.casework.web.lights import light
from lawgov.casework.web.timeline import timeline
from lawgov.handovers.models import Handover
from lawgov.workdays import calendar
from mediation.limits import ACCEPT, MEDIATE, OFFER, REVISIT
from tests.cast import GRID, OTHER_STREET, STREET, dispute_in, logged, registration

pytestmark = pytest.mark.django_db
TODAY = localdate()


def due_after(days):
    return calendar.add(TODAY, days, working=True).day


def words(case, label):
    return next(c.words[0] for c in case.clocks() if c.clock.label == label)


def test_a_new_value_is_for_cases_that_begin_from_then_on(cast, put):
    old = logged(cast.grid)
    put(ACCEPT, 10)
    new = logged(cast.grid)

    assert (old.due_on, new.due_on) == (due_after(3), due_after(10))


def test_a_running_case_keeps_its_value_whatever_is_read_again(cast, put):
    case = logged(cast.grid)
    put(ACCEPT, 10)

    case = Case.objects.get(pk=case.pk)
    assert case.clocks()[0].due == due_after(3)
    case.take("correct", by=cast.mediator, title="更正后的名称", reason="笔误")
    assert case.due_on == due_after(3)


def test_the_event_that_starts_a_clock_keeps_what_applied(cast, put):
    put(MEDIATE, 45)
    case = dispute_in("accepted", cast)

    assert [event.facts.get("applied") for event in case.history] == [
        {ACCEPT.code: 3},
        {MEDIATE.code: 45},
    ]


def test_the_chain_holds_over_what_applied(cast, put):
    put(ACCEPT, 10)
    logged(cast.grid)

    call_command("verify")
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        Event.objects.update(facts={"applied": {ACCEPT.code: 99}})
        cursor.execute("SET session_replication_role = origin")
    with pytest.raises(CommandError):
        call_command("verify")


def test_an_event_from_before_has_the_value_of_its_day(cast, put):
    case = logged(cast.grid, on=str(TODAY - timedelta(days=2)))
    put(ACCEPT, 10)
    del case.history[0].facts["applied"]

    assert case.clocks()[0].due == calendar.add(case.opened_on, 3, working=True).day


def test_a_case_is_counted_by_its_own_streets_value(cast, put):
    put(ACCEPT, 8, unit=STREET)
    put(ACCEPT, 9, unit=OTHER_STREET)

    assert logged(cast.grid).due_on == due_after(8)


def test_the_page_says_how_many_days_applied_and_what_is_set_now(cast, put):
    case = logged(cast.grid)
    assert words(case, "受理审查").startswith(f"自{TODAY}次日起算3个工作日（平台办理规则），至")

    put(ACCEPT, 10)
    assert "（平台办理规则，按起算时的设定，现为10个工作日）" in words(case, "受理审查")


def test_the_timeline_says_which_value_applied(cast, put):
    put(ACCEPT, 10)
    case = logged(cast.grid)

    assert ("受理审查期限", "10个工作日") in timeline(case)[0].lines


def test_a_bulk_load_keeps_what_applied_too(cast, put):
    put(ACCEPT, 10)
    batch = Batch()
    batch.open("dispute", GRID, by=cast.grid, post=None, at=cast.grid.created_at, **registration())
    batch.save()

    case = Case.objects.get()
    assert case.history[0].facts["applied"] == {ACCEPT.code: 10}
    assert case.due_on == due_after(10)


def test_an_offer_is_answered_within_the_days_of_its_street(cast, put):
    put(OFFER, 6, unit=STREET)
    case = logged(cast.grid)
    case.take("raise", by=cast.grid, to="310106020001", reason="复杂")

    assert Handover.objects.get().due_on == due_after(6)
    [answer] = [each for each in case.clocks() if each.clock.label == "移交接收"]
    assert answer.due == due_after(6)


def test_a_revisit_is_due_by_the_value_of_the_day_of_performance(cast, put):
    put(REVISIT, 20)
    case = dispute_in("performed", cast)

    assert case.due_on == calendar.add(TODAY, 20, working=False).day


def test_how_late_a_thing_may_be_written_down_is_the_streets_own(cast, put):
    week = str(TODAY - timedelta(days=7))
    assert logged(cast.grid, on=week).pk
    put(BACKDATED, 5, unit=STREET)

    with pytest.raises(BadFacts) as refused:
        logged(cast.grid, on=week)
    assert "不能早于5天前" in refused.value.errors["on"][0]


def test_a_light_turns_yellow_by_the_value_of_today(put):
    due = due_after(5)
    assert light(due).colour == "green"

    put(NEAR, 5)
    assert light(due).colour == "yellow"


def test_a_write_asks_no_more_than_before(cast, put):
    """What is remembered is not asked for again."""
    put(ACCEPT, 10)
    logged(cast.grid)

    with CaptureQueriesContext(connection) as asked:
        logged(cast.grid)
    assert [q["sql"] for q in asked if "parameters_value" in q["sql"]] == []


def test_no_fact_may_take_the_name_under_which_values_are_kept(cast):
    step = Step("登记", (), "open", (), {"applied": None})

    with pytest.raises(ValueError, match="applied"):
        Procedure("x", "某", {"open": "已登记"}, {"open": step}, ())
