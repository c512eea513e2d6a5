"""简易程序, whole: decided on the street, paid there, filed for record, published, filed away."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from lawgov.casework import outbox
from lawgov.workdays import calendar

from ..cast import STREET
from .http import Pages
from .officers import certify
from .penalty import answers, penalty_in, registration

pytestmark = pytest.mark.django_db


def opened(pages, squad):
    facts = registration()
    [party] = facts.pop("parties")
    rows = {f"parties-0-{name}": value for name, value in party.items()}
    return pages.open("penalties", unit=STREET, **facts, **rows)


def test_a_simple_case_from_the_street_to_the_archive(squad):
    certify(squad.head, squad.officer, squad.partner)
    given, officer = answers(squad), Pages(squad.officer)
    case = opened(officer, squad)
    for step in ("add_evidence", "decide_on_spot", "collect_on_spot", "hand_in", "bank_in"):
        assert officer.take(case, step, **given[step]) == ""
    assert officer.take(case, "file_record") == ""
    assert Pages(squad.reviewer).take(case, "confirm_record") == ""

    head = Pages(squad.head)
    assert "应当依法公开后结案" in head.take(case, "close", report="已缴清")
    notice = officer.open("publications", unit=STREET, source=case.pk)
    assert Pages(squad.justice).take(notice, "approve", "publications") == ""
    assert head.take(case, "close", report="已缴清") == ""
    assert officer.take(case, "archive", retention="ten") == ""

    assert case.state == "archived"
    assert case.detail.recorded_on
    page = officer.see(f"/penalties/{case.pk}/?tab=history")
    assert all(
        word in page for word in ("当场决定", "当场收缴", "缴回罚款", "提请备案", "予以备案")
    )


def test_file_a_simple_case_for_record_and_see_those_overdue(squad):
    """Acceptance of 简易案件提请备案."""
    late = calendar.add(timezone.localdate() - timedelta(days=30), 1, working=True).day
    with time_machine.travel(late):
        overdue = penalty_in("spot", squad)
    case = penalty_in("spot", squad, act_on="2026-01-05")
    officer = Pages(squad.officer)

    listed = officer.see("/penalties/?record=overdue")
    assert overdue.number in listed
    assert case.number not in listed
    assert officer.take(overdue, "file_record") == ""
    assert overdue.number not in officer.see("/penalties/?record=overdue")
    assert overdue.number in officer.see("/penalties/?record=filed")


def test_a_clock_that_ran_out_stands_in_the_tray_of_its_officer(squad):
    with time_machine.travel(timezone.localdate() - timedelta(days=30)):
        case = penalty_in("spot", squad)
    outbox.drain()

    page = Pages(squad.officer).see(f"/penalties/{case.pk}/")

    assert "提请备案" in page
    assert "light-red" in page
