"""调解案例汇编: closed disputes are picked, stripped of names, reviewed and bound."""

import pytest
from django.urls import reverse

from lawgov.casework import outbox
from lawgov.casework.refusals import BadFacts, NotYours, StepRefused
from lawgov.documents.values import Masked
from lawgov.dossiers import book
from reporting.indicators import REGISTRY, figures
from reporting.periods import Period
from tests.documents.conftest import text_of_pdf

from ..cast import APPLICANT, OTHER_STREET, RESPONDENT, STREET, dispute_in, logged, person, today
from .casebook import BOOK, TEXT, edition, post, printed, recommended, story_in

pytestmark = pytest.mark.django_db


def editions_to_date():
    [figure] = figures(STREET, Period.of(int(today()[:4])), [REGISTRY["dispute.casebook_editions"]])
    return figure.value


def test_pick_a_closed_dispute_hide_the_names_and_put_it_in_an_edition(cast, client):
    dispute = dispute_in("failed", cast)
    client.force_login(cast.mediator)
    facts = {"subject": dispute.pk, "title": "一根水管", "reason": "有代表性"}
    story = post(client, "/stories/new/", unit=STREET, **facts)
    for step in ("deidentify", "edit"):
        post(client, f"/stories/{story.pk}/{step}/", story, title="一根水管", text=TEXT)
    client.force_login(cast.justice)
    post(client, f"/stories/{story.pk}/review/", story)
    made = post(client, "/editions/new/", unit=STREET, **BOOK)
    post(client, f"/editions/{made.pk}/collect/", made, stories=[story.pk])
    post(client, f"/editions/{made.pk}/publish/", made, copies=500)
    outbox.drain()

    story.refresh_from_db()
    assert (story.state, story.detail.edition_id) == ("bound", made.pk)
    assert "一根水管" in client.get(f"/editions/{made.pk}/").content.decode()
    assert editions_to_date() == 1


@pytest.mark.parametrize("state", ["registered", "mediating"])
def test_only_a_closed_dispute_is_picked(cast, state):
    with pytest.raises(StepRefused, match="已经处理终结"):
        recommended(cast, dispute_in(state, cast))


def test_a_dispute_is_picked_once(cast):
    story = recommended(cast)

    with pytest.raises(StepRefused, match="只推荐一次"):
        recommended(cast, story.detail.subject)
    story.take("drop", by=cast.justice, why="不典型")
    recommended(cast, story.detail.subject)


def test_a_dispute_of_a_minor_does_not_become_a_story(cast):
    dispute = logged(cast.justice, STREET, sensitivity="minor")
    dispute.take("reject", by=cast.justice, reason="已受理", organ="court")

    with pytest.raises(StepRefused, match="涉未成年人"):
        recommended(cast, dispute, by=cast.justice)


def test_a_dispute_of_another_street_is_not_picked(cast):
    other = person("other", "justice", OTHER_STREET)
    dispute = logged(other, OTHER_STREET)
    dispute.take("reject", by=other, reason="已受理", organ="court")

    with pytest.raises(StepRefused, match="应属本街镇"):
        recommended(cast, dispute)


@pytest.mark.parametrize(
    "left",
    [
        APPLICANT["name"], APPLICANT["id_number"], RESPONDENT["name"], RESPONDENT["phone"],
        "13900000000",
    ],
)  # fmt: skip
@pytest.mark.parametrize("step", ["deidentify", "edit"])
def test_no_party_name_or_number_stands_in_a_story(cast, step, left):
    story = story_in("recommended" if step == "deidentify" else "deidentified", cast)

    with pytest.raises(StepRefused, match="不得留有当事人"):
        story.take(step, by=cast.mediator, title="标题", text=f"{TEXT}{left}")


def test_a_name_in_the_title_is_refused_from_the_first(cast):
    with pytest.raises(StepRefused, match="不得留有当事人"):
        recommended(cast, title=f"{APPLICANT['name']}家的水管")


def test_who_wrote_a_story_does_not_also_review_it(cast):
    story = recommended(cast)
    for step in ("deidentify", "edit"):
        story.take(step, by=cast.justice, title="标题", text=TEXT)

    with pytest.raises(NotYours, match="他人办理"):
        story.take("review", by=cast.justice)
    story.take("review", by=cast.leader)


def test_a_story_waits_for_its_review_under_a_clock(cast):
    assert story_in("edited", cast).due_clock == "案例审稿"


def test_only_a_reviewed_story_stands_in_an_edition(cast):
    with pytest.raises(StepRefused, match="已经审定"):
        edition(cast).take("collect", by=cast.mediator, stories=[story_in("edited", cast).pk])


def test_a_story_stands_once_in_an_edition(cast):
    story, made = story_in("reviewed", cast), edition(cast)
    made.take("collect", by=cast.mediator, stories=[story.pk])

    with pytest.raises(StepRefused, match="只收一次"):
        made.take("collect", by=cast.mediator, stories=[story.pk])
    out = {"inclusion": made.part("inclusions")[0].pk, "reason": "重排"}
    made.take("remove", by=cast.mediator, **out)
    made.take("collect", by=cast.mediator, stories=[story.pk])
    with pytest.raises(StepRefused, match="移出的应是"):
        made.take("remove", by=cast.mediator, **out)


def test_an_empty_edition_is_not_printed(cast):
    with pytest.raises(StepRefused, match="应收入案例"):
        edition(cast).take("publish", by=cast.justice)


def test_an_issue_of_a_series_is_made_once(cast):
    edition(cast)

    with pytest.raises(StepRefused, match="只编一次"):
        edition(cast)
    edition(cast, issue=7)


def test_what_was_printed_before_is_counted_to_date_and_a_board_is_not(cast):
    for form, issue in (("book", 5), ("board", 1)):
        old = edition(cast, form=form, issue=issue)
        old.take("enter_past", by=cast.justice, printed_on="2019-12-01")
    printed(cast, story_in("reviewed", cast))

    assert editions_to_date() == 2


def test_the_day_of_an_old_issue_is_not_to_come(cast):
    with pytest.raises((StepRefused, BadFacts), match="不得晚于今天"):
        edition(cast).take("enter_past", by=cast.justice, printed_on="2099-01-01")


def test_an_edition_is_printed_with_contents_and_numbered_pages(cast):
    made = book.read(printed(cast, story_in("reviewed", cast)), Masked())
    said = text_of_pdf(book.bound(made))

    assert [placed.pages for placed in next(iter(made.volumes.values()))] == ["1"]
    for words in ("第6版", "卷内目录", "一根水管引出的邻里心结", "情理法并用"):
        assert words in said


def test_the_file_of_an_edition_is_asked_for_on_its_page(cast, client):
    made = printed(cast, story_in("reviewed", cast))
    client.force_login(cast.mediator)

    assert "/jobs/" in client.post(reverse("edition-file", args=[made.pk])).url


def test_names_cannot_be_tried_on_a_dispute_out_of_reach(cast):
    far = logged(person("far", "community_worker", OTHER_STREET), OTHER_STREET)

    with pytest.raises(StepRefused) as refused:
        recommended(cast, far, title=f"{APPLICANT['name']}家漏水")

    assert [reason[:8] for reason in refused.value.reasons] == ["推荐的纠纷应属本"]


def test_the_list_calls_the_type_of_a_story_by_its_name(cast, as_):
    recommended(cast)

    page = as_(cast.mediator).see("/stories/")
    assert "邻里" in page.split("<tbody")[1]
    assert "neighbour" not in page.split("<tbody")[1]
