"""A thing counts in the period of its event, in Asia/Shanghai, never by its present state."""

from datetime import date

import pytest

from tests.cast import GRID, STREET, dispute_in

from .conftest import AGREED, TO_MEDIATING, value

pytestmark = pytest.mark.django_db


def test_the_last_minute_of_a_year_and_the_first_of_the_next(cast, time_machine_at):
    with time_machine_at("2023-12-31 23:59"):
        dispute_in("agreed", cast)
    with time_machine_at("2024-01-01 00:00"):
        dispute_in("agreed", cast)
        dispute_in("agreed", cast)

    assert value("dispute.mediated", STREET, 2023) == 1
    assert value("dispute.mediated", STREET, 2024) == 2


def test_what_was_agreed_in_one_year_and_filed_in_the_next_counts_in_the_first_only(past):
    later = [("perform", "2024-01-05"), ("revisit", "2024-01-06"), ("archive", "2024-01-07")]
    past.dispute("2023-12-20", *AGREED, *later)
    past.save()

    assert value("dispute.mediated", STREET, 2023) == 1
    assert value("dispute.mediated", STREET, 2024) == 0


def test_months_and_quarters_are_half_open(past):
    for day in ("2023-03-31", "2023-04-01", "2023-06-30", "2023-07-01"):
        past.round(day)
    past.save()

    assert value("dispute.screened", STREET, 2023, "Q2") == 2
    assert value("dispute.screened", STREET, 2023, "03") == 1
    assert value("dispute.screened", STREET, 2023, "04") == 1
    assert value("dispute.screened", STREET, 2023) == 4


def test_every_result_is_handled_and_only_agreements_are_mediated(past):
    past.dispute("2023-05-01", *AGREED)
    past.dispute("2023-05-01", *TO_MEDIATING, "agree_oral")
    past.dispute("2023-05-01", "accept", "fail")
    past.dispute("2023-05-01", "withdraw")
    past.dispute("2023-05-01", "refer")
    past.dispute("2023-05-01", "reject")
    past.dispute("2023-05-01", *TO_MEDIATING)
    past.save()

    assert value("dispute.handled", STREET, 2023) == 5
    assert value("dispute.mediated", STREET, 2023) == 2


def test_money_is_that_of_disputes_which_ended_in_yuan(past):
    past.dispute("2023-05-01", *AGREED, amount="100.50")
    past.dispute("2023-05-02", "accept", "fail", amount="200.25")
    past.dispute("2023-05-03", "accept", amount="400")
    past.save()

    assert str(value("dispute.amount", STREET, 2023)) == "300.75"


def test_young_lawyers_are_counted_by_assignment_and_by_end(past):
    past.dispute("2023-05-01", *AGREED, by="lawyer")
    past.dispute("2023-05-01", "accept", "assign", by="lawyer")
    past.dispute("2023-05-01", *AGREED, by="mediator")
    past.save()

    assert value("dispute.lawyer_assigned", STREET, 2023) == 2
    assert value("dispute.lawyer_closed", STREET, 2023) == 1


def test_a_dispute_assigned_twice_is_one_dispute(past):
    past.dispute("2023-05-01", "accept", "assign", ("assign", "2023-06-01"), by="lawyer")
    past.save()

    assert value("dispute.lawyer_assigned", STREET, 2023) == 1


def test_a_voided_round_does_not_count(cast, past):
    past.round("2023-05-01")
    past.round("2023-05-02")
    past.save()
    past.entries[0].__class__.objects.order_by("on").first().annul(by=cast.grid, reason="重复")

    assert value("dispute.screened", STREET, 2023) == 1


@pytest.mark.parametrize(("as_of", "agreed"), [((2023, 5, 31), 0), ((2023, 6, 1), 1)])
def test_what_was_done_after_the_cut_off_does_not_count(past, as_of, agreed):
    past.dispute("2023-05-01", *TO_MEDIATING, ("agree_written", "2023-06-01"))
    past.save()

    assert value("dispute.mediated", STREET, 2023, as_of=date(*as_of)) == agreed


def test_an_agreement_written_down_after_the_cut_off_was_not_known_on_it(cast, time_machine_at):
    with time_machine_at("2023-05-01 10:00"):
        case = dispute_in("mediating", cast)
    with time_machine_at("2023-06-10 10:00"):
        oral = {"content": "赔偿", "no_paper": True, "on": "2023-05-20"}
        case.take("agree_oral", by=cast.mediator, **oral)

    assert value("dispute.mediated", STREET, 2023, as_of=date(2023, 6, 9)) == 0
    assert value("dispute.mediated", STREET, 2023, as_of=date(2023, 6, 10)) == 1
    assert value("dispute.mediated", STREET, 2023, "05") == 1


def test_a_unit_counts_all_below_it(past):
    past.round("2023-05-01", unit=GRID)
    past.round("2023-05-01", unit=STREET)
    past.save()

    assert value("dispute.screened", "31", 2023) == 2
    assert value("dispute.screened", STREET, 2023) == 2
    assert value("dispute.screened", GRID, 2023) == 1
