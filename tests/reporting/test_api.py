"""Figures over HTTP: the same for every reader, the records as far as each may open them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from rest_framework.test import APIClient

from reporting.indicators import figures
from reporting.periods import Period
from tests.cast import COMMUNITY, GRID, OTHER_STREET, SIBLING, STREET

from .conftest import AGREED, Past

pytestmark = pytest.mark.django_db
ROOT = "/api/v1/figures/"
ASKED = {"unit": STREET, "year": "2023"}


@pytest.fixture
def as_user(cast):
    def get(who, path="", **asked):
        client = APIClient()
        client.force_authenticate(getattr(cast, who))
        return client.get(ROOT + path, ASKED | asked)

    return get


@pytest.fixture
def year(past):
    """Two agreements on the street's first community, one of them about a minor."""
    past.dispute("2023-03-05", *AGREED)
    past.dispute("2023-05-06", *AGREED, unit=COMMUNITY, type="family", sensitivity="minor")
    past.dispute("2023-05-07", "accept", "fail", unit=SIBLING)
    past.save()


def of(response, code):
    return next(f for f in response.json()["figures"] if f["code"] == code)


def test_every_indicator_with_its_value_and_measure(as_user, year):
    answer = as_user("statistician")

    assert answer.status_code == 200
    assert answer.json()["unit"] == STREET
    assert of(answer, "dispute.mediated") == {
        "code": "dispute.mediated",
        "name": "成功调解（化解）矛盾纠纷数",
        "unit": "件",
        "kind": "flow",
        "value": 2,
        "records": 2,
    }
    assert of(answer, "dispute.screened")["value"] is None


def test_a_figure_is_the_same_for_all_and_its_list_hides_and_counts_what_one_may_not_open(
    as_user, year
):
    trusted = as_user("justice", "dispute.mediated/records/").json()
    other = as_user("statistician", "dispute.mediated/records/").json()

    assert of(as_user("justice"), "dispute.mediated") == of(
        as_user("statistician"), "dispute.mediated"
    )
    assert (len(trusted["results"]), trusted["hidden"]) == (2, 0)
    assert (len(other["results"]), other["hidden"]) == (1, 1)


def test_records_come_newest_first_page_after_page(as_user, year):
    first = as_user("justice", "dispute.handled/records/", size="2").json()
    second = as_user("justice", "dispute.handled/records/", size="2", after=first["next"]).json()

    days = [row["on"] for row in (*first["results"], *second["results"])]
    assert days == ["2023-05-07", "2023-05-06", "2023-03-05"]
    assert second["next"] == ""
    assert second["hidden"] is None


def test_a_split_lists_every_unit_below_with_its_part(as_user, year):
    answer = as_user("leader", "dispute.handled/split/", by="unit").json()

    assert answer["figure"]["value"] == 3
    assert answer["parts"] == [
        {"part": COMMUNITY, "label": "第一居委会", "value": 2},
        {"part": SIBLING, "label": "第三居委会", "value": 1},
    ]


def test_the_records_of_one_part(as_user, year):
    path = "dispute.handled/records/"
    assert len(as_user("leader", path, by="unit", part=COMMUNITY).json()["results"]) == 2
    assert len(as_user("leader", path, by="month", part="2023-03").json()["results"]) == 1
    assert len(as_user("leader", path, by="type", part="family").json()["results"]) == 1


def test_stocks_list_what_was_in_force(as_user, tree):
    first = as_user("leader", "org.communities/records/", size="1").json()
    second = as_user("leader", "org.communities/records/", size="1", after=first["next"]).json()

    assert [r["results"][0]["code"] for r in (first, second)] == [COMMUNITY, SIBLING]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"unit": "12a"}, "unit"),
        ({"unit": ""}, "unit"),
        ({"unit": f"{GRID[:12]}999"}, "unit"),
        ({"unit": "\x00"}, "unit"),
        ({"year": "23"}, "year"),
        ({"year": "2199"}, "year"),
        ({"year": ""}, "year"),
        ({"period": "Q5"}, "period"),
        ({"as_of": "2023-02-30"}, "as_of"),
        ({"as_of": "2022-12-31"}, "as_of"),
        ({"as_of": "2199-01-01"}, "as_of"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_what_is_badly_asked_is_named(as_user, wrong, field):
    answer = as_user("leader", **wrong)
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [field]


@pytest.mark.parametrize(
    ("path", "wrong", "field"),
    [
        ("records/", {"after": "yesterday"}, "after"),
        ("records/", {"size": "0"}, "size"),
        ("records/", {"by": "colour"}, "by"),
        ("records/", {"by": "unit", "part": OTHER_STREET}, "part"),
        ("records/", {"by": "month", "part": "2022-12"}, "part"),
        ("records/", {"by": "type", "part": "\x00"}, "part"),
        ("split/", {}, "by"),
        ("split/", {"by": "grid", "part": "1"}, "part"),
    ],
)
def test_what_is_badly_asked_of_one_figure_is_named(as_user, year, path, wrong, field):
    answer = as_user("leader", f"dispute.handled/{path}", **wrong)
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == [field]


def test_another_units_figures_are_not_found(as_user, year):
    assert as_user("outsider").status_code == 404
    assert as_user("grid", "dispute.mediated/records/").status_code == 404
    assert as_user("outsider", "dispute.mediated/split/", by="unit").status_code == 404
    assert as_user("leader", "dispute.unheard_of/records/").status_code == 404


def test_who_does_no_business_reads_no_figure(as_user, tree):
    assert as_user("admin").status_code == 403
    assert as_user("nobody").status_code == 403


def test_figures_read_each_source_once(as_user, year, django_assert_num_queries):
    figures(STREET, Period.of(2023))  # what is read once a process
    # One a source, and one more where distinct things are counted or it holds nothing: is it kept?
    with django_assert_num_queries(74):
        figures(STREET, Period.of(2023))


def test_a_longer_list_asks_no_more(as_user, past, django_assert_num_queries):
    past.dispute("2023-03-05", *AGREED)
    past.save()
    path = "dispute.mediated/records/"
    as_user("justice", path)
    with CaptureQueriesContext(connection) as one:
        as_user("justice", path)
    more = Past(past.cast)
    for _ in range(4):
        more.dispute("2023-03-06", *AGREED)
    more.save()
    with django_assert_num_queries(len(one)):
        assert len(as_user("justice", path).json()["results"]) == 5
