"""How a penalty case is filed."""

import pytest

from .penalty import penalty_in

pytestmark = pytest.mark.django_db


def test_a_case_goes_from_registration_to_the_end_of_its_investigation(squad):
    case = penalty_in("concluded", squad)

    assert case.state == "concluded"
    assert [str(row) for row in case.part("evidence")] == ["证1 现场笔录"]
