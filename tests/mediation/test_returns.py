"""人民调解统计表: each line by the day of its step, and opened to its records."""

from decimal import Decimal

import pytest
from django.utils.timezone import localdate

from mediation.returns.indicators import TYPES
from reporting.indicators import REGISTRY, figures
from reporting.periods import Period
from reporting.proof import figures_match_records

from ..cast import STREET, dispute_in

pytestmark = pytest.mark.django_db
YEAR = localdate().year


def counted(*codes, year=YEAR):
    asked = [REGISTRY[f"mediation.{code}"] for code in codes]
    return [figure.value for figure in figures(STREET, Period.of(year), asked)]


def test_what_was_accepted_is_split_by_how_mediation_began_and_by_type(cast):
    dispute_in("accepted", cast)
    dispute_in("accepted", cast, type="labour")
    dispute_in("registered", cast)

    assert counted("accepted", "accepted_application", "accepted_referral") == [2, 2, 0]
    assert counted("type_neighbour", "type_labour", "type_medical") == [1, 1, 0]


def test_written_and_oral_agreements_count_apart_with_people_and_performance(cast):
    dispute_in("performed", cast, people=5)
    dispute_in("mediating", cast).take(
        "agree_oral", by=cast.mediator, content="赔偿", no_paper=True, on=str(localdate())
    )

    assert counted("written", "oral", "people", "performed") == [1, 1, 7, 1]


def test_an_end_without_agreement_is_no_success(cast):
    dispute_in("failed", cast)
    dispute_in("agreed", cast)
    dispute_in("agreed", cast)

    assert counted("failed", "success_rate") == [1, Decimal("66.67")]


def test_nothing_is_counted_in_the_year_before(cast):
    dispute_in("performed", cast)

    assert counted("accepted", "written", "performed", year=YEAR - 1) == [None] * 3


def test_every_line_has_its_records(cast):
    dispute_in("performed", cast)

    assert [*figures_match_records()] == []


def test_the_ministrys_types_are_those_of_the_dictionary(cast):
    from mediation.choices import DISPUTE_TYPE

    assert DISPUTE_TYPE.on(localdate()).items() >= TYPES.items()
