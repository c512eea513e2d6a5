"""Over a register that nobody keeps there is no figure: nothing is not the same as none."""

from datetime import date

import pytest

from lawgov.organisations.models import Kind, Organisation
from lawgov.units.models import Unit
from tests.cast import COMMUNITY, OTHER_STREET, SIBLING, STREET

from .conftest import value

pytestmark = pytest.mark.django_db


def test_a_register_without_a_row_in_the_year_gives_no_figure(past):
    past.round("2022-05-01")
    past.dispute("2023-05-01")
    past.save()

    assert value("dispute.screened", STREET, 2023) is None
    assert value("dispute.mediated", STREET, 2023) == 0
    assert value("dispute.amount", STREET, 2023) == 0
    assert value("dispute.handled", OTHER_STREET, 2023) is None


def test_a_month_without_a_row_is_none_where_the_year_has_rows(past):
    past.round("2023-05-01")
    past.save()

    assert value("dispute.screened", STREET, 2023, "06") == 0


def test_the_tree_is_always_kept(tree):
    assert value("org.communities", STREET, 2023) == 2
    assert value("org.grids", OTHER_STREET, 2023) == 0


def test_organisations_are_kept_where_one_was_ever_listed(tree):
    station = Kind.MEDIATION_STATION
    Organisation.objects.create(unit=COMMUNITY, kind=station, name="甲站", since="2020-01-01")
    ended = {"since": "2020-01-01", "until": "2021-01-01"}
    Organisation.objects.create(unit=SIBLING, kind=station, name="乙站", **ended)

    assert value("org.mediation_stations", STREET, 2020) == 2
    assert value("org.mediation_stations", STREET, 2023) == 1
    assert value("org.mediation_groups", STREET, 2023) == 0
    assert value("org.mediation_stations", SIBLING, 2023) == 0
    assert value("org.mediation_stations", STREET, 2019) is None
    assert value("org.mediation_stations", OTHER_STREET, 2023) is None


def test_stocks_are_counted_on_the_last_day_or_at_the_cut_off(tree):
    Unit.objects.get(code=SIBLING).merge(into=Unit.objects.get(code=COMMUNITY), on=date(2023, 7, 1))

    assert value("org.communities", STREET, 2022) == 2
    assert value("org.communities", STREET, 2023) == 1
    assert value("org.communities", STREET, 2023, "Q2") == 2
    assert value("org.communities", STREET, 2023, as_of=date(2023, 6, 30)) == 2
    assert value("org.communities", STREET, 2023, as_of=date(2023, 7, 1)) == 1
