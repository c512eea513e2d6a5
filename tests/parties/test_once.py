"""One row per person and case: nobody stands twice on one side."""

import pytest

from lawgov.casework.models import Case
from lawgov.casework.refusals import BadFacts
from tests.cast import APPLICANT, RESPONDENT, logged

from .people import aged

pytestmark = pytest.mark.django_db
AGAIN = {"side": "applicant", "name": "甲某某", "id_number": APPLICANT["id_number"]}
SAYS = "“甲某某”与“甲某”身份证号相同，是同一人，申请人中只登记一次"


def test_the_same_person_twice_on_one_side_is_refused_by_both_names(cast):
    with pytest.raises(BadFacts) as refused:
        logged(cast.grid, parties=[APPLICANT, RESPONDENT, AGAIN])

    assert refused.value.errors == {"parties.2.id_number": [SAYS]}
    assert not Case.objects.exists()


def test_nor_is_somebody_added_who_stands_there(cast):
    case = logged(cast.grid)
    with pytest.raises(BadFacts) as refused:
        case.take("add_party", by=cast.grid, parties=[AGAIN | {"id_number": "11010519491231002x"}])

    assert refused.value.errors == {"parties.0.id_number": [SAYS]}
    assert case.parties.count() == 2


def test_nor_does_a_correction_make_two_rows_of_one_person(cast):
    other = {"side": "applicant", "name": "甲某某", "id_number": aged(40)}
    case = logged(cast.grid, parties=[APPLICANT, other])
    case.refresh_from_db()
    second = case.parties.get(name="甲某某").pk

    with pytest.raises(BadFacts) as refused:
        case.take("correct_party", by=cast.grid, party=second, reason="误记",
                  id_number=APPLICANT["id_number"])  # fmt: skip
    assert refused.value.errors == {"id_number": [SAYS]}


def test_a_party_may_be_corrected_and_keep_its_number(cast):
    case = logged(cast.grid)
    case.refresh_from_db()
    party = case.parties.get(side="applicant").pk
    case.take("correct_party", by=cast.grid, party=party, name="甲某甲", reason="误记",
              id_number=APPLICANT["id_number"])  # fmt: skip

    assert case.parties.get(pk=party).name == "甲某甲"


@pytest.mark.parametrize("other", [
    {"side": "third", "name": "甲某", "id_number": APPLICANT["id_number"]},
    {"side": "applicant", "name": "甲妻", "phone": "13812345678"},
])  # fmt: skip
def test_another_side_or_a_shared_phone_is_no_repetition(cast, other):
    case = logged(cast.grid, parties=[APPLICANT | {"phone": "13812345678"}, other])
    assert case.parties.count() == 2


def test_the_form_names_both_at_the_second_row(cast, as_):
    case = logged(cast.grid)
    answer = as_(cast.mediator).fill(
        f"/disputes/{case.pk}/add_party/",
        **{f"parties-0-{name}": said for name, said in AGAIN.items()},
    )
    assert answer.status_code == 400
    assert SAYS in answer.content.decode()
