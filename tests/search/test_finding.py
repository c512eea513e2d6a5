"""One box finds a case by whatever of it one remembers, and only within reach."""

import pytest

from lawgov.casework.models import Case
from tests.cast import OTHER_STREET, SIBLING, STREET, dispute_in, logged, registration

from .conftest import marked, numbers, other, read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "text",
    [
        "停车", "车库", "永和", "单大伟", "曾律师", "778", "sh20231105", "SH20231105-778",
        "库", "3号楼", "b2层", "停车 永和", "停车，车库", "tcw", "cql", "sdw", "zls", "ycm",
        "停车 sdw", "地下车库的B2层争吵",
    ],
)  # fmt: skip
def test_a_case_is_found_by_what_one_remembers(cast, ask, parking, text):
    other(cast, title="楼上漏水")

    assert ask(cast.mediator, text) == [parking.number]


@pytest.mark.parametrize("text", ["停水", "车停", "99号楼", "停车 漏水", "ddw", "dcw"])
def test_what_is_not_in_it_does_not_find_it(cast, ask, parking, text):
    assert ask(cast.mediator, text) == []


def test_a_number_finds_its_case_at_once_however_its_brackets_are_typed(cast, ask):
    case = logged(cast.grid)

    for typed in (case.number, case.number.replace("〔", "[").replace("〕", "]")):
        assert ask(cast.mediator, typed) == [case.number]


def test_what_was_just_logged_is_found_before_the_worker_has_read_it(cast, ask):
    case = logged(cast.grid, place="永和新村")

    assert ask(cast.mediator, "永和") == [case.number]
    read()
    assert ask(cast.mediator, "永和") == [case.number]


def test_a_person_is_found_by_the_whole_number_which_stands_in_no_address(cast, as_, parking):
    answer = as_(cast.mediator).post("/search/", {"q": " 138-1234 5678 "})

    assert "1381234" not in answer.url
    assert numbers(as_(cast.mediator).see(answer.url)) == [parking.number]
    assert numbers(as_(cast.outsider).see(answer.url)) == []


@pytest.mark.parametrize("text", ["11010519491231002X 漏水", "13812345678 1", "110105194912310021"])
def test_a_number_of_a_person_among_words_is_refused_and_goes_nowhere(cast, as_, text):
    assert as_(cast.mediator).post("/search/", {"q": text}).status_code == 400
    as_(cast.mediator).see(f"/search/?q={text}", 400)


def test_each_finds_what_lies_in_reach_and_nothing_else(cast, ask):
    ours = other(cast, title="停车一")
    theirs = read(logged(cast.neighbour, unit=SIBLING, title="停车二"))
    away = read(
        Case.open_new("dispute", by=cast.outsider, unit=OTHER_STREET,
                      **registration(title="停车三"))
    )  # fmt: skip

    assert ask(cast.community, "停车") == [ours.number]
    assert ask(cast.neighbour, "停车") == [theirs.number]
    assert ask(cast.outsider, "停车") == [away.number]
    assert ask(cast.leader, "停车") == [theirs.number, ours.number]


def test_who_is_offered_a_case_finds_it(cast, ask, tree):
    case = read(logged(cast.neighbour, unit=SIBLING, title="停车"))
    case.take("raise", by=cast.neighbour, to=STREET, reason="疑难")
    read()

    assert ask(cast.mediator, "停车") == [case.number]
    assert ask(cast.grid, "停车") == []


def test_who_moved_out_of_reach_is_not_found_though_the_index_is_behind(cast, ask, parking):
    Case.objects.filter(pk=parking.pk).update(unit=OTHER_STREET)

    assert ask(cast.mediator, "停车") == []


@pytest.mark.parametrize("why", ["minor", "crisis", "informer"])
def test_a_sensitive_case_is_found_by_its_number_only(cast, ask, why):
    case = other(cast, title="停车", sensitivity=why)

    assert ask(cast.justice, "停车") == []
    assert ask(cast.justice, case.number) == [case.number]
    assert ask(cast.mediator, case.number) == []


def test_what_becomes_sensitive_leaves_the_search(cast, ask, parking):
    parking.take("correct", by=cast.community, sensitivity="minor", reason="查明涉未成年人")
    read()

    assert ask(cast.justice, "停车") == []
    assert ask(cast.justice, "sdw") == []
    assert "停车" not in parking.indexed.text + "".join(parking.indexed.words)


def test_what_was_corrected_is_found_by_its_new_words(cast, ask, parking):
    parking.take("correct", by=cast.community, title="楼道堆物", reason="笔误")
    read()

    assert ask(cast.mediator, "堆物") == [parking.number]
    assert ask(cast.mediator, "停车位") == []


def test_pages_go_on_where_the_one_before_ended(cast, as_):
    made = [logged(cast.grid, title="停车").number for _ in range(5)]
    read()
    page = as_(cast.mediator).see("/search/?q=停车&size=3")

    assert numbers(page) == made[:1:-1]
    following = page.split("after=")[1].split("&")[0].split('"')[0]
    rest = as_(cast.mediator).see(f"/search/?q=停车&size=3&after={following}")
    assert numbers(rest) == made[1::-1]
    assert "下一页" not in rest


def test_the_pieces_are_marked_as_written_and_by_initials(cast, as_, parking):
    assert marked(as_(cast.mediator).see("/search/?q=停车 永和")) == ["停车", "永和"]
    assert marked(as_(cast.mediator).see("/search/?q=cqltc")) == ["重庆路停车"]
    assert marked(as_(cast.mediator).see("/search/?q=ycm")) == ["尉迟明"]


def test_a_page_of_the_search_costs_few_queries(cast, as_, django_assert_max_num_queries):
    for n in range(5):
        other(cast, title=f"停车{n}")
    browser = as_(cast.mediator)
    browser.see("/search/?q=停车")

    with django_assert_max_num_queries(5 + 4):  # session, user, posts, range, bell; then the search
        browser.see("/search/?q=停车")


def test_an_administrator_sees_no_search(cast, as_):
    as_(cast.admin).see("/search/?q=停车", 403)
    assert 'class="quick"' not in as_(cast.admin).see("/me/")


def test_the_api_finds_the_same(cast, parking):
    from tests.api.conftest import Api

    answer = Api(cast.mediator).get("/api/v1/search/", {"q": "停车 sdw"})

    assert [row["number"] for row in answer.json()["results"]] == [parking.number]
    assert Api(cast.outsider).get("/api/v1/search/", {"q": "停车"}).json()["results"] == []
    assert Api(cast.mediator).get("/api/v1/search/", {"q": "13812345678"}).status_code == 400
    assert Api(cast.mediator).get("/api/v1/search/").status_code == 400


def test_the_list_finds_titles_by_the_same_index(cast, as_, parking):
    other(cast, title="楼上漏水", summary="停车")

    assert numbers(as_(cast.mediator).see("/disputes/?q=停车")) == [parking.number]


def test_states_do_not_matter_to_the_search(cast, ask):
    case = dispute_in("archived", cast, title="停车")
    read()

    assert ask(cast.mediator, "停车") == [case.number]
