"""突发事件: who went is on the team's roster, and what is handed to mediation becomes a dispute."""

import pytest
from django.utils.timezone import localdate

from lawgov.casework.models import Case
from lawgov.casework.refusals import BadFacts, StepRefused
from reporting.indicators import REGISTRY, figures
from reporting.periods import Period
from tests.cast import COMMUNITY, OTHER_STREET, STREET, registration

from .psych import STEPS, incident, out, team


def figure(code):
    (found,) = figures(STREET, Period.of(localdate().year), [REGISTRY[code]])
    return found.value


def test_log_an_incident_name_who_went_and_hand_it_to_mediation(cast, as_):
    body = team(cast.justice, "张队员", "李队员")
    browser = as_(cast.community)
    told = {"unit": COMMUNITY, "title": "小区门口聚集", "channel": "community", "type": "gathering",
            "place": "东门", "situation": "争执"}  # fmt: skip
    assert browser.fill("/incidents/new/", **told).status_code == 302
    case = Case.objects.get(kind="incident")
    first = body.members.first()
    browser.fill(f"/incidents/{case.pk}/go_out/", team=body.pk, members=[first.pk])
    browser.fill(f"/incidents/{case.pk}/handle/", works=["mediate", "steady"], result="平息")
    browser.fill(f"/incidents/{case.pk}/hand_over/", reason="双方愿意调解")
    case.refresh_from_db()

    assert case.state == "handed"
    assert case.responders.get().name == first.name
    assert first.name in browser.see(f"/incidents/{case.pk}/?tab=responders")
    assert f"/disputes/new/?source={case.pk}" in browser.see(f"/incidents/{case.pk}/?tab=links")
    assert (figure("emergency.incidents"), figure("emergency.team_members")) == (1, 2)


def test_an_incident_handed_to_mediation_is_summed_up_once_it_is_a_dispute(cast):
    body = team(cast.justice, "张队员")
    case = out(cast.community, body)
    for step in ("handle", "hand_over"):
        case.take(step, by=cast.community, **STEPS["incident"][step])
    with pytest.raises(StepRefused, match="须先登记为纠纷"):
        case.take("sum_up", by=cast.community, summary="处置及时")
    given = registration(channel="incident", source=case.pk)
    Case.open_new("dispute", by=cast.community, unit=COMMUNITY, **given)
    case.take("sum_up", by=cast.community, summary="处置及时")
    assert case.closed_on == localdate()


def test_who_goes_is_on_the_roster_of_the_streets_team_that_day(cast):
    body, others = team(cast.justice, "张队员"), team(cast.justice, "王队员", unit=OTHER_STREET)
    case, member = incident(cast.community), body.members.get()
    stranger = others.members.get()
    with pytest.raises(StepRefused) as refused:
        case.take("go_out", by=cast.community, team=others.pk, members=[member.pk])
    assert len(refused.value.reasons) == 2
    body.members.update(until=localdate())
    with pytest.raises(StepRefused, match="当日在册的队员"):
        case.take("go_out", by=cast.community, team=body.pk, members=[member.pk])
    with pytest.raises(BadFacts):
        case.take("go_out", by=cast.community, team=body.pk, members=[stranger.pk, 10**6])


def test_nobody_is_written_down_twice_for_one_call_out(cast):
    body = team(cast.justice, "张队员", "李队员")
    case = out(cast.community, body)
    first, second = body.members.order_by("pk")
    with pytest.raises(StepRefused, match="已登记出动"):
        case.take("reinforce", by=cast.community, members=[first.pk])
    case.take("reinforce", by=cast.community, members=[second.pk], left_at="10:30")
    assert case.responders.count() == 2


def test_an_incident_counts_when_it_was_handled(cast):
    out(cast.community, team(cast.justice, "张队员"))
    assert figure("emergency.incidents") == 0
