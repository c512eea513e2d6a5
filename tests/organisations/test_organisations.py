"""Organisations stand from a day until a day."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from lawgov.organisations.models import Kind, Organisation

pytestmark = pytest.mark.django_db
STATION = {"kind": Kind.MEDIATION_STATION, "unit": "110105019013", "name": "垡头一区矛调工作站"}


def found(**facts):
    return Organisation.objects.create(**STATION | {"since": date(2023, 3, 1)} | facts)


def test_a_station_counts_from_its_first_day_to_the_day_before_its_end():
    found(until=date(2024, 3, 1))
    days = [date(2023, 2, 28), date(2023, 3, 1), date(2024, 2, 29), date(2024, 3, 1)]
    counted = [Organisation.objects.in_force(day).count() for day in days]
    assert counted == [0, 1, 1, 0]


def test_a_street_counts_the_stations_of_its_communities_only():
    found()
    found(unit="110105020001")
    assert Organisation.objects.under("110105019").count() == 1


def test_the_same_station_stands_once_at_a_time():
    found()
    with pytest.raises(IntegrityError), transaction.atomic():
        found(since=date(2024, 1, 1))


def test_a_station_may_be_founded_again_after_its_end():
    found(until=date(2024, 1, 1))
    assert found(since=date(2024, 1, 1)).pk


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({"until": date(2023, 3, 1)}, "撤销日期须晚于设立日期"),
        ({"area": 0}, "场地面积须大于 0"),
        ({"unit": "11010"}, "区划代码应为"),
    ],
)
def test_what_cannot_be_is_refused_in_words(facts, said):
    organisation = Organisation(**STATION | {"since": date(2023, 3, 1)} | facts)
    with pytest.raises(ValidationError, match=said):
        organisation.full_clean()
