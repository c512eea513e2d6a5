"""周四大接访: on its day, in its place; a batch is one record and counts once."""

from datetime import timedelta

import pytest

from lawgov.casework.models import Case, Entry
from lawgov.casework.refusals import BadFacts, StepRefused
from reporting.indicators import REGISTRY, figures
from reporting.periods import Period
from tests.cast import COMMUNITY, STREET

from .petitions import day, held, petition, scheduled, thursday

BATCH = {"type": "daily", "level": "street", "host": "领导", "persons": 2, "matter": "housing"}


def figure(code):
    (found,) = figures(STREET, Period.of(thursday().year), [REGISTRY[code]])
    return found.value


def received(by, unit=STREET, **changes):
    return Entry.log("reception", by=by, unit=unit, **BATCH | {"on": thursday()} | changes)


def test_schedule_a_thursday_session_and_record_its_batches_and_see_them_in_both_the_thursday_and_the_total_figure_once(  # noqa: E501
    cast, as_
):
    browser = as_(cast.justice)
    when = {"planned_on": thursday().isoformat(), "planned_at": "09:00", "place": "接待室",
            "host": cast.leader.pk, "on": thursday().isoformat()}  # fmt: skip
    assert browser.fill("/reception-days/new/", unit=STREET, **when).status_code == 302
    session = Case.objects.get(kind="reception_day")
    browser.fill(f"/reception-days/{session.pk}/hold/", on=thursday().isoformat())
    start = f"/receptions/new/?session={session.pk}&type=thursday&level=principal&unit={STREET}"
    for persons in ("1", "4"):
        given = {"on": thursday().isoformat(), "host": "领导", "matter": "housing"}
        assert browser.fill(start, persons=persons, **given).status_code == 302
    received(cast.community, COMMUNITY, level="community")

    assert (figure("petition.leader_received"), figure("petition.received")) == (2, 3)
    assert figure("petition.persons") == 7
    assert "共 2 批、5 人次" in browser.see(f"/reception-days/{session.pk}/")


def test_a_session_lies_on_a_thursday_in_its_fixed_place_under_a_leader_once(cast):
    with pytest.raises(StepRefused) as refused:
        scheduled(cast.justice, cast.community, planned_on=thursday() + timedelta(days=1))
    assert len(refused.value.reasons) == 2

    scheduled(cast.justice, cast.leader)
    with pytest.raises(StepRefused, match="同一接访日已有排期"):
        scheduled(cast.justice, cast.leader)
    later = {"planned_on": thursday() + timedelta(days=7), "place": "另一处"}
    with pytest.raises(StepRefused, match="接访地点应固定"):
        scheduled(cast.justice, cast.leader, **later)
    scheduled(cast.justice, cast.leader, **later, moved="接待室修缮")
    with pytest.raises(StepRefused, match="不得早于排期之日"):
        scheduled(cast.justice, cast.leader, on=day(0), planned_on=thursday() - timedelta(days=7))


def test_a_session_is_held_on_its_day_and_reported_back_when_its_tasks_are_done(cast):
    case = scheduled(cast.justice, cast.leader)
    booked = {"name": "甲某", "phone": "13812345678", "persons": 2, "matter": "加装电梯",
              "on": thursday() - timedelta(days=7)}  # fmt: skip
    case.take("book", by=cast.justice, **booked)
    with pytest.raises(StepRefused, match="应在排定的日期接访"):
        case.take("hold", by=cast.justice, on=thursday() - timedelta(days=1))
    case.take("hold", by=cast.justice, on=thursday())
    task = Case.open_new(
        "task", by=cast.justice, unit=STREET, title="答复来访人", content="答复", desk=COMMUNITY,
        due=day(5), channel="leader", source=case.pk,
    )  # fmt: skip
    with pytest.raises(StepRefused, match="当日交办的事项须先办结"):
        case.take("feed_back", by=cast.justice, summary="已答复")
    task.take("cancel", by=cast.justice, reason="已当场答复")
    case.take("feed_back", by=cast.justice, summary="已答复")
    assert case.state == "fed_back"


def test_only_a_batch_of_the_day_names_the_session(cast):
    session = held(cast.justice, cast.leader)
    thursdays = {"type": "thursday", "level": "principal"}
    for wrong in (
        thursdays,
        {"session": session.pk},
        thursdays | {"session": session.pk + 1},
        thursdays | {"session": session.pk, "on": thursday() - timedelta(days=1)},
    ):
        with pytest.raises(BadFacts) as refused:
            received(cast.justice, **wrong)
        assert "session" in refused.value.errors
    row = received(cast.justice, **thursdays, session=session.pk)
    assert (row.subject, row.n1) == (str(session.pk), 2)


@pytest.mark.parametrize(("persons", "sent"), [(6, None), (20, 6), (3, 4)])
def test_a_group_is_received_through_at_most_five_who_speak_for_it(cast, persons, sent):
    given = {"persons": persons} | ({"representatives": sent} if sent else {})
    with pytest.raises(BadFacts) as refused:
        received(cast.justice, **given)
    assert "representatives" in refused.value.errors


def test_a_day_of_reception_is_its_streets_own(cast):
    held(cast.justice, cast.leader)
    assert not Case.objects.visible_to(cast.outsider, "reception_day").exists()


def test_a_batch_leads_to_one_petition_of_its_own_street(cast):
    entry = received(cast.justice)
    petition(cast.justice, entry=entry.pk)
    with pytest.raises(StepRefused, match="尚未登记信访"):
        petition(cast.justice, entry=entry.pk)


def test_only_leaders_are_offered_as_hosts_of_a_reception_day(cast, as_):
    page = as_(cast.justice).see("/reception-days/new/")

    offered = page.split('name="host"')[1].split("</select>")[0]
    assert f'value="{cast.leader.pk}"' in offered
    assert f'value="{cast.mediator.pk}"' not in offered
