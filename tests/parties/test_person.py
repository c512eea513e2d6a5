"""A person's other cases: found by ID number or phone, shown to who may see each, and on record."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lawgov.casework.models import Case
from lawgov.parties.same import same_person
from lawgov.privacy.models import AccessLog
from tests.cast import APPLICANT, OTHER_STREET, RESPONDENT, SIBLING, logged, registration

from .people import aged

pytestmark = pytest.mark.django_db
PHONE = RESPONDENT["phone"]


def of(case, side="applicant"):
    return case.parties.get(side=side)


def names(party):
    return {row.name for row in same_person(party)}


def case_with(by, **party):
    return logged(by, parties=[{"side": "applicant", "name": "甲某"} | party])


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ({"id_number": aged(40)}, {"id_number": aged(40)}, True),
        ({"id_number": aged(40), "phone": PHONE}, {"phone": PHONE}, True),
        ({"phone": PHONE}, {"phone": PHONE}, True),
        ({"id_number": aged(40), "phone": PHONE}, {"id_number": aged(41), "phone": PHONE}, False),
        ({"id_number": aged(40)}, {"phone": PHONE}, False),
        ({}, {}, False),
    ],
)
def test_who_is_the_same_person(cast, first, second, same):
    party = of(case_with(cast.grid, **first))
    other = of(case_with(cast.grid, **second | {"name": "乙某"}))

    assert names(party) == ({"乙某"} if same else set())
    assert names(other) == ({"甲某"} if same else set())


def test_the_page_lists_the_other_cases_and_why(cast, as_):
    case, other = logged(cast.grid), logged(cast.grid, title="另一件事")
    page = as_(cast.mediator).see(f"/parties/{of(case).pk}/")

    assert other.number in page
    assert "身份证号相同" in page
    assert APPLICANT["id_number"] not in page


def test_what_lies_out_of_reach_leaves_no_trace(cast, as_):
    case = logged(cast.grid)
    Case.open_new("dispute", by=cast.outsider, unit=OTHER_STREET, **registration())
    Case.open_new("dispute", by=cast.justice, unit=SIBLING, **registration(sensitivity="informer"))

    page = as_(cast.community).see(f"/parties/{of(case).pk}/")
    assert "没有此人的其他事项" in page
    assert "另有" not in as_(cast.community).see(f"/disputes/{case.pk}/?tab=parties")


def test_who_may_not_see_the_case_may_not_ask_for_its_people(cast, as_):
    case = logged(cast.grid)
    for stranger in (cast.outsider, cast.neighbour, cast.admin, cast.nobody):
        as_(stranger).see(f"/parties/{of(case).pk}/", 404)

    assert not AccessLog.objects.exists()


def test_looking_is_on_record_without_a_name(cast, as_):
    party = of(logged(cast.grid))
    as_(cast.leader).see(f"/parties/{party.pk}/")

    row = AccessLog.objects.get()
    assert (row.by, row.object_kind, row.object_id) == (cast.leader, "parties.party", party.pk)
    assert party.name not in f"{row.subject}{row.reason}{row.field}"


def test_the_tab_counts_what_is_in_reach(cast, as_):
    case, shut = logged(cast.grid), logged(cast.grid)
    logged(cast.grid, parties=[APPLICANT])
    shut.take("withdraw", by=cast.mediator, side="applicant", reason="自行和解")

    page = " ".join(as_(cast.mediator).see(f"/disputes/{case.pk}/?tab=parties").split())
    assert "此人另有 2 件事项</a>，其中 1 件未办结" in page
    assert "此人另有 1 件事项</a>" in page  # the other side, in the closed case


def test_more_cases_make_no_more_queries(cast, as_):
    case, browser = logged(cast.grid), as_(cast.mediator)
    pages = (f"/parties/{of(case).pk}/", f"/disputes/{case.pk}/?tab=parties")
    logged(cast.grid)
    browser.see(pages[0])  # the session's own queries come once
    few = [queries(browser, page) for page in pages]
    for _ in range(4):
        logged(cast.grid)

    assert [queries(browser, page) for page in pages] == few


def queries(browser, page):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        browser.see(page)
    return len(asked)


def test_the_same_person_is_found_by_an_index(cast):
    party = of(logged(cast.grid, parties=[APPLICANT | {"phone": PHONE}]))
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")

    plan = same_person(party).explain()
    assert "party_same" in plan
    assert "party_phone" in plan
