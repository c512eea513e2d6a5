"""An offer that nobody answers in time goes on to the next level, or is urged once."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lawgov.casework.models import Case
from lawgov.casework.refusals import NotYours, StepRefused
from lawgov.casework.web.timeline import timeline
from lawgov.handovers import climbing
from lawgov.handovers.models import Handover
from lawgov.handovers.tasks import climb
from tests.cast import COMMUNITY, GRID, SIBLING, STREET, logged

FRIDAY, DUE, LATE = "2024-03-01 16:00", "2024-03-05 09:00", "2024-03-06 00:05"


@pytest.fixture
def at(time_machine_at):
    return time_machine_at


def raised(cast, to=COMMUNITY):
    case = logged(cast.grid)
    case.take("raise", by=cast.grid, to=to, reason="涉及多户")
    return case


def after(case):
    climb()
    return Case.objects.get(pk=case.pk)


def told(case):
    rows = Handover.objects.filter(case=case).order_by("seq")
    return [(row.to_unit, row.answer, str(row.due_on)) for row in rows]


def test_an_offer_waits_until_its_last_day_is_over(cast, at):
    with at(FRIDAY):
        case = raised(cast)
    with at(DUE):
        assert after(case).offered_to == COMMUNITY


def test_unanswered_it_goes_on_from_the_community_to_the_street(cast, at):
    with at(FRIDAY):
        case = raised(cast)
    with at(LATE):
        case = after(case)

        assert (case.desk, case.offered_to) == (GRID, STREET)
        assert told(case) == [
            (COMMUNITY, "climbed", "2024-03-05"), (STREET, "waiting", "2024-03-08"),
        ]  # fmt: skip
        [running] = [r for r in case.clocks() if r.clock.label == "移交接收"]
        assert str(running.due) == "2024-03-08"


def test_the_timeline_says_that_the_system_did_it_and_whither(cast, at):
    with at(FRIDAY):
        case = raised(cast)
    with at(LATE):
        told = timeline(after(case))[0]

    assert (told.event.label, told.who, told.post) == ("逾期上移", "系统", "")
    assert ("移交至", "彭浦新村街道") in told.lines


def test_the_street_then_answers_and_the_community_may_no_more(cast, at):
    with at(FRIDAY):
        case = raised(cast)
    with at(LATE):
        case = after(case)
        with pytest.raises(NotYours):
            case.take("accept_offer", by=cast.community)
        case.take("accept_offer", by=cast.mediator)

    assert case.desk == STREET


def test_who_was_passed_over_still_sees_what_lies_in_the_own_range(cast, at):
    with at(FRIDAY):
        case = raised(cast)
    with at(LATE):
        after(case)

    assert Case.objects.visible_to(cast.community, "dispute").get() == case
    assert Handover.objects.visible_to(cast.community).count() == 2
    assert not Handover.objects.visible_to(cast.neighbour).exists()


@pytest.mark.parametrize("way", ["to the street", "down", "beside"])
def test_where_nobody_is_above_it_is_urged_once_and_stays(way, cast, at):
    with at(FRIDAY):
        if way == "to the street":
            case = raised(cast, STREET)
        elif way == "down":
            case = logged(cast.mediator, STREET)
            case.take("hand_down", by=cast.mediator, to=COMMUNITY, reason="就近")
        else:
            case = logged(cast.community, COMMUNITY)
            case.take("pass_on", by=cast.community, to=SIBLING, reason="当事人在该社区")
    to = case.offered_to
    with at(LATE):
        case = after(after(case))

        assert (case.offered_to, case.version) == (to, 3)
        assert [event.step for event in case.history][-1] == "urge"
        assert str(Handover.objects.get(case=case).urged_on) == "2024-03-06"
        assert str(case.due_on) == "2024-03-05"  # urged, it is as late as before


def test_twice_a_day_moves_it_no_further(cast, at):
    with at(FRIDAY):
        case = raised(cast)
    with at(LATE):
        assert after(after(case)).version == 3


def test_nobody_takes_the_systems_steps(cast, at):
    with at(FRIDAY):
        case = raised(cast)
    with at(LATE):
        for step, facts in (("climb", {"to": STREET}), ("urge", {})):
            with pytest.raises(NotYours):
                case.take(step, by=cast.mediator, **facts)


def test_one_case_in_trouble_does_not_hold_up_the_others(cast, at, monkeypatch):
    monkeypatch.setattr(climbing, "BATCH", 2)
    with at(FRIDAY):
        cases = [raised(cast) for _ in range(5)]
    take = Case.take

    def stuck(self, name, **given):
        if self.pk in (cases[0].pk, cases[1].pk):
            raise RuntimeError("a bug")
        return take(self, name, **given)

    monkeypatch.setattr(Case, "take", stuck)
    with at(LATE):
        assert climbing.move_on() == 3

    assert Handover.objects.filter(answer="climbed").count() == 3


def test_nothing_late_costs_one_query(cast, at):
    with at(FRIDAY):
        raised(cast)
        with CaptureQueriesContext(connection) as asked:
            climbing.move_on()

    assert len(asked) == 1


def test_what_is_late_is_found_by_its_index(cast):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    rows = Handover.objects.waiting().filter(urged_on=None, due_on__lt="2024-03-06")

    assert "handover_due" in rows.order_by("due_on", "pk")[:9].explain()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", range(5))
def test_of_climbing_and_accepting_at_once_exactly_one_wins(time, cast, at):
    with at(FRIDAY):
        case = raised(cast)
    gate = Barrier(2)

    def run(step):
        mine = Case.objects.get(pk=case.pk)
        gate.wait()
        try:
            who = {"by": cast.community} if step == "accept_offer" else {"by": None, "to": STREET}
            mine.take(step, **who)
            return True
        except (StepRefused, NotYours):
            return False
        finally:
            connection.close()

    with at(LATE), ThreadPoolExecutor(2) as pool:
        won = list(pool.map(run, ["accept_offer", "climb"]))

    assert sorted(won) == [False, True]
    case = Case.objects.get(pk=case.pk)
    assert case.version == 3
    assert case.offered_to == ("" if won[0] else STREET)
    assert Handover.objects.waiting().filter(case=case).count() == (0 if won[0] else 1)
