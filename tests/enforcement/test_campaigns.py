"""Campaigns and the hazards that joint actions find."""

import pytest
from django.utils.timezone import localdate

from lawgov.casework.models import Case
from lawgov.casework.refusals import BadFacts, NotYours, StepRefused
from tests.cast import STREET

from . import finds
from .officers import certify
from .penalty import answers, registered

pytestmark = pytest.mark.django_db


@pytest.fixture
def squad(squad):
    certify(squad.head, squad.officer, squad.partner, squad.third)
    return squad


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def filed(squad, source):
    case = registered(squad, source=source.pk, object="vehicle")
    case.take("apply_filing", by=squad.officer, **answers(squad)["apply_filing"])
    case.take("approve_filing", by=squad.head)
    return case


def test_open_a_campaign_and_see_inspected_and_filed_totals_by_mode(squad, client):
    action = finds.campaign(squad)
    post = finds.inspected(squad, problems=2, count=40, campaign=action.pk)
    finds.inspected(squad, count=9, mode="mobile", campaign=action.pk)
    filed(squad, post)
    client.force_login(squad.officer)

    page = client.get(f"/campaigns/{action.pk}/").content.decode()
    rows = [row.split("</tr>")[0] for row in page.split("<tr>")]

    def cells(label):
        row = next(row for row in rows if f">{label}</th>" in row)
        return [part.split("<")[0] for part in row.split('">')[2:]]

    assert cells("定点设卡") == ["1", "40", "2", "1"]
    assert cells("机动巡查") == ["1", "9", "0", "0"]
    assert cells("合计") == ["2", "49", "2", "1"]


def test_log_a_hazard_from_a_joint_action_and_close_it_after_re_check(squad, client):
    action = finds.campaign(squad)
    case = finds.hazard(squad, campaign=action.pk)
    case.take("rectify", by=squad.officer, rectified="通道已清空")
    assert case.due_clock == "隐患复查"
    case.take("clear", by=squad.partner, opinion="现场核实")
    client.force_login(squad.officer)

    page = client.get(f"/campaigns/{action.pk}/").content.decode()

    assert (case.state, case.closed_on) == ("cleared", localdate())
    assert "交警中队" in page
    assert case.number in page


def test_a_hazard_has_a_due_date(squad):
    with pytest.raises(BadFacts) as bad:
        finds.hazard(squad, due=None)
    assert bad.value.errors == {"due": ["必填"]}
    with pytest.raises(StepRefused, match="不得早于当日"):
        finds.hazard(squad, due=finds.day(-1))
    assert finds.hazard(squad).due_on.isoformat() == finds.day(7)


def test_a_major_hazard_is_not_put_off_for_long(squad):
    with pytest.raises(StepRefused, match="重大隐患"):
        finds.hazard(squad, grade="major", due=finds.day(31))
    case = finds.hazard(squad, grade="major", due=finds.day(10))
    with pytest.raises(StepRefused, match="重大隐患"):
        case.take("extend", by=squad.head, due=finds.day(40), reason="材料未到")


def test_an_extension_is_later_and_the_heads(squad):
    case = finds.hazard(squad)

    with pytest.raises(NotYours):
        case.take("extend", by=squad.officer, due=finds.day(20), reason="材料未到")
    with pytest.raises(StepRefused, match="应晚于原期限"):
        case.take("extend", by=squad.head, due=finds.day(6), reason="材料未到")
    case.take("extend", by=squad.head, due=finds.day(20), reason="材料未到")
    assert case.due_on.isoformat() == finds.day(20)


def test_who_reports_it_put_right_does_not_strike_it_off(squad):
    case = finds.hazard(squad)
    case.take("rectify", by=squad.officer, rectified="已清空")

    with pytest.raises(NotYours, match="他人"):
        case.take("clear", by=squad.officer, opinion="属实")
    case.take("send_back", by=squad.partner, reason="仍有堆物", due=finds.day(5))
    assert (case.state, case.returned, case.due_on.isoformat()) == (
        "rectifying",
        True,
        finds.day(5),
    )


def test_a_campaign_is_launched_by_another_and_only_with_posts(squad):
    action = finds.campaign(squad, running=False, checkpoints=[])

    with pytest.raises(StepRefused, match="点位"):
        action.take("launch", by=squad.head)
    with pytest.raises(StepRefused, match="至少增加"):
        action.take("arrange", by=squad.officer)
    action.take("arrange", by=squad.officer, checkpoints=[{"place": "二号点"}])
    action.take("launch", by=squad.head)
    own = Case.open_new("campaign", by=squad.head, unit=STREET, title="夜查", theme="slag_truck",
                        since=finds.day(0), until=finds.day(1), plan="夜查",
                        checkpoints=[{"place": "一号点"}])  # fmt: skip
    with pytest.raises(NotYours, match="他人"):
        own.take("launch", by=squad.head)


def test_only_a_running_campaign_takes_inspections_and_hazards(squad):
    action = finds.campaign(squad, running=False)

    with pytest.raises(StepRefused, match="专项行动应在本街镇并已启动"):
        finds.inspection(squad, campaign=action.pk)
    with pytest.raises(StepRefused, match="专项行动应在本街镇并已启动"):
        finds.hazard(squad, campaign=action.pk)


def test_the_period_of_a_campaign_runs_forward_and_its_summary_is_due_then(squad):
    with pytest.raises(StepRefused, match="不得早于起日"):
        finds.campaign(squad, since=finds.day(3), until=finds.day(2))
    action = finds.campaign(squad)
    assert (action.due_clock, action.due_on.isoformat()) == ("行动小结", finds.day(30))
    with pytest.raises(StepRefused, match="应晚于原止日"):
        action.take("extend", by=squad.head, until=finds.day(30), reason="任务未完")
    action.take("sum_up", by=squad.officer, summary="检查车辆，立案处罚")
    assert action.state == "closed"


def test_the_page_of_figures_counts_what_has_no_code(squad, client):
    finds.lead(squad, field="bearing_wall")
    finds.measured(squad, finds.handled(squad))
    finds.inspected(squad)
    finds.hazard(squad).take("rectify", by=squad.officer, rectified="已清空")
    client.force_login(squad.officer)

    page = " ".join(client.get("/findings/figures/").content.decode().split())

    for label, n in (("紧急", 1), ("劝导", 1), ("检查对象数", 12), ("排查发现", 1)):
        assert f'{label}</th> <td data-label="数量" class="text-end">{n}</td>' in page
