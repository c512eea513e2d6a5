"""What a page answers when something cannot be taken: the reason, and the input kept."""

import pytest

from lawgov.casework.models import Case
from tests.cast import COMMUNITY, GRID, SIBLING, dispute_in, logged, today
from tests.pages.test_walk import REGISTRATION, dispute

pytestmark = pytest.mark.django_db


def test_a_wrong_number_is_named_at_its_field_and_nothing_is_lost(cast, as_):
    wrong = REGISTRATION | {"unit": GRID, "parties-1-id_number": "110105194912310021"}

    answer = as_(cast.grid).fill("/disputes/new/", **wrong)
    page = answer.content.decode()

    assert answer.status_code == 400
    assert '<a href="#id_parties-1-id_number">当事人2 身份证号</a>' in page
    assert 'value="110105194912310021"' in page
    assert "浸坏天花板" in page
    assert Case.objects.count() == 0


def test_no_party_at_all_is_told_where_parties_are_filled_in(cast, as_):
    nobody = {name: said for name, said in REGISTRATION.items() if "parties" not in name}

    page = as_(cast.grid).fill("/disputes/new/", unit=GRID, **nobody).content.decode()

    parties = page[page.index('<fieldset class="rows" id="parties"') :].split("</ul>")[0]
    assert '<ul class="wrong">' in parties.split('<div class="step">')[0]


def test_rows_left_blank_are_no_parties_and_faults_keep_their_row(cast, as_):
    sparse = REGISTRATION | {"unit": GRID, "parties-1-name": ""}
    sparse |= {"parties-3-side": "respondent", "parties-3-name": "赵四", "parties-3-phone": "12"}

    answer = as_(cast.grid).fill("/disputes/new/", **sparse)

    assert '<a href="#id_parties-3-phone">' in answer.content.decode()
    case = dispute(as_(cast.grid), **sparse | {"parties-3-phone": "13812345678"})
    assert [party.name for party in case.parties.order_by("pk")] == ["张三丰", "赵四"]


def test_the_same_form_sent_twice_makes_one_case(cast, as_):
    grid = as_(cast.grid)
    form = grid.form("/disputes/new/") | REGISTRATION | {"unit": GRID}

    first, second = grid.post("/disputes/new/", form), grid.post("/disputes/new/", form)

    assert first.url == second.url
    assert Case.objects.count() == 1


def test_a_form_sent_again_with_other_words_is_told_so(cast, as_):
    grid = as_(cast.grid)
    form = grid.form("/disputes/new/") | REGISTRATION | {"unit": GRID}
    grid.post("/disputes/new/", form)

    answer = grid.post("/disputes/new/", form | {"title": "另一件事"})

    assert answer.status_code == 422
    assert "另一件事" in answer.content.decode()
    assert Case.objects.count() == 1


def test_a_stale_page_is_refused_and_shows_where_the_case_stands(cast, as_):
    case, mediator = dispute_in("registered", cast), as_(cast.mediator)
    url = f"/disputes/{case.pk}/reject/"
    stale = mediator.form(url) | {"reason": "法院已受理", "organ": "court"}
    case.take("accept", by=cast.community, basis="application", eligible=True)

    answer = mediator.post(url, stale)
    page = answer.content.decode()

    assert answer.status_code == 409
    assert "已被他人处理" in page
    assert "已受理" in page
    assert "法院已受理" in page


def test_every_unmet_rule_is_named_with_its_article(cast, as_):
    case = dispute_in("mediating", cast, parties=[{"side": "applicant", "name": "甲"}])
    filled = {"disputed": "一", "liability": "二", "content": "三", "manner": "四"}

    url = f"/disputes/{case.pk}/agree_written/"
    answer = as_(cast.mediator).fill(url, perform_by=today(), **filled)
    page = answer.content.decode()

    assert answer.status_code == 409
    assert "须登记申请人和被申请人（《人民调解法》第二十九条）" in page
    assert "签名、盖章或按指印" in page
    case.refresh_from_db()
    assert case.state == "mediating"


def test_a_step_out_of_turn_says_why(cast, as_):
    case = dispute_in("registered", cast)

    page = as_(cast.mediator).see(f"/disputes/{case.pk}/archive/", 409)

    assert "“已登记”状态的纠纷不能归档" in page


@pytest.mark.parametrize(
    ("who", "url", "status"),
    [
        ("neighbour", "/disputes/{}/", 404),
        ("outsider", "/disputes/{}/accept/", 404),
        ("leader", "/disputes/{}/accept/", 403),
        ("grid", "/disputes/{}/accept/", 403),
        ("leader", "/disputes/new/", 403),
        ("admin", "/disputes/", 403),
        ("admin", "/screenings/", 403),
        ("statistician", "/screenings/new/", 403),
        ("mediator", "/disputes/{}/no-such-step/", 404),
        ("mediator", "/disputes/{}/register/", 404),
        ("mediator", "/disputes/{}/?tab=no-such-tab", 404),
        ("mediator", "/disputes/99999999999999999999/", 404),
    ],
)
def test_404_is_not_yours_to_see_and_403_not_yours_to_do(cast, as_, who, url, status):
    case = logged(cast.grid)

    as_(getattr(cast, who)).see(url.format(case.pk), status)


def test_a_unit_out_of_reach_is_refused_at_its_field(cast, as_):
    answer = as_(cast.community).fill("/disputes/new/", **REGISTRATION | {"unit": SIBLING})

    assert answer.status_code == 400
    assert "不在您的数据范围内" in answer.content.decode()


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("colour=red", "没有这个筛选条件"),
        ("opened_from=2026-02-01&opened_to=2026-01-01", "不能早于起始日期"),
        ("opened_from=yesterday", "有效的日期"),
        ("unit=31010602", "位单位代码"),
        ("state=lost", "不在可用的选项中"),
        ("q=" + "+".join("abcdefghijk"), "最多10个词"),
        ("q=%00", "空字符"),
    ],
)
@pytest.mark.parametrize("page", ["/disputes/", "/disputes/export/"])
def test_a_filter_badly_asked_is_refused_with_the_reason(cast, as_, page, asked, said):
    assert said in as_(cast.mediator).see(f"{page}?{asked}", 400)


def test_a_mark_of_another_list_is_no_mark(cast, as_):
    assert "不是本列表的翻页标记" in as_(cast.mediator).see("/disputes/?after=2026-13-45.x", 400)


def test_htmx_is_led_to_the_whole_page_when_the_filter_is_bad(cast, as_):
    answer = as_(cast.mediator).get("/disputes/?colour=red", headers={"HX-Request": "true"})

    assert answer.headers["HX-Redirect"] == "/disputes/?colour=red"


NASTY = [
    "",
    "\x00",
    "�",
    "0" * 5000,
    "-1",
    "9" * 40,
    "%s'\"--",
    "2026-02-30",
    "<b>",
    "\u202e",
    "𠮷",
]
PLACES = [
    "/", "/disputes/", "/disputes/new/", "/disputes/export/", "/disputes/{}/",
    "/disputes/{}/accept/", "/disputes/{}/add_party/", "/disputes/{}/attach/",
    "/screenings/", "/screenings/new/", "/screenings/export/",
]  # fmt: skip
NAMES = ["q", "unit", "desk", "opened_from", "closed", "tray", "after", "size", "tab", "on",
         "parties", "entry", "handler", "void", "found", "file", "_key", "_seen"]  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_no_question_makes_a_page_stumble(cast, as_, place):
    case, browser = logged(cast.grid), as_(cast.mediator)

    answers = {
        browser.get(place.format(case.pk), {name: value}).status_code
        for name in (NAMES if place != "/" else ["post"])  # it is asked for nothing else
        for value in NASTY
    }

    assert answers <= {200, 400, 404}


@pytest.mark.parametrize("value", NASTY)
@pytest.mark.parametrize("step", ["accept", "assign", "raise", "flag_danger", "correct", "refuse"])
def test_no_answer_makes_a_step_stumble(cast, as_, step, value):
    case, browser = dispute_in("assigned", cast), as_(cast.mediator)
    form = browser.form(f"/disputes/{case.pk}/correct/")
    filled = dict.fromkeys(case.procedure.steps[step].facts, value)

    status = browser.post(f"/disputes/{case.pk}/{step}/", form | filled).status_code

    assert status in {302, 400, 409}


def test_text_that_cannot_be_stored_is_refused_at_its_field(cast, as_):
    bad = REGISTRATION | {"unit": COMMUNITY, "title": "楼上\x00漏水"}

    answer = as_(cast.community).fill("/disputes/new/", **bad)

    assert answer.status_code == 400
    assert "含有控制字符" in answer.content.decode()
