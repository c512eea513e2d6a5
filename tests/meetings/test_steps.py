"""Which step leads where, and what minutes and decisions need: by hand from the issue."""

import pytest

from lawgov.casework.models import Case
from lawgov.casework.refusals import BadFacts, NotYours, StepRefused
from tests.cast import COMMUNITY, GRID, OTHER_STREET, STREET, logged, today

from .conftest import CHARGED, THERE, answers, called, later, meeting_in

FILES = {"attach", "void_attachment"}
OPEN = {"add_items", "add_attendees", "correct_attendee"} | FILES
ALLOWED = {
    "called": {"postpone", "hold", "cancel"} | OPEN,
    "held": {"decide", "minute"} | OPEN,
    "minuted": {"correct_minutes", "archive"} | FILES,
    "archived": set(),
    "cancelled": set(),
}


@pytest.mark.parametrize("state", ALLOWED)
def test_the_steps_out_of_a_state(state, cast):
    case = meeting_in(state, cast)

    assert case.state == state
    assert set(case.steps_for(cast.leader)) == ALLOWED[state] | {"link"}
    assert case.steps_for(cast.community) == {}


@pytest.mark.parametrize("state", ALLOWED)
def test_a_step_out_of_turn_is_refused(state, cast):
    case = meeting_in(state, cast)
    for step in {"postpone", "hold", "decide", "minute", "archive", "cancel"} - ALLOWED[state]:
        with pytest.raises(StepRefused, match="不能"):
            case.take(step, by=cast.justice, **answers()[step])


def test_meetings_are_numbered_one_after_the_other(cast):
    numbers = [called(cast.justice).number, called(cast.leader).number]

    assert numbers == [f"彭会字〔{today()[:4]}〕第1号", f"彭会字〔{today()[:4]}〕第2号"]


def test_a_mediator_calls_no_meeting(cast):
    with pytest.raises(NotYours):
        called(cast.mediator)


def test_a_meeting_is_not_called_for_a_day_gone_by(cast):
    with pytest.raises(StepRefused, match="不得早于通知日期"):
        called(cast.justice, planned_on=later(-1))


@pytest.mark.parametrize("hour", ["24:00", "9:30", "九点", "09:60"])
def test_an_hour_is_an_hour(hour, cast):
    with pytest.raises(BadFacts) as refused:
        called(cast.justice, planned_at=hour)

    assert refused.value.errors == {"planned_at": ["应为时刻，如 09:30"]}


def test_the_agenda_hears_cases_by_number(cast):
    dispute = logged(cast.grid)
    case = called(cast.justice, items=[{"number": dispute.number}, {"matter": "经费"}])

    assert [item.about for item in case.part("items")] == [dispute, None]
    assert [(link.relation, link.other) for link in case.links.all()] == [("heard", dispute)]


def test_a_case_out_of_the_callers_sight_is_not_heard(cast):
    hidden = logged(cast.grid, sensitivity="crisis")
    for number in (hidden.number, "彭人调字〔2020〕第999号"):
        with pytest.raises(StepRefused, match="您可查阅的案件编号"):
            called(cast.statistician, items=[{"number": number}])


def test_an_item_says_something(cast):
    with pytest.raises(BadFacts):
        called(cast.justice).take("add_items", by=cast.justice, items=[])


def test_people_are_there_in_a_capacity_from_inside_and_outside(cast):
    case = meeting_in("called", cast)

    assert [(row.capacity, row.name) for row in case.part("attendees")] == [
        ("chair", "justice"),
        ("member", "leader"),
        ("recorder", "statistician"),
        ("counsel", "钱律师"),
    ]


@pytest.mark.parametrize(
    "row", [{"capacity": "member"}, {"capacity": "member", "user": "leader", "name": "李某"}]
)
def test_an_attendee_has_one_name(row, cast):
    with pytest.raises(StepRefused, match="二者择一"):
        called(cast.justice).take("add_attendees", by=cast.justice, attendees=[row])


def test_nobody_is_there_twice(cast):
    again = [{"capacity": "member", "user": "justice"}]
    with pytest.raises(StepRefused, match="不得重复"):
        called(cast.justice).take("add_attendees", by=cast.justice, attendees=again)


def test_who_did_not_come_is_put_down_as_absent(cast):
    case = meeting_in("held", cast)
    leader = next(row for row in case.part("attendees") if row.name == "leader")
    case.take("correct_attendee", by=cast.justice, attendee=leader.pk, capacity="absent")
    leader.refresh_from_db()

    assert leader.capacity == "absent"
    with pytest.raises(StepRefused, match="至少有一名出席"):
        case.take("minute", by=cast.justice, **answers()["minute"])


@pytest.mark.parametrize(("missing", "says"), [("recorder", "记录人"), ("member", "出席人员")])
def test_minutes_need_a_chair_a_recorder_and_somebody_there(missing, says, cast):
    case = called(cast.justice)
    there = [row for row in THERE if row["capacity"] != missing]
    case.take("add_attendees", by=cast.justice, attendees=there)
    case.take("hold", by=cast.justice, on=today())

    with pytest.raises(StepRefused, match=says):
        case.take("minute", by=cast.justice, **answers()["minute"])


def test_all_that_minutes_lack_is_named_at_once(cast):
    case = called(cast.justice, chair="")
    case.take("hold", by=cast.justice, on=today())
    with pytest.raises(StepRefused) as refused:
        case.take("minute", by=cast.justice, **answers()["minute"])

    assert len(refused.value.reasons) == 3


def test_nothing_is_decided_without_an_agenda(cast):
    case = called(cast.justice, items=[])
    case.take("hold", by=cast.justice, on=today())

    with pytest.raises(StepRefused, match="先有议题"):
        case.take("decide", by=cast.justice, text="通过")


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"owner_unit": COMMUNITY}, "承办单位和办理期限"),
        ({"due": later()}, "承办单位和办理期限"),
        ({"owner": "community"}, "承办单位和办理期限"),
        ({**CHARGED, "owner": "neighbour"}, "承办人应为"),
        ({**CHARGED, "owner_unit": OTHER_STREET}, "本身或其下级"),
        ({**CHARGED, "due": later(-1)}, "不得早于"),
    ],
)
def test_a_decision_to_be_done_names_who_and_until_when(given, says, cast):
    case = meeting_in("held", cast)
    with pytest.raises(StepRefused, match=says):
        case.take("decide", by=cast.justice, text="完成选址", **given)


def test_a_decision_may_be_taken_back_before_the_minutes(cast):
    case = meeting_in("held", cast)
    case.take("decide", by=cast.justice, **answers()["decide"])
    (row,) = case.part("decisions")
    case.take("undo_decision", by=cast.justice, decision=row.pk, reason="重复")

    assert [each.void for each in Case.objects.get(pk=case.pk).part("decisions")] == [True]
    with pytest.raises(StepRefused, match="不需要"):
        case.take("undo_decision", by=cast.justice, decision=row.pk, reason="重复")


def test_a_meeting_is_put_off_and_the_time_runs_anew(cast):
    case = called(cast.justice)
    assert (str(case.due_on), case.due_clock) == (today(), "会议召开")
    case.take("postpone", by=cast.justice, **answers()["postpone"])

    case.refresh_from_db()
    assert (str(case.due_on), case.detail.planned_at.hour) == (later(3), 14)


def test_minutes_are_due_five_working_days_after_the_meeting(cast, time_machine_at):
    """Friday 1 March 2024 and a week."""
    with time_machine_at("2024-03-01 10:00"):
        case = called(cast.justice, planned_on="2024-03-01")
        case.take("hold", by=cast.justice, on="2024-03-01")

    assert (str(case.due_on), case.due_clock) == ("2024-03-08", "形成纪要")


def test_the_system_gives_tasks_and_nobody_else(cast):
    case = meeting_in("minuted", cast)
    (row,) = case.part("decisions")

    with pytest.raises(NotYours):
        case.take("give_task", by=cast.leader, decision=row.pk, task=1)


def test_the_street_sees_its_meetings_and_a_community_its_own(cast):
    street, community = called(cast.justice), called(cast.community, COMMUNITY, chair="")

    assert set(Case.objects.visible_to(cast.leader, "meeting")) == {street, community}
    assert set(Case.objects.visible_to(cast.community, "meeting")) == {community}
    for who in (cast.neighbour, cast.grid, cast.outsider, cast.admin, cast.nobody):
        assert not Case.objects.visible_to(who, "meeting").exists()


def test_who_is_invited_opens_the_meeting_wherever_he_sits_and_handles_nothing(cast):
    case = called(cast.justice)
    case.take(
        "add_attendees", by=cast.justice, attendees=[{"capacity": "member", "user": "community"}]
    )

    case.refresh_from_db()
    assert case in Case.objects.visible_to(cast.community, "meeting")
    assert not case.steps_for(cast.community)
    assert case not in Case.objects.visible_to(cast.neighbour, "meeting")


def test_the_opening_leaves_no_name_in_the_event(cast):
    event = called(cast.justice, unit=STREET, title="甲某家事研判会").history[0]

    assert "甲某" not in f"{event.facts}{event.words}"
    assert GRID not in f"{event.facts}"


@pytest.mark.parametrize("who", ["outsider", "nobody"])
def test_nobody_reads_the_names_of_people_elsewhere_by_asking_them_in(who, cast):
    case = called(cast.justice)
    there = [{"capacity": "member", "user": getattr(cast, who).pk}]

    with pytest.raises(StepRefused, match="应在本街镇任职"):
        called(cast.justice, chair=who)
    with pytest.raises(StepRefused, match="应在本街镇任职"):
        case.take("add_attendees", by=cast.justice, attendees=there)
