"""Who leaves hands all open work over: case by case, nothing skipped without a word."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lawgov.casework.models import Case, Event
from lawgov.casework.refusals import BadFacts, NotYours, StepRefused
from lawgov.people.models import Post, Role, User
from tests.cast import OTHER_STREET, STREET, dispute_in, logged, person, today
from tests.pages.conftest import as_

__all__ = ["as_"]


def page_of(who):
    return f"/handovers/people/{who.pk}/"


def handler_of(case):
    return Case.objects.get(pk=case.pk).handler


def transfer(case, by, to, **changes):
    return case.take("transfer", by=by, **({"handler": to.username, "reason": "调岗"} | changes))


def test_the_successor_goes_on_where_the_case_stands(cast):
    case = dispute_in("mediating", cast)
    transfer(case, cast.justice, cast.lawyer)

    assert (case.handler, case.state, case.desk) == (cast.lawyer, "mediating", case.desk)
    assert case.detail.mediator_kind == "young_lawyer"
    assert ("继任承办人", "lawyer") in case.history[-1].lines()


@pytest.mark.parametrize("who", ["justice", "leader", "mediator"])
def test_those_in_charge_hand_it_over_and_who_handles_it(who, cast):
    case = dispute_in("assigned", cast)
    transfer(case, getattr(cast, who), cast.lawyer)

    assert handler_of(case) == cast.lawyer


@pytest.mark.parametrize("who", ["grid", "community", "lawyer", "statistician", "outsider"])
def test_nobody_else_hands_it_over(who, cast):
    case = dispute_in("assigned", cast)

    with pytest.raises(NotYours):
        transfer(case, getattr(cast, who), cast.lawyer)


def test_a_leader_in_charge_does_no_other_work_on_it(cast):
    case = dispute_in("assigned", cast)

    assert set(case.steps_for(cast.leader)) == {"transfer", "supervise"}
    assert not case.part("parties")[0].may_reveal(cast.leader, "id_number")


def test_the_successor_is_another_mediator_of_the_desk(cast):
    case = dispute_in("assigned", cast)

    with pytest.raises(StepRefused, match="原承办人以外"):
        transfer(case, cast.justice, cast.mediator)
    with pytest.raises(StepRefused, match="人民调解员"):
        transfer(case, cast.justice, cast.community)
    with pytest.raises(StepRefused, match="经办单位任职"):
        transfer(case, cast.justice, cast.outsider)
    User.objects.filter(pk=cast.lawyer.pk).update(is_active=False)
    with pytest.raises(BadFacts):
        transfer(case, cast.justice, cast.lawyer)


def test_a_case_that_nobody_handles_has_nobody_to_take_it_from(cast):
    assert "transfer" not in logged(cast.grid).steps_for(cast.justice)


def test_a_case_on_offer_can_be_handed_over_too(cast):
    case = dispute_in("assigned", cast)
    case.take("raise", by=cast.mediator, to=STREET, reason="上报")
    transfer(case, cast.justice, cast.lawyer)

    assert (case.handler, case.offered_to) == (cast.lawyer, STREET)


def test_a_sensitive_case_stays_with_few(cast):
    case = logged(cast.grid, sensitivity="minor")

    assert set(case.steps_for(cast.grid)) >= {"transfer"}
    transfer(case, cast.grid, cast.community)
    assert not Case.objects.visible_to(cast.grid, "dispute").exists()
    assert Case.objects.visible_to(cast.community, "dispute").get() == case


def test_all_open_work_goes_over_with_one_form(cast, as_):
    cases = [dispute_in("assigned", cast), dispute_in("mediating", cast)]
    closed = dispute_in("agreed", cast)
    answer = as_(cast.justice).fill(page_of(cast.mediator), handler=cast.lawyer.pk, reason="调岗")

    assert answer.status_code == 200
    assert "已移交 2 件，未移交 0 件" in answer.content.decode()
    assert {handler_of(case) for case in cases} == {cast.lawyer}
    assert handler_of(closed) == cast.mediator
    assert "没有承办未办结的事项" in as_(cast.justice).see(page_of(cast.mediator))


def test_what_cannot_go_over_is_told_with_its_reasons(cast, as_):
    case, gone = dispute_in("assigned", cast), dispute_in("assigned", cast)
    browser = as_(cast.justice)
    form = browser.form(page_of(cast.mediator))
    gone.take("fail", by=cast.mediator, reason="分歧过大", routes=["litigation"])
    form["case"].append("999999999.1")
    answer = browser.post(
        page_of(cast.mediator), form | {"handler": cast.lawyer.pk, "reason": "调岗"}
    ).content.decode()

    assert "已移交 1 件，未移交 2 件" in answer
    assert f"{gone.number}：已被他人处理" in answer
    assert "不在您的数据范围内" in answer
    assert handler_of(case) == cast.lawyer


def test_only_what_is_ticked_goes_over(cast, as_):
    case, other = dispute_in("assigned", cast), dispute_in("assigned", cast)
    as_(cast.justice).fill(
        page_of(cast.mediator), handler=cast.lawyer.pk, reason="调岗",
        case=[f"{case.pk}.{case.version}"],
    )  # fmt: skip

    assert (handler_of(case), handler_of(other)) == (cast.lawyer, cast.mediator)


def test_the_form_sent_twice_does_it_once(cast, as_):
    case = dispute_in("assigned", cast)
    browser = as_(cast.justice)
    form = browser.form(page_of(cast.mediator)) | {"handler": cast.lawyer.pk, "reason": "调岗"}

    answers = [browser.post(page_of(cast.mediator), form).content.decode() for _ in range(2)]

    assert all("已移交 1 件，未移交 0 件" in answer for answer in answers)
    assert Event.objects.filter(case=case, step="transfer").count() == 1


@pytest.mark.parametrize(
    ("changes", "why"),
    [({"handler": ""}, "必填"), ({"reason": ""}, "必填"), ({"case": []}, "请选择要移交的案件")],
)
def test_what_is_missing_is_asked_for(changes, why, cast, as_):
    case = dispute_in("assigned", cast)
    browser = as_(cast.justice)
    form = browser.form(page_of(cast.mediator)) | {"handler": cast.lawyer.pk, "reason": "调岗"}
    answer = browser.post(page_of(cast.mediator), form | changes)

    assert answer.status_code == 400
    assert why in answer.content.decode()
    assert handler_of(case) == cast.mediator


@pytest.mark.parametrize("mark", ["1", "x.y", "1.", "²⁵.1", "9" * 30 + ".1"])
def test_a_wild_mark_is_a_bad_request(mark, cast, as_):
    dispute_in("assigned", cast)
    browser = as_(cast.justice)
    form = browser.form(page_of(cast.mediator)) | {"handler": cast.lawyer.pk, "reason": "调岗"}

    assert browser.post(page_of(cast.mediator), form | {"case": [mark]}).status_code == 400


def test_the_own_work_is_handed_over_by_oneself(cast, as_):
    case = dispute_in("assigned", cast)
    as_(cast.mediator).fill(page_of(cast.mediator), handler=cast.lawyer.pk, reason="休产假")

    assert handler_of(case) == cast.lawyer


def test_who_leads_elsewhere_does_not_find_the_person(cast, as_):
    elsewhere = person("elsewhere", Role.JUSTICE, OTHER_STREET)

    as_(elsewhere).see(page_of(cast.mediator), 404)
    as_(cast.lawyer).see(page_of(cast.mediator), 403)


def test_the_list_names_who_still_handles_open_work(cast, as_):
    dispute_in("assigned", cast)
    page = as_(cast.leader).see("/handovers/people/")

    assert page_of(cast.mediator) in page
    assert page_of(cast.lawyer) not in page
    assert page_of(cast.mediator) not in as_(cast.leader).see("/handovers/people/?q=law")


def test_the_page_of_a_person_costs_no_more_for_more_cases(cast, as_):
    dispute_in("assigned", cast)
    browser = as_(cast.justice)
    browser.see(page_of(cast.mediator))  # the calendar is read once a minute
    with CaptureQueriesContext(connection) as one:
        browser.see(page_of(cast.mediator))
    for _ in range(3):
        dispute_in("assigned", cast)

    with CaptureQueriesContext(connection) as four:
        browser.see(page_of(cast.mediator))

    assert len(four) == len(one)


def ended(browser, who, **changes):
    post = Post.objects.get(user=who)
    url = f"/people/{who.pk}/posts/{post.pk}/end/"
    return browser.post(url, {"on": today()} | changes, follow=True).content.decode()


def test_who_ends_the_last_post_is_told_how_much_is_left_and_who_can_act(cast, as_):
    case = dispute_in("assigned", cast)
    page = ended(as_(cast.admin), cast.mediator)

    assert "mediator名下尚有1件未办结事项" in page
    assert "领导leader" in page
    assert "司法所justice" in page
    assert case.number not in page
    assert case.title not in page


def test_who_keeps_another_post_leaves_nothing_behind(cast, as_):
    dispute_in("assigned", cast)
    kept = Post.objects.get(user=cast.mediator)
    page_before = as_(cast.admin)
    Post.objects.create(user=cast.mediator, role=Role.MEDIATOR, unit=STREET, since="2020-01-01")
    url = f"/people/{cast.mediator.pk}/posts/{kept.pk}/end/"

    assert "名下尚有" not in page_before.post(url, {"on": today()}, follow=True).content.decode()


def test_who_has_nothing_open_leaves_without_a_word(cast, as_):
    assert "名下尚有" not in ended(as_(cast.admin), cast.lawyer)


def test_switching_an_account_off_tells_the_same(cast, as_):
    dispute_in("assigned", cast)
    url = f"/people/{cast.mediator.pk}/disable/"

    assert "名下尚有1件" in as_(cast.admin).post(url, follow=True).content.decode()
