"""信访工作条例 as rules and clocks: told in 15 days, closed in 60 and 30, reviewed in 30 and 30."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from lawgov.casework.models import Case
from lawgov.casework.questions import ask
from lawgov.casework.refusals import StepRefused
from lawgov.workdays import calendar
from tests.api.conftest import Api
from tests.cast import COMMUNITY, STREET, person, registration
from tests.pages.conftest import Browser

from .petitions import STEPS, day, facts, petition


def due(case, label):
    return next(each.due for each in case.clocks() if each.clock.label == label)


def in_days(start, days, working=False):
    return calendar.add(start, days, working=working).day


def refused(case, step, by, says, **given):
    with pytest.raises(StepRefused, match=says):
        case.take(step, by=by, **given)


def test_put_a_petition_under_a_named_leader_log_a_reception_batch_and_list_that_leaders_open_cases(
    cast, as_
):
    case = petition(cast.justice)
    browser: Browser = as_(cast.justice)
    browser.fill(f"/petitions/{case.pk}/put_in_charge/", leader=cast.leader.pk, level="street")
    batch = {"unit": STREET, "type": "daily", "level": "street", "host": "领导", "persons": "3",
             "matter": "housing"}  # fmt: skip
    assert browser.fill("/receptions/new/", **batch).status_code == 302

    page = as_(cast.leader).see(f"/charges/?leader={cast.leader.pk}")
    assert case.number in page
    assert "街道领导" in page
    case.refresh_from_db()
    case.take("accept", by=cast.justice, **STEPS["accept"])
    case.take("settle", by=cast.justice, **STEPS["settle"])
    case.take("resolve", by=cast.justice, **STEPS["resolve"])
    assert case.number not in as_(cast.leader).see("/charges/")


def test_who_works_on_no_petition_sees_no_charges(cast, as_):
    officer = person("officer", "officer", STREET)
    as_(officer).see("/charges/", 403)
    as_(cast.leader).see("/charges/?leader=x", 400)


def test_the_petitioner_is_told_within_fifteen_days_and_the_matter_closed_within_sixty(cast):
    case = petition(cast.justice)
    assert due(case, "信访受理告知") == in_days(localdate(), 15)

    case.take("accept", by=cast.justice, **STEPS["accept"])
    assert due(case, "信访受理告知") is None
    assert due(case, "信访办结") == in_days(localdate(), 60)


def test_the_sixty_days_are_extended_once_by_the_head_and_by_no_more_than_thirty(cast):
    case = petition(cast.justice, "accepted")
    given = {"days": 30, "reason": "情况复杂", "told": True}
    refused(case, "extend", cast.leader, "告知信访人延期理由", **given | {"told": False})
    with pytest.raises(Exception, match="days"):
        case.take("extend", by=cast.leader, **given | {"days": 31})
    case.take("extend", by=cast.leader, **given)
    assert due(case, "信访办结") == in_days(localdate(), 90)
    refused(case, "extend", cast.leader, "只延一次", **given)


def test_an_extension_comes_before_the_time_is_over(cast):
    past = day(-80)
    case = petition(cast.justice, on=past)
    case.take("accept", by=cast.justice, **STEPS["accept"], on=past)
    refused(case, "extend", cast.leader, "届满前批准", days=30, reason="复杂", told=True)


def test_an_agency_objects_to_a_transfer_within_five_working_days_with_reasons(cast):
    given = {"organ": "区信访办", "reason": "不属于本机关职权"}
    late = petition(cast.justice, channel="transferred", on=day(-20))
    refused(late, "object", cast.justice, "五个工作日内提出异议", **given)
    refused(petition(cast.justice), "object", cast.justice, "转送、交办的信访事项方可", **given)

    case = petition(cast.justice, channel="transferred")
    assert due(case, "转送异议") == in_days(localdate(), 5, working=True)
    case.take("object", by=cast.justice, **given)
    assert case.state == "objected"


@pytest.mark.parametrize("count", [None, 6])
def test_a_group_that_comes_in_person_sends_at_most_five(cast, count):
    given = {"persons": 20} | ({"representatives": count} if count else {})
    with pytest.raises(StepRefused, match="代表人数不得超过五人"):
        petition(cast.justice, **given)
    assert petition(cast.justice, persons=20, representatives=5).detail.representatives == 5


def test_what_belongs_to_the_courts_is_led_there_and_not_accepted(cast):
    case = petition(cast.justice)
    told = {"told_by": "written"}
    refused(case, "accept", cast.justice, "导入相应途径", path="suit", **told)
    refused(case, "redirect", cast.justice, "应当受理", path="petition", organ="-", **told)
    case.take("redirect", by=cast.justice, path="suit", organ="区人民法院", **told)
    assert (case.state, case.closed_on) == ("redirected", localdate())


def test_who_has_an_interest_steps_aside_and_never_gets_it_back(cast):
    other = person("other", "justice", STREET)
    case = petition(cast.justice, "accepted")
    refused(case, "assign", cast.justice, "直接利害关系的，应当回避", handler=other)
    case.take("assign", by=cast.justice, handler=cast.justice, no_interest=True)
    swap = {"reason": "系信访人亲属", "no_interest": True}
    refused(case, "step_aside", cast.justice, "原经办人以外", handler=cast.justice, **swap)
    case.take("step_aside", by=cast.justice, handler=other, **swap)
    refused(case, "assign", other, "应当回避", handler=cast.justice, no_interest=True)
    refused(case, "assign", other, "经办单位任职", handler=cast.outsider, no_interest=True)


def test_an_accusation_is_hidden_and_never_goes_to_the_accused(cast):
    accused = {"purpose": "accusation", "accused": cast.community, "accused_unit": COMMUNITY}
    case = petition(cast.justice, "accepted", **accused)
    assert case.sensitivity == "informer"
    assert not Case.objects.visible_to(cast.mediator).filter(pk=case.pk).exists()
    says = "不得将信访人的检举、控告材料"
    refused(case, "hand_down", cast.justice, says, to=COMMUNITY, reason="就近")
    sits_here = person("sits", "justice", STREET)
    case.detail.accused_id = sits_here.pk
    refused(case, "assign", cast.justice, says, handler=sits_here, no_interest=True)


@pytest.mark.parametrize("named", [{"accused": "leader"}, {"accused_unit": STREET}])
def test_the_accused_neither_sees_an_accusation_nor_answers_for_it(cast, named):
    """信访工作条例第三十条; the leader reads every other hidden petition of the street."""
    by = person("district", "justice", STREET[:6])
    case = petition(by, purpose="accusation", **named)
    other = petition(by, purpose="accusation")

    seen = set(Case.objects.visible_to(cast.leader, "petition").values_list("pk", flat=True))
    assert seen == {other.pk}
    assert Api(cast.leader).get(f"/api/v1/petitions/{case.pk}/").status_code == 404
    given = {"leader": cast.leader, "level": "street"}
    refused(case, "put_in_charge", by, "不得将信访人的检举、控告材料", **given)


def test_a_dispute_of_a_hidden_petition_is_hidden_too(cast):
    case = petition(cast.justice, sensitivity="minor")
    given = registration(channel="petition", source=case.pk)
    dispute = Case.open_new("dispute", by=cast.justice, unit=STREET, **given)

    assert dispute.sensitivity == "minor"
    assert not Case.objects.visible_to(cast.mediator, "dispute").exists()


def test_an_accusation_does_not_become_a_dispute(cast):
    assert ask("petition.for_dispute", petition(cast.justice, purpose="accusation")) is None


def test_the_opinion_is_delivered_then_reviewed_and_reviewed_again_each_in_thirty_days(cast):
    case = petition(cast.justice, "concluded")
    refused(case, "resolve", cast.justice, "须先送达", **STEPS["resolve"])
    refused(case, "ask_review", cast.justice, "须先送达", organ="区住房局")
    case.take("deliver", by=cast.justice, on=day(0))
    assert due(case, "申请复查") == in_days(localdate(), 30)
    for step, label in (
        ("ask_review", "信访复查"),
        ("review", "申请复核"),
        ("ask_recheck", "信访复核"),
    ):
        case.take(step, by=cast.justice, **STEPS[step])
        assert due(case, label) == in_days(localdate(), 30)
    case.take("call_hearing", by=cast.justice)
    assert due(case, "信访复核") is None  # the time of a hearing is not counted
    case.take("end_hearing", by=cast.justice, record="已听证")
    case.take("recheck", by=cast.justice, **STEPS["recheck"])
    assert case.detail.final_on == localdate()


def test_a_review_that_is_asked_too_late_is_refused(cast):
    case = petition(cast.justice, "delivered")
    case.detail.delivered_on = localdate() - timedelta(days=40)
    refused(case, "ask_review", cast.justice, "三十五条", organ="区住房局")
    case = petition(cast.justice, "reviewed")
    case.detail.review_delivered_on = localdate() - timedelta(days=40)
    refused(case, "ask_recheck", cast.justice, "三十六条", organ="市住房局")


def test_what_ended_in_a_recheck_is_not_accepted_again_on_the_same_facts(cast):
    petition(cast.justice, "rechecked")
    again = petition(cast.justice)
    refused(again, "accept", cast.justice, "不再受理", **STEPS["accept"])
    again.take("accept", by=cast.justice, **STEPS["accept"], new_facts=True)
    petition(cast.justice, "accepted", type="labour")  # another matter of the same person


def test_only_what_ended_in_a_recheck_is_not_taken_up(cast):
    given = {"reason": "重复提出", "told_by": "written"}
    refused(petition(cast.justice), "decline", cast.justice, "方可不再受理", **given)
    petition(cast.justice).take("decline", by=cast.justice, **given, final_number="区复核1号")
    petition(cast.justice, "rechecked")
    petition(cast.justice).take("decline", by=cast.justice, **given)


def test_a_backlog_petition_is_not_closed_without_a_leader_in_charge(cast):
    case = petition(cast.justice, "accepted", standing="backlog")
    refused(case, "settle", cast.justice, "须有包案领导", **STEPS["settle"])
    case.take("put_in_charge", by=cast.leader, leader=cast.leader, level="principal")
    case.take("settle", by=cast.justice, **STEPS["settle"])


def test_an_urged_petition_is_answered_before_it_is_closed(cast):
    case = petition(cast.justice, "settled")
    case.take("supervise", by=cast.leader, body="请说明进展")
    refused(case, "resolve", cast.justice, "督办单应先答复", **STEPS["resolve"])


def test_a_petition_goes_on_as_a_dispute_and_is_asked_for_by_machines(cast):
    case = petition(cast.justice)
    assert ask("petition.for_dispute", case)["channel"] == "petition"
    api = Api(cast.justice)
    opened = api.post("/api/v1/petitions/", {"unit": STREET, **facts()})
    assert opened.status_code == 201
    found = api.get("/api/v1/petitions/", {"purpose": "claim"}).json()["results"]
    assert len(found) == 2


@pytest.mark.parametrize("source", [2**62, "other"])
def test_a_petition_comes_of_a_case_of_the_street_that_its_writer_sees(cast, source):
    if source == "other":
        source = petition(person("far", "justice", "310106019"), unit="310106019").pk
    with pytest.raises(StepRefused, match="数据范围"):
        petition(cast.justice, source=source)
