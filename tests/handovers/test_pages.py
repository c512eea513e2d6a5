"""One page shows what was offered to me and what I offered, and leads to the answers."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lawgov.casework.models import Case
from lawgov.handovers import climbing
from lawgov.handovers.models import Handover
from tests.cast import COMMUNITY, STREET, logged
from tests.pages.conftest import as_

__all__ = ["as_"]
PAGE = "/handovers/"
OUT = f"{PAGE}?tab=out"


def raised(cast, to=COMMUNITY, **changes):
    case = logged(cast.grid, **changes)
    case.take("raise", by=cast.grid, to=to, reason="甲说乙的秘密")
    return case


def late(case):
    """Its day to be answered is over, and the round has been made."""
    Handover.objects.filter(case=case, answer="waiting").update(due_on="2024-01-05")
    climbing.move_on()
    return Case.objects.get(pk=case.pk)


def test_what_was_offered_to_a_unit_stands_on_the_page_of_its_people(cast, as_):
    case = raised(cast)

    for who in (cast.community, cast.mediator):  # a post of the street covers its communities
        assert case.number in as_(who).see(PAGE)
    for who in (cast.grid, cast.neighbour, cast.leader, cast.statistician, cast.outsider):
        assert case.number not in as_(who).see(PAGE), who


def test_its_buttons_lead_to_the_answers_of_the_case_itself(cast, as_):
    case = raised(cast)
    browser = as_(cast.community)
    page = browser.see(PAGE)
    assert f"/disputes/{case.pk}/return_offer/" in page

    browser.fill(f"/disputes/{case.pk}/accept_offer/")

    assert Case.objects.get(pk=case.pk).desk == COMMUNITY
    assert case.number not in browser.see(PAGE)


def test_what_i_or_my_desk_offered_stands_there_with_what_came_of_it(cast, as_):
    case, again = raised(cast), raised(cast)
    again.take("return_offer", by=cast.community, reason="先核实")
    page = as_(cast.grid).see(OUT)

    assert case.number in page
    assert again.number in page
    assert "已退回" in page
    assert f"/disputes/{case.pk}/revoke_offer/" in page
    assert f"/disputes/{again.pk}/revoke_offer/" not in page
    assert case.number not in as_(cast.neighbour).see(OUT)


def test_the_reason_is_told_inside_the_case_only(cast, as_):
    case = raised(cast)

    assert "秘密" not in as_(cast.grid).see(OUT)
    assert "秘密" in as_(cast.grid).see(f"/disputes/{case.pk}/?tab=history")


def test_numbers_of_people_in_a_title_are_masked(cast, as_):
    raised(cast, title="13812345678投诉漏水")

    assert "13812345678" not in as_(cast.community).see(PAGE)


def test_a_late_offer_says_so_in_words_and_a_climbed_one_whither(cast, as_):
    late(raised(cast))
    late(raised(cast, to=STREET))

    page = as_(cast.mediator).see(PAGE)
    assert "已督办" in page
    assert "逾期" in page
    assert "逾期上移" in as_(cast.grid).see(OUT)


def test_the_list_is_filtered_by_answer_and_kind(cast, as_):
    case, again = raised(cast), raised(cast)
    again.take("return_offer", by=cast.community, reason="先核实")
    page = as_(cast.grid).see(f"{OUT}&answer=returned&kind=dispute")

    assert again.number in page
    assert case.number not in page


@pytest.mark.parametrize("asked", ["answer=lost", "kind=lost", "colour=red", "after=x", "size=0"])
def test_what_cannot_be_asked_is_refused(asked, cast, as_):
    assert "查询条件有误" in as_(cast.grid).see(f"{OUT}&{asked}", 400)


def test_there_is_no_third_tab(cast, as_):
    as_(cast.grid).see(f"{PAGE}?tab=all", 404)


@pytest.mark.parametrize(("tab", "who"), [("in", "community"), ("out", "grid")])
def test_pages_follow_one_another_without_loss(tab, who, cast, as_):
    numbers = [raised(cast).number for _ in range(5)]
    browser, url, seen = as_(getattr(cast, who)), f"{PAGE}?tab={tab}&size=2", []

    while url:
        answer = browser.get(url)
        seen += [row.handover.case.number for row in answer.context["rows"]]
        mark = answer.context["next"]
        url = f"{PAGE}?tab={tab}&size=2&after={mark}" if mark else ""

    assert seen == (numbers if tab == "in" else numbers[::-1])


@pytest.mark.parametrize(("tab", "who"), [("in", "community"), ("out", "grid")])
def test_more_rows_cost_no_more_queries(tab, who, cast, as_):
    raised(cast)
    browser = as_(getattr(cast, who))
    browser.see(f"{PAGE}?tab={tab}")  # the calendar is read once a minute
    with CaptureQueriesContext(connection) as one:
        browser.see(f"{PAGE}?tab={tab}")
    for _ in range(4):
        raised(cast)

    with CaptureQueriesContext(connection) as five:
        browser.see(f"{PAGE}?tab={tab}")

    about = [query for query in five if "handovers_handover" in query["sql"]]
    assert len(about) == 1
    assert len(five) == len(one) <= 8
