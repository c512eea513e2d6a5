"""How a penalty is drafted, told, defended and decided; every refusal names its article."""

import pytest

from lawgov.casework.refusals import StepRefused

from .deciding import decision_in, take

pytestmark = pytest.mark.django_db


def refused(case, squad, step, by=None, **given) -> list[str]:
    with pytest.raises(StepRefused) as said:
        take(case, squad, step, **given)
    return said.value.reasons


def test_an_ordinary_case_is_drafted_told_given_up_and_decided(squad):
    case = decision_in("decided", squad)
    [row] = case.part("decisions")

    assert (case.state, row.fine, row.version, row.number) == ("decided", 50000, 1, row.number)
    assert "罚决字〔" in row.number
