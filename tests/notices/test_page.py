"""The bell and the page of notices."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lawgov.casework import outbox
from lawgov.notices import views
from lawgov.notices.models import Notice, What
from lawgov.notices.telling import tell
from lawgov.people.models import Post
from tests.cast import COMMUNITY, OTHER_STREET, logged

pytestmark = pytest.mark.django_db


@pytest.fixture
def offered(cast):
    case = logged(cast.grid)
    case.take("raise", by=cast.grid, to=COMMUNITY, reason="复杂")
    outbox.drain()
    return case


def at(user) -> Client:
    browser = Client()
    browser.force_login(user)
    return browser


def page(browser: Client, url: str = "/notices/") -> str:
    return browser.get(url).content.decode()


def test_the_bell_says_how_much_is_unread(cast, offered):
    assert "<strong>1</strong>" in page(at(cast.community), "/")
    assert "条未读" not in page(at(cast.grid), "/")


def test_the_bell_counts_no_further_than_it_says(cast):
    for number in range(101):
        tell(cast.grid, What.JOB_DONE, about="/jobs/", key=str(number))

    assert "<strong>99+</strong>" in page(at(cast.grid), "/me/")


def test_a_partial_does_not_count(cast, offered):
    browser = at(cast.community)
    with CaptureQueriesContext(connection) as caught:
        browser.get("/disputes/", headers={"HX-Request": "true"})

    assert not [each for each in caught if "notices_notice" in each["sql"]]


def test_the_bell_reads_its_index(cast):
    people = [cast.grid, cast.community, cast.mediator, cast.justice, cast.leader]
    Notice.objects.bulk_create(
        Notice(to=people[number % 5], what="late", key=str(number)) for number in range(5000)
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE notices_notice")
    found = Notice.objects.visible_to(cast.grid).unread()[:100]

    assert "notice_unread" in found.explain()


def test_opening_one_reads_it_and_leads_to_the_case(cast, offered):
    notice = Notice.objects.get()
    answer = at(cast.community).post(f"/notices/{notice.pk}/open/")

    assert answer.url == f"/disputes/{offered.pk}/"
    assert not Notice.objects.unread().exists()


def test_looking_does_not_read(cast, offered):
    browser = at(cast.community)
    assert offered.number in page(browser)
    assert browser.get(f"/notices/{Notice.objects.get().pk}/open/").status_code == 405

    assert Notice.objects.unread().exists()


@pytest.mark.parametrize("verb", ["open", "read"])
def test_nobody_opens_the_notice_of_another(cast, offered, verb):
    notice = Notice.objects.get()

    assert at(cast.mediator).post(f"/notices/{notice.pk}/{verb}/").status_code == 404
    assert Notice.objects.unread().exists()


def test_all_read_are_those_that_the_page_showed(cast, offered):
    shown = Notice.objects.get().pk
    tell(cast.community, What.JOB_DONE, about="/jobs/", key="later")
    at(cast.community).post("/notices/read/", {"newest": shown})

    assert Notice.objects.unread().get().key == "later"


def test_who_no_longer_sees_the_case_is_shown_its_number_alone(cast, offered):
    Post.objects.filter(user=cast.community).update(unit=OTHER_STREET)
    browser, notice = at(cast.community), Notice.objects.get()
    shown = page(browser)

    assert offered.number in shown
    assert offered.title not in shown
    assert browser.post(f"/notices/{notice.pk}/open/").status_code == 404


def test_unread_stand_before_read_on_every_page(cast, monkeypatch):
    monkeypatch.setattr(views, "SIZE", 2)
    for number in range(5):
        tell(cast.grid, What.JOB_DONE, about="/jobs/", key=str(number))
    found = [each.pk for each in Notice.objects.order_by("pk")]
    browser = at(cast.grid)
    browser.post(f"/notices/{found[4]}/read/")

    seen, mark = [], ""
    while mark is not None:
        context = browser.get(f"/notices/?after={mark}").context
        seen += [row.notice.pk for row in context["rows"]]
        mark = context["next"] or None
    assert seen == [found[3], found[2], found[1], found[0], found[4]]


@pytest.mark.parametrize("mark", ["x", "read.", "unread.1e3", "read.99999999999999999999"])
def test_a_mark_that_is_none_is_refused(cast, mark):
    assert at(cast.grid).get(f"/notices/?after={mark}").status_code == 400


def test_the_page_costs_the_same_for_one_and_for_thirty(cast, offered):
    browser = at(cast.community)
    page(browser)
    with CaptureQueriesContext(connection) as few:
        page(browser)
    for _ in range(30):
        case = logged(cast.grid)
        case.take("raise", by=cast.grid, to=COMMUNITY, reason="复杂")
    outbox.drain()
    with CaptureQueriesContext(connection) as many:
        page(browser)

    assert len(many) <= len(few) <= 9


def test_an_administrator_hears_of_what_concerns_him(cast):
    tell(cast.admin, What.PARKED, about="/admin/notices/hook/", key="parked:1")

    assert "已停止重试" in page(at(cast.admin))
