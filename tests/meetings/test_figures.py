"""Meetings as the report counts them: when they were held, and with whom."""

from typing import Any

from django.utils.timezone import localdate

from lawgov.casework.models import Case
from lawgov.meetings.indicators import INDICATORS
from reporting.indicators import figures
from reporting.periods import Period
from tests.cast import STREET, today

from .conftest import called


def held(cast: Any, kind: str, *capacities: str) -> Case:
    case = called(cast.leader, type=kind)
    people = (cast.justice, cast.statistician)
    there = [
        {"capacity": capacity, "user": who}
        for capacity, who in zip(capacities, people, strict=False)
    ]
    if there:
        case.take("add_attendees", by=cast.leader, attendees=there)
    case.take("hold", by=cast.leader, on=today())
    return case


def values() -> dict[str, Any]:
    found = figures(STREET, Period.of(localdate().year), INDICATORS)
    return {figure.indicator.code: figure.value for figure in found}


def test_a_committee_meeting_counts_once_it_is_held(cast):
    held(cast, "committee")
    held(cast, "topic")
    called(cast.leader, type="committee")

    assert values()["decision.committee_meetings"] == 1


def test_the_judicial_office_counts_where_it_sat_in_on_an_office_meeting(cast):
    held(cast, "office", "observer", "observer")
    held(cast, "office", "absent", "observer")
    held(cast, "committee", "observer")

    assert values()["decision.justice_attendance"] == 1


def test_where_no_meeting_is_kept_there_is_no_figure(cast):
    assert set(values().values()) == {None}
