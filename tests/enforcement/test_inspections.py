"""Inspections: two certified officers, a plan that is public, results item by item, a re-check."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate

from lawgov.casework.models import Case
from lawgov.casework.questions import ask
from lawgov.casework.refusals import NotYours, StepRefused
from lawgov.people.models import Role
from reporting.indicators import REGISTRY, figures
from reporting.periods import Period
from tests.cast import STREET, person

from . import finds
from .officers import certify

pytestmark = pytest.mark.django_db


@pytest.fixture
def squad(squad):
    certify(squad.head, squad.officer, squad.partner, squad.third)
    return squad


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def inspects(squad, **changes):
    finds.inspection(squad).take("inspect", by=squad.officer, **finds.results(squad, **changes))


def item_of(plan):
    return plan.part("plan_items")[0].pk


def test_enter_a_year_plan_and_see_done_against_planned_by_theme(squad, client):
    plan = finds.plan(squad)
    for _ in range(2):
        finds.inspected(squad, object="company", theme="waste", plan_item=item_of(plan))
    finds.inspection(squad, object="company", theme="waste", plan_item=item_of(plan))  # not yet
    client.force_login(squad.officer)

    page = client.get(f"/inspection-plans/{plan.pk}/").content.decode()

    assert "垃圾分类" in page
    assert "计划 4 次，已完成 2 次，完成 50%" in page


def test_vehicles_inspected_are_summed_over_rounds(squad):
    finds.inspected(squad, count=40)
    finds.inspected(squad, count=2, mode="mobile")
    finds.inspected(squad, count=7, object="shop")

    year = Period.of(localdate().year)
    (figure,) = figures(STREET, year, [REGISTRY["enforcement.vehicles_inspected"]])
    assert figure.value == 42


@pytest.mark.parametrize("role", [Role.GRID_WORKER, Role.COMMUNITY_WORKER])
def test_a_grid_worker_may_not_inspect(squad, role):
    walker = person("walker", role, STREET)

    with pytest.raises(NotYours):
        Case.open_new("inspection", by=walker, unit=STREET, title="检查", theme="waste",
                      mode="daily", object="shop", place="闻喜路")  # fmt: skip
    with pytest.raises(StepRefused, match="网格员、辅助人员不得参加"):
        inspects(squad, officers=[squad.officer, walker])


def test_one_officer_alone_may_not_inspect(squad):
    with pytest.raises(StepRefused, match="第四十二条"):
        inspects(squad, officers=[squad.officer])


def test_officers_show_their_certificates(squad):
    with pytest.raises(StepRefused, match="第五十五条"):
        inspects(squad, shown=False)


def test_no_plan_item_no_check_of_an_enterprise(squad):
    with pytest.raises(StepRefused, match="国办发〔2024〕54号"):
        finds.inspection(squad, object="company")
    with pytest.raises(StepRefused, match="没有事项不得检查"):
        finds.inspection(squad, object="shop", enterprise=True)


def test_a_lead_may_bring_about_a_check_of_an_enterprise(squad):
    assert finds.inspection(squad, object="company", source=finds.lead(squad).pk).detail.enterprise


def test_a_plan_that_is_not_public_allows_no_check(squad):
    plan = finds.plan(squad, public=False)

    with pytest.raises(StepRefused, match="已批准并已公布"):
        finds.inspection(squad, object="company", plan_item=item_of(plan))


def test_one_object_is_not_inspected_more_often_than_the_plan_allows(squad):
    item = item_of(finds.plan(squad, cap=1))
    facts = {"object": "company", "plan_item": item}

    with pytest.raises(StepRefused, match="写明检查对象名称"):
        finds.inspection(squad, **facts)
    finds.inspected(squad, target="甲公司", **facts)
    finds.inspection(squad, target="乙公司", **facts)
    with pytest.raises(StepRefused, match="年度上限"):
        finds.inspection(squad, target="甲公司", **facts)


def test_a_plan_is_approved_by_another_than_who_drew_it_up(squad):
    case = Case.open_new("inspection_plan", by=squad.head, unit=STREET, title="计划",
                         plan_year=localdate().year, plan_items=[finds.ITEM])  # fmt: skip

    with pytest.raises(NotYours, match="他人"):
        case.take("approve", by=squad.head)
    case.take("approve", by=squad.leader)
    assert case.due_clock == "检查计划公布"


def test_a_unit_has_one_plan_a_year(squad):
    finds.plan(squad)

    with pytest.raises(StepRefused, match="一年只有一份"):
        finds.plan(squad)


def test_an_empty_plan_is_not_approved_and_a_dropped_item_allows_no_check(squad):
    plan = finds.plan(squad, public=False)
    item = item_of(plan)
    plan.take("drop_item", by=squad.officer, item=item, reason="重复")

    with pytest.raises(StepRefused, match="至少有一项"):
        plan.take("approve", by=squad.head)
    with pytest.raises(StepRefused, match="未撤销"):
        plan.take("drop_item", by=squad.officer, item=item, reason="重复")


def test_the_approver_of_a_plan_sees_what_will_take_effect(squad, client):
    plan = finds.plan(squad, public=False)
    client.force_login(squad.head)

    page = client.get(f"/inspection-plans/{plan.pk}/approve/").content.decode()

    assert "生活垃圾分类检查（4次）" in page
    assert "《上海市生活垃圾管理条例》" in page


def test_problems_agree_with_the_results_by_item(squad):
    with pytest.raises(StepRefused, match="应与逐项检查结果一致"):
        inspects(squad, problems=2)


def test_a_problem_is_ordered_to_be_set_right_and_re_checked(squad):
    case = finds.inspected(squad, problems=1)

    with pytest.raises(StepRefused, match="发现的问题须先处理"):
        case.take("close", by=squad.officer)
    finds.measured(squad, case, kind="order")
    assert case.due_clock == "复查"
    case.take("corrected", by=squad.officer, found="已改正")
    assert case.state == "closed"


def test_a_measure_needs_a_problem(squad):
    with pytest.raises(StepRefused, match="方采取非强制措施"):
        finds.measured(squad, finds.inspected(squad))


def test_a_repeated_act_found_at_the_re_check_must_be_filed(squad):
    case = finds.measured(squad, finds.inspected(squad, problems=1), kind="order")
    case.take("repeated", by=squad.officer, found="再次不密闭")

    assert case.state == "must_file"
    assert {"measure", "close"}.isdisjoint(case.steps_for(squad.officer))


def test_photos_and_notes_stay_with_an_inspection_that_found_nothing(squad):
    case = finds.inspected(squad)
    case.take("close", by=squad.officer)
    photo = SimpleUploadedFile("a.txt", "现场".encode(), "text/plain")

    case.take("attach", by=squad.officer, file=[photo], label="现场照片")
    case.take("note", by=squad.officer, words="店主愿意配合")

    assert [row.name for row in case.part("attachments")] == ["a.txt"]


def test_plan_and_results_are_both_published(squad):
    plan, case = finds.plan(squad), finds.inspected(squad)
    told = [ask(f"{each.kind}.for_publication", each) for each in (plan, case)]

    assert [each["working_days"] for each in told] == [20, 20]
    assert ("检查数量", "12") in told[1]["rows"]
    assert "生活垃圾分类检查" in str(told[0]["rows"])
    assert any(each.clock.label == "检查结果公布" and each.due for each in case.clocks())


def test_a_result_that_became_public_says_so(squad):
    case = finds.inspected(squad)
    case.take("publicised", by=None)

    assert case.detail.public_on == localdate()
    assert not any(each.clock.label == "检查结果公布" and each.due for each in case.clocks())


def test_results_come_by_a_form_with_a_photo(squad, client):
    case = finds.inspection(squad)
    client.force_login(squad.officer)
    given = {
        "officers": [squad.officer.pk, squad.partner.pk], "shown": "on", "count": 3,
        "results-0-item": "密闭运输", "results-0-outcome": "good", "record": "逐车检查",
        "file": finds.picture(), "_key": "k", "_seen": case.version, "on": "",
    }  # fmt: skip

    answer = client.post(f"/inspections/{case.pk}/inspect/", given)

    assert answer.status_code == 302
    case.refresh_from_db()
    assert (case.state, case.detail.count) == ("checked", 3)
    assert [row.name for row in case.part("attachments")] == ["现场.png"]


def test_results_come_by_machine_as_json(squad, client):
    case = finds.inspection(squad)
    squad.officer.set_password("a-long-password-1")
    squad.officer.save()
    login = {"username": "officer", "password": "a-long-password-1"}
    token = client.post("/api/v1/auth/token/", login, "application/json").json()["token"]
    officers = [squad.officer.pk, squad.partner.pk]
    facts = finds.results(squad, officers=officers) | {"version": case.version}

    answer = client.post(
        f"/api/v1/inspections/{case.pk}/inspect/", facts, "application/json",
        headers={"Authorization": f"Token {token}", "Idempotency-Key": "k1"},
    )  # fmt: skip

    assert answer.status_code == 200, answer.content
    assert answer.json()["state"] == "checked"
