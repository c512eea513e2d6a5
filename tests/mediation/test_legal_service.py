"""Public legal service: from a booked time to an answer, from a pact to a lawyer on the spot."""

from datetime import date, timedelta

import pytest
import time_machine
from django.db import IntegrityError
from django.test import Client
from django.utils.timezone import localdate

from lawgov.casework import outbox
from lawgov.casework.models import Case
from lawgov.casework.refusals import BadFacts, NotYours, StepRefused
from lawgov.units.models import Unit
from mediation.legalservice.models import Pact
from reporting.indicators import REGISTRY, figures
from reporting.periods import Period

from ..cast import COMMUNITY, GRID, SIBLING, STREET
from ..enforcement.http import Pages
from . import service


def figure(code, year=None, unit=STREET):
    [found] = figures(unit, Period.of(year or localdate().year), [REGISTRY[code]])
    return found.value


def test_sign_a_pact_for_a_community_roster_its_lawyer_and_see_17_of_17_covered(cast):
    more = [f"{STREET}{n:03}" for n in range(3, 18)]
    Unit.objects.bulk_create(Unit(code=code, name=f"第{code[-2:]}社区") for code in more)
    firm, person = service.firm(), service.lawyer()
    office = Pages(cast.justice)
    today = localdate()
    for unit in (COMMUNITY, SIBLING, *more):
        office.open(
            "pacts", unit=unit, firm=firm.pk, since=today, until=today + timedelta(days=300)
        )
    on = {"day": today + timedelta(days=1), "starts": "09:00", "ends": "11:00", "way": "round"}
    office.browser.fill(f"/bookings/resources/{person.pk}/slots/", unit=COMMUNITY, **on)
    clash = office.browser.fill(f"/bookings/resources/{person.pk}/slots/", unit=SIBLING, **on)

    assert clash.status_code == 409
    shown = office.see("/pacts/coverage/")
    assert "17/17" in shown
    assert "已排班巡诊 1 个" in shown
    assert figure("counsel.signed_communities") == 17
    assert figure("counsel.signed_rate") == 100
    assert "第一居委会" in office.see(f"/rota/?day={on['day']}")


def test_open_a_park_studio_and_log_a_teams_visit_to_a_firm_there(cast):
    office = Pages(cast.justice)
    case = office.open(
        "service-points", unit=STREET, title="产业园法律服务工作室", type="park", address="一号楼"
    )
    with pytest.raises(StepRefused, match="计划中"):
        case.take("visit", by=cast.justice, firm="甲公司", helpers=["lawyer"], service="讲解合同")
    office.take(case, "open", "service-points")
    office.take(
        case, "visit", "service-points", firm="某某公司", helpers=["lawyer", "notary"],
        service="讲解劳动合同", needs="请审查合同范本",
    )  # fmt: skip

    [visit] = case.part("point_visits")
    assert (visit.firm, visit.helpers, visit.waits) == ("某某公司", ["lawyer", "notary"], True)
    assert case.due_clock == "需求反馈"
    assert "某某公司" in office.see(f"/service-points/{case.pk}/?tab=visits")


def test_file_an_aid_request_out_of_a_consultation_and_follow_it_to_assignment(cast):
    source = service.answered(cast.community)
    desk, centre = Pages(cast.community), service.body("legal_aid", "区法律援助中心", "310106")
    begun = desk.see(f"/aid-requests/new/?source={source.pk}")
    assert source.number in begun
    case = desk.open(
        "aid-requests",
        unit=COMMUNITY, source=source.pk, title="讨薪", matter="wages", summary="拖欠三个月",
        means="exempt", ground="injured", **{"parties-0-side": "applicant", "parties-0-name": "甲"},
    )  # fmt: skip
    outbox.drain()
    source.refresh_from_db()
    desk.take(case, "check", "aid-requests", opinion="属于援助范围")
    desk.take(case, "pass_on", "aid-requests", centre=centre.pk)
    desk.take(case, "grant", "aid-requests")
    desk.take(case, "assign", "aid-requests", lawyer="援助律师")

    assert case.state == "assigned"
    assert source.state == "turned"
    assert source.number in desk.see(f"/aid-requests/{case.pk}/?tab=links")
    assert case.due_on is None


def test_a_consultation_counts_once_it_is_held_with_all_who_came(cast):
    booked = service.consultation(cast.community)
    service.received(cast.community, persons=3)
    assert figure("legalservice.consult_persons") == 3
    booked.take("receive", by=cast.mediator, persons=2, mode="phone", lawyer="某律师")
    assert figure("legalservice.consult_persons") == 5


def test_a_correction_of_how_many_came_moves_the_figure(cast):
    case = service.received(cast.community, persons=3)
    case.take("correct", by=cast.community, persons=1, reason="笔误")
    assert figure("legalservice.consult_persons") == 1


def test_every_session_held_counts_as_one(cast):
    client = Client()
    client.force_login(cast.mediator, backend="django.contrib.auth.backends.ModelBackend")
    for kind in ("seat", "round"):
        told = {"unit": STREET, "type": kind, "lawyer": "某律师", "spot": "一楼", "_key": kind}
        assert client.post("/duties/new/", told).status_code == 302
    assert figure("legalservice.consult_sessions") == 2


def test_a_booking_asks_for_a_phone_a_time_within_the_slot_and_one_still_to_come(cast):
    slot, past = service.slot(cast.justice), service.slot(cast.justice, service.lawyer("乙"), -1)

    def refused(**facts):
        with pytest.raises(StepRefused) as why:
            service.consultation(cast.community, **facts)
        return " ".join(why.value.reasons)

    assert "联系电话" in refused(slot=slot.pk, parties=[{"side": "applicant", "name": "甲"}])
    assert "值班时段之内" in refused(slot=slot.pk, starts="10:45")
    assert "过去的时间" in refused(slot=past.pk)
    assert "服务范围" in refused(
        slot=service.slot(cast.justice, service.lawyer("丙"), unit=SIBLING).pk
    )
    assert "应当存在" in refused(slot=past.pk + 10**6)


def test_two_do_not_get_the_same_time_and_a_cancelled_one_is_free_again(cast):
    slot = service.slot(cast.justice)
    first = service.consultation(cast.community, slot=slot.pk, starts="09:30")
    with pytest.raises(StepRefused, match="该时段已有预约"):
        service.consultation(cast.community, slot=slot.pk, starts="09:45")
    first.take("cancel", by=cast.community, reason="改天")
    assert service.consultation(cast.community, slot=slot.pk, starts="09:45").pk


def test_a_booked_visit_is_not_received_before_its_day_nor_missed_before_its_end(cast):
    slot = service.slot(cast.justice)
    case = service.consultation(cast.community, slot=slot.pk)
    facts = {"persons": 1, "mode": "on_site", "lawyer": "某律师"}
    with pytest.raises(StepRefused, match="日期未到"):
        case.take("receive", by=cast.community, **facts)
    with pytest.raises(StepRefused, match="结束后"):
        case.take("miss", by=cast.community)
    with time_machine.travel(service.hours_after(slot, 1)):
        with pytest.raises(StepRefused, match="不能再取消"):
            case.take("cancel", by=cast.community, reason="有事")
        case.take("miss", by=cast.community)
    assert case.closed_on


def test_who_receives_is_named(cast):
    with pytest.raises(StepRefused, match="由谁接待"):
        service.consultation(cast.community).take(
            "receive", by=cast.community, persons=1, mode="phone"
        )


def test_a_booking_of_a_case_is_given_back_there_alone(cast):
    case = service.consultation(cast.community, slot=service.slot(cast.justice).pk)
    [booking] = case.part("bookings")
    assert not booking.may_cancel(cast.community)
    assert not booking.may_cancel(cast.justice)


def test_each_community_has_one_pact_in_force(cast):
    first, second = service.firm(), service.firm("另一律师事务所")
    begun = (localdate() - timedelta(days=9)).isoformat()
    case = service.pact(cast.justice, first, since=begun)
    with pytest.raises(StepRefused, match="一个社区同时只签约一家"):
        service.pact(cast.justice, second)
    after = (localdate() + timedelta(days=400)).isoformat()
    later = (localdate() + timedelta(days=800)).isoformat()
    with pytest.raises(StepRefused, match="须先终止或办结原签约"):
        service.pact(cast.justice, second, since=after, until=later)
    case.take("end", by=cast.justice, reason="改签")
    other = service.pact(cast.justice, second, since=after, until=later)
    rows = Pact.objects.filter(pk__in=[case.pk, other.pk])
    with pytest.raises(IntegrityError, match="pact_one_in_force"):
        rows.update(ended=False)


def test_a_pact_that_ran_out_or_was_ended_covers_nobody(cast):
    day = localdate()
    case = service.pact(cast.justice, since=(day - timedelta(days=9)).isoformat())
    assert figure("counsel.signed_rate") == 50
    case.take("end", by=cast.justice, reason="改签")
    assert figure("counsel.signed_communities") == 0
    with pytest.raises(StepRefused, match="晚于签约日期"):
        service.pact(cast.justice, service.firm("乙律师事务所"), SIBLING).take(
            "end", by=cast.justice, reason="改签"
        )


@pytest.mark.parametrize(
    ("unit", "changes", "says"),
    [
        (GRID, {}, "应为社区"),
        (STREET, {}, "应为社区"),
        (COMMUNITY, {"until": "2020-01-01"}, "晚于签约日期"),
    ],
)
def test_a_pact_is_a_communitys_and_has_a_time(cast, unit, changes, says):
    with pytest.raises(StepRefused, match=says):
        service.pact(cast.justice, unit=unit, **changes)


def test_a_pact_is_made_with_a_law_firm_near_by(cast):
    far = service.body("law_firm", "外地律师事务所", "440309006")
    with pytest.raises(StepRefused, match="本区县"):
        service.pact(cast.justice, far)
    with pytest.raises(BadFacts, match="没有这个律师事务所"):
        service.pact(cast.justice, service.body("court", "某法院"))


def test_a_renewed_pact_runs_on_and_only_longer(cast):
    case = service.pact(cast.justice)
    until = case.detail.until
    with pytest.raises(StepRefused, match="晚于原有效期"):
        case.take("renew", by=cast.justice, until=until.isoformat())
    case.take("renew", by=cast.justice, until=(until + timedelta(days=365)).isoformat())
    assert case.due_on >= until + timedelta(days=365)
    with pytest.raises(NotYours):
        case.take("end", by=cast.community, reason="不续")


def test_needs_of_every_firm_are_answered_before_a_point_closes_the_oldest_first(cast):
    case = service.point(cast.justice)
    case.take("open", by=cast.justice)
    told = {"helpers": ["lawyer"], "service": "走访"}
    for name, needs in (("甲公司", "合同"), ("乙公司", ""), ("丙公司", "用工")):
        case.take(
            "visit", by=cast.justice, firm=name, **({"needs": needs} if needs else {}), **told
        )
    first, idle, last = case.part("point_visits")
    with pytest.raises(StepRefused, match="应选本服务点"):
        case.take("feed_back", by=cast.justice, visit=idle.pk, feedback="无")
    case.take("feed_back", by=cast.justice, visit=first.pk, feedback="已审查")
    with pytest.raises(StepRefused, match="全部反馈"):
        case.take("close", by=cast.justice, reason="搬迁")
    assert case.due_clock == "需求反馈"
    case.take("feed_back", by=cast.justice, visit=last.pk, feedback="已答复")
    assert case.due_on is None
    case.take("close", by=cast.justice, reason="搬迁")
    assert case.closed_on == date.today()


def test_what_becomes_of_a_consultation_is_noted_once(cast):
    source = service.answered(cast.community)
    case = service.aid(cast.community, source=source.pk)
    outbox.drain()
    outbox.drain()
    source.refresh_from_db()
    assert [e.facts["became"] for e in source.history if e.step == "turned"] == [case.pk]
    source.take("rate", by=cast.community, satisfaction="good")
    assert Case.objects.get(pk=source.pk).state == "rated"


def test_open_a_legal_consultation_and_turn_it_into_a_dispute_whose_channel_reads_so(cast):
    desk = Pages(cast.community)
    source = desk.open(
        "consultations", unit=COMMUNITY, title="楼上漏水", topic="neighbour", mode="on_site",
        channel="walk_in", **{"parties-0-side": "applicant", "parties-0-name": "甲某"},
    )  # fmt: skip
    assert desk.browser.get(f"/disputes/new/?source={source.pk}").status_code == 200
    desk.take(source, "receive", "consultations", persons=1, mode="on_site", lawyer="某律师")
    begun = desk.browser.form(f"/disputes/new/?source={source.pk}")
    assert (begun["channel"], begun["title"]) == (["consultation"], ["楼上漏水"])
    answer = desk.browser.post(
        f"/disputes/new/?source={source.pk}",
        begun | {"unit": COMMUNITY, "type": "neighbour", "parties-1-name": "乙某"},
    )
    assert answer.status_code == 302
    dispute = Case.objects.get(kind="dispute")
    outbox.drain()
    source.refresh_from_db()
    assert "咨询发现" in desk.see(f"/disputes/{dispute.pk}/")
    assert source.number in desk.see(f"/disputes/{dispute.pk}/?tab=links")
    assert source.state == "turned"


def test_a_time_is_booked_for_a_caller_from_the_rota(cast):
    slot = service.slot(cast.justice)
    office = Pages(cast.justice)
    rota = office.see(f"/rota/?day={localdate() + timedelta(days=1)}")
    link = f"/consultations/new/?slot={slot.pk}&amp;starts=09:30"
    assert link in rota
    begun = office.browser.form(link.replace("&amp;", "&") + "&channel=call")
    facts = {"title": "押金", "topic": "housing", "parties-0-name": "甲某", "unit": STREET}
    sent = begun | facts | {"parties-0-phone": "13812345678"}
    assert office.browser.post("/consultations/new/", sent).status_code == 302
    assert "已约 1，可约 3" in " ".join(office.see(f"/rota/?day={slot.starts:%Y-%m-%d}").split())
