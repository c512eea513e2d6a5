"""Nothing that is typed into the box breaks it, and nothing that was stored breaks the page."""

import pytest

from .conftest import marked, other

pytestmark = pytest.mark.django_db
HOSTILE = (
    "' OR 1=1 --", '"; DROP TABLE x', "{停车}", "停%车", "停\\车", "<script>alert(1)</script>",
    "#310106", "&amp;", "停车\u2060", "🙂停车", "ﬀ", "٣", "é" * 50, "7" * 100,
    "ＡＢＣ", "a" * 100, "\ud7ff停",
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_a_strange_question_is_answered(cast, as_, parking, text):
    page = as_(cast.mediator).post("/search/", {"q": text}, follow=True)

    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()


@pytest.mark.parametrize(
    "text", ["一 " * 11, "字" * 101, "%", "_", "\\", "停\u202e车", "停\x07", "。。"]
)
def test_what_cannot_be_asked_is_refused_with_a_reason(cast, as_, text):
    for answer in (
        as_(cast.mediator).post("/search/", {"q": text}),
        as_(cast.mediator).get("/search/", {"q": text}),
    ):
        assert answer.status_code == 400
        assert 'class="summary"' in answer.content.decode()


@pytest.mark.parametrize(
    "query",
    ["q=停车&x=1", "q=停车&after=1", "q=停车&size=9999", "party=zz", "q=停车&party=" + "a" * 64],
)
def test_what_is_badly_asked_is_told_so(cast, as_, query):
    as_(cast.mediator).see(f"/search/?{query}", 400)


@pytest.mark.parametrize("sign", ["%", "_", "\\"])
def test_a_sign_stands_for_nothing_but_itself(cast, ask, sign):
    other(cast, title="停了三天的车", summary="无")

    assert ask(cast.mediator, f"停{sign}三天") == ask(cast.mediator, "停 三天")
    assert ask(cast.mediator, f"停了{sign}天的") == ask(cast.mediator, "停了 天的")
    assert ask(cast.mediator, f"停{sign}{sign}{sign}车位") == []


def test_stored_markup_is_shown_and_marked_as_text(cast, as_):
    other(cast, title="<b>停车</b><img src=x onerror=alert(1)>", summary="<i>车库</i>")
    page = as_(cast.mediator).see("/search/?q=停车 车库 img")

    assert "<img src=x" not in page
    assert "<i>" not in page
    assert {"停车", "车库", "img"} <= set(marked(page))


def test_an_empty_box_shows_the_box(cast, as_):
    assert 'name="q"' in as_(cast.mediator).see("/search/")
    assert as_(cast.mediator).post("/search/", {"q": "  "}).url == "/search/?"
