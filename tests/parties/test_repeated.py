"""Who logs a person with other open cases in reach is told at once."""

import pytest

from lawgov.casework.models import Case
from tests.cast import APPLICANT, GRID, OTHER_STREET, RESPONDENT, logged, registration

pytestmark = pytest.mark.django_db
FORM = {
    "unit": GRID, "title": "漏水", "channel": "police", "type": "neighbour", "summary": "漏水",
    "parties-0-name": "甲某", "parties-0-id_number": APPLICANT["id_number"],
    "knowingly": "on",
}  # fmt: skip
SAYS = "申请人另有1件未办结事项"


def told(browser, answer):
    return browser.see(answer.url.split("#")[0])


def log(browser):
    return told(browser, browser.fill("/disputes/new/", **FORM))


def test_registration_tells_of_open_cases_of_the_same_person(cast, as_):
    logged(cast.grid, parties=[APPLICANT])
    page = log(as_(cast.grid))

    assert SAYS in page
    assert "甲某另有" not in page


def test_nothing_is_said_of_closed_cases_or_of_other_streets(cast, as_):
    shut = logged(cast.grid, parties=[APPLICANT])
    shut.take("withdraw", by=cast.mediator, side="applicant", reason="自行和解")
    Case.open_new("dispute", by=cast.outsider, unit=OTHER_STREET, **registration())

    assert "未办结事项" not in log(as_(cast.grid))


def test_adding_and_correcting_tell_too_and_other_steps_do_not(cast, as_):
    logged(cast.grid, parties=[APPLICANT])
    case, browser = logged(cast.grid, parties=[RESPONDENT]), as_(cast.community)
    added = browser.fill(
        f"/disputes/{case.pk}/add_party/",
        **{f"parties-0-{name}": said for name, said in APPLICANT.items()},
    )
    assert SAYS in told(browser, added)

    party = case.parties.get(side="applicant").pk
    fixed = browser.fill(
        f"/disputes/{case.pk}/correct_party/", party=party, gender="male", reason="补"
    )
    assert SAYS in told(browser, fixed)

    accepted = browser.fill(f"/disputes/{case.pk}/accept/", basis="application", eligible="on")
    assert SAYS not in told(browser, accepted)
