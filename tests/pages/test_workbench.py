"""The workbench: what waits for me, what is late, what came back."""

import re
from collections import defaultdict

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from lawgov.casework.models import Entry
from lawgov.casework.procedure import PROCEDURES
from lawgov.people.models import Post, Role, User
from lawgov.workdays import calendar
from tests.cast import COMMUNITY, GRID, OTHER_STREET, SIBLING, dispute_in, logged

pytestmark = pytest.mark.django_db


def trays(page: str) -> dict[str, str]:
    """A kind of case of which there is nothing shows no trays."""
    found = re.findall(r"<strong>\s*(\S+?)\s*</strong>\s*(\S+)", page)
    return defaultdict(lambda: "0", {label: held for held, label in found})


def test_a_grid_worker_finds_what_to_do_and_where_to_log(cast, as_):
    logged(cast.grid)

    page = as_(cast.grid).see("/")

    assert trays(page)["待办理"] == "1"
    assert 'href="/disputes/new/"' in page
    assert 'href="/screenings/new/"' in page


def test_what_is_logged_daily_stands_before_what_is_seldom_logged(cast, as_):
    main = as_(cast.grid).see("/").split("<main", 1)[1]
    daily, seldom = main.split("其他登记", 1)

    assert 'href="/disputes/new/"' in daily
    assert 'href="/screenings/new/"' in daily
    assert 'href="/crises/new/"' in seldom


def test_what_is_offered_waits_for_the_other_unit_and_no_more_for_mine(cast, as_):
    logged(cast.grid).take("raise", by=cast.grid, to=COMMUNITY, reason="复杂")

    assert trays(as_(cast.grid).see("/"))["待办理"] == "0"
    assert trays(as_(cast.community).see("/"))["待接收"] == "1"
    assert trays(as_(cast.neighbour).see("/"))["待接收"] == "0"


def test_what_came_back_is_shown_as_returned(cast, as_):
    case = logged(cast.grid)
    case.take("raise", by=cast.grid, to=COMMUNITY, reason="复杂")
    case.take("return_offer", by=cast.community, reason="请先劝解")

    browser = as_(cast.grid)
    assert trays(browser.see("/"))["被退回"] == "1"
    assert f"/disputes/{case.pk}/?tab=history#tabs" in browser.see(f"/disputes/{case.pk}/")
    assert "请先劝解" in browser.see(f"/disputes/{case.pk}/?tab=history")


def test_what_is_assigned_to_me_is_mine(cast, as_):
    dispute_in("assigned", cast)

    assert trays(as_(cast.mediator).see("/"))["我承办"] == "1"
    assert trays(as_(cast.lawyer).see("/"))["我承办"] == "0"


def test_what_is_past_its_day_is_late_for_all_who_see_it(cast, as_, time_machine):
    time_machine.move_to("2026-03-02 10:00+08:00")
    logged(cast.grid)
    time_machine.move_to("2026-03-20 10:00+08:00")

    assert trays(as_(cast.leader).see("/"))["已逾期"] == "1"
    assert trays(as_(cast.neighbour).see("/"))["已逾期"] == "0"
    assert "逾期15天" in as_(cast.leader).see("/disputes/?tray=late")


def test_a_settled_case_waits_for_its_visit_and_an_archived_one_for_nothing(cast, as_):
    dispute_in("agreed", cast)
    dispute_in("archived", cast)

    held = trays(as_(cast.mediator).see("/"))

    assert held["待回访归档"] == "1"
    assert held["待办理"] == "0"


@pytest.mark.parametrize(
    "tray", ["todo", "mine", "offered", "returned", "soon", "late", "follow", "done"]
)
def test_each_card_leads_to_a_list_of_that_many(cast, as_, tray):
    for state in ("registered", "assigned", "agreed"):
        dispute_in(state, cast)
    browser = as_(cast.mediator)

    home = browser.see("/")
    rows = browser.see(f"/disputes/?tray={tray}").count('data-label="编号"')

    held = re.search(rf'\?tray={tray}"[^>]*>\s*<strong>\s*(\d+)', home)[1]
    assert rows == int(held)


@pytest.fixture
def both(cast):
    """The mediator of the street, who also helps out in the street next to it."""
    since = {"user": cast.mediator, "since": "2015-01-01"}
    other = Post.objects.create(role=Role.COMMUNITY_WORKER, unit=OTHER_STREET, **since)
    logged(cast.outsider, unit=OTHER_STREET)
    dispute_in("accepted", cast)
    dispute_in("accepted", cast)
    return other


def test_who_holds_two_posts_may_look_at_one_alone(cast, as_, both):
    browser = as_(User.objects.get(pk=cast.mediator.pk))

    assert trays(browser.see("/"))["待办理"] == "3"
    home = browser.see(f"/?post={both.pk}")
    assert trays(home)["待办理"] == "1"
    assert f"/disputes/?tray=todo&amp;post={both.pk}" in home
    assert browser.see(f"/disputes/?tray=todo&post={both.pk}").count('data-label="编号"') == 1


def test_nobody_looks_through_the_post_of_another(cast, as_, both):
    browser = as_(cast.grid)

    browser.see(f"/?post={both.pk}", status=404)
    browser.see("/?post=x", status=404)
    assert "岗位" in browser.see(f"/disputes/?post={both.pk}", status=400)


def test_who_holds_one_post_is_not_asked_to_choose(cast, as_):
    assert "按岗位查看" not in as_(cast.grid).see("/")


def test_of_what_there_is_nothing_takes_no_room(cast, as_):
    page = as_(cast.neighbour).see("/")

    assert trays(page) == {}
    assert 'href="/disputes/">纠纷</a>' in page


def test_an_administrator_begins_elsewhere(cast, as_):
    assert as_(cast.admin).get("/").url == "/people/"


def test_a_stranger_is_asked_to_log_in(client, db):
    assert client.get("/").url.startswith("/login/")


@pytest.mark.parametrize("url", ["/", "/disputes/", "/screenings/", "/disputes/{}/?tab=history"])
def test_a_page_costs_the_same_with_one_case_and_with_fifty(cast, as_, url):
    first = logged(cast.grid)
    Entry.log("screening", by=cast.grid, unit=GRID, type="visit", found="nothing")
    browser = as_(cast.mediator)
    where = url.format(first.pk)
    browser.see(where)
    few = queries(browser, where)

    for number in range(50):
        by, unit = (cast.neighbour, SIBLING) if number % 2 else (cast.grid, GRID)
        logged(by, unit=unit)
        Entry.log("screening", by=by, unit=unit, type="visit", found="nothing")
        first.take("link", by=cast.grid, relation="same", outside=f"A{number}")

    assert queries(browser, where) == few
    assert few <= (8 + len(kinds_read(cast.mediator)) if url == "/" else 16)


def kinds_read(user) -> list[str]:
    """The workbench asks one question of each kind, and what is urgent of those that hold any."""
    return [kind for kind, each in PROCEDURES.items() if user.roles & set(each.readers)]


def queries(browser, url: str) -> int:
    calendar.is_workday(localdate())  # read once a minute: not a part of the page's cost
    with CaptureQueriesContext(connection) as caught:
        browser.see(url)
    return len(caught)
