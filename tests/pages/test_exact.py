"""A person is found by the whole number, and no number stands in an address."""

import pytest

from lawgov.casework.models import Case
from tests.cast import APPLICANT, OTHER_STREET, RESPONDENT, dispute_in, logged, registration

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("number", ["11010519491231002X", "11010519491231002x", "13812345678"])
def test_cases_of_a_person_are_found_by_the_exact_number(cast, as_, number):
    case, other = logged(cast.grid), logged(cast.grid, parties=[RESPONDENT | {"phone": ""}])
    answer = as_(cast.mediator).post("/disputes/find/", {"number": number})

    assert number not in answer.url
    page = as_(cast.mediator).see(answer.url)
    assert case.number in page
    assert other.number not in page


def test_what_is_found_stays_within_reach(cast, as_):
    outside = Case.open_new("dispute", by=cast.outsider, unit=OTHER_STREET, **registration())
    answer = as_(cast.mediator).post("/disputes/find/", {"number": "13812345678"})

    assert outside.number not in as_(cast.mediator).see(answer.url)


def test_a_minors_name_is_hidden_from_whoever_opens_the_case(cast, as_):
    child = APPLICANT | {"name": "王小明"}
    case = logged(cast.grid, sensitivity="minor", parties=[child, RESPONDENT])
    page = as_(cast.justice).see(f"/disputes/{case.pk}/?tab=parties")

    assert "王某" in page
    assert "王小明" not in page


def test_a_link_to_what_one_may_not_see_tells_nothing_of_it(cast, as_):
    hidden = dispute_in("registered", cast, sensitivity="informer")
    case = logged(cast.grid)
    case.take("link", by=cast.grid, relation="same", number=hidden.number)

    page = as_(cast.mediator).see(f"/disputes/{case.pk}/?tab=links")
    assert hidden.number not in page
    assert "不在您的数据范围内" in page
