"""What the demo's patrols, cameras and rounds found, counted here by hand."""

import pytest
from django.db.models import Sum

from enforcement.finding.models import Inspection
from lawgov.casework.models import Case, Entry, Event
from lawgov.units.models import Unit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("printed")]
GUANLAN, PENGPU = "440309006", "310106020"
STATES = {
    "lead": {"found", "queued", "handling", "recheck", "must_file"},
    "hazard": {"rectifying", "rectified", "cleared"},
    "campaign": {"running"},
}


def test_guanlan_2024_dispatched_6105_video_finds():
    sent = Event.objects.filter(kind="finding", step="dispatch", channel="video", on__year=2024)

    assert sent.filter(unit__startswith=GUANLAN).count() == 6105


def test_guanlan_2024_inspected_5741_vehicles_in_two_modes_and_filed_82():
    rounds = Inspection.objects.filter(
        case__unit=GUANLAN, object="vehicle", checked_on__year=2024, campaign__isnull=False
    )
    filed = Case.objects.filter(kind="penalty", links__other__in=rounds.values("case")).distinct()

    assert rounds.aggregate(n=Sum("count"))["n"] == 5741
    assert set(rounds.values_list("mode", flat=True)) == {"post", "mobile"}
    assert filed.count() == 82


def test_pengpu_2023_patrolled_every_micro_grid():
    walked = Entry.objects.valid().filter(kind="patrol", unit__startswith=PENGPU, on__year=2023)
    grids = Unit.objects.current().filter(code__startswith=PENGPU, level="community")

    assert set(walked.values_list("unit", flat=True)) == set(grids.values_list("code", flat=True))


@pytest.mark.parametrize("kind", STATES)
def test_there_is_something_at_every_stage(kind):
    cases = Case.objects.filter(kind=kind, unit=PENGPU)

    assert set(cases.values_list("state", flat=True)) >= STATES[kind]
