"""Leads: the most pressing field first, mild measures with a re-check, and when a case follows."""

from datetime import date

import pytest
from django.utils.timezone import localdate

from enforcement.finding.choices import Priority
from enforcement.finding.models import FieldPriority
from enforcement.finding.priorities import priority_of
from lawgov.casework import inbox, outbox
from lawgov.casework.models import Case
from lawgov.casework.refusals import NotYours, StepRefused
from tests.cast import COMMUNITY, GRID, OTHER_STREET, STREET, person

from . import finds
from .officers import certify
from .penalty import answers, registered

pytestmark = pytest.mark.django_db


@pytest.fixture
def squad(squad):
    """All of them with certificates."""
    certify(squad.head, squad.officer, squad.partner, squad.third)
    return squad


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


def tray(name, user):
    rows = Case.objects.visible_to(user, "lead")
    return rows.filter(inbox.TRAYS[name].holds(user, rows.model(kind="lead").procedure))


def test_see_a_load_bearing_wall_lead_come_before_an_ordinary_one_in_the_queue(squad, client):
    ordinary = finds.lead(squad)
    wall = finds.lead(squad, title="住户拆改承重墙", field="bearing_wall", subject="")
    client.force_login(squad.officer)

    page = client.get("/leads/queue/").content.decode()

    assert page.index(wall.number) < page.index(ordinary.number)
    assert "共 2 条" in page


def test_log_a_persuasion_and_see_the_lead_return_for_a_re_check(squad):
    case = finds.measured(squad, finds.handled(squad))

    assert case.state == "recheck"
    assert (case.due_clock, case.due_on.isoformat()) == ("复查", finds.day(3))
    assert case in tray("todo", squad.officer)
    case.take("corrected", by=squad.officer, found="货物已收回店内")
    assert (case.state, case.closed_on) == ("cleared", localdate())
    assert [row.result for row in case.part("soft_measures")] == ["corrected"]


def test_priority_is_set_by_the_field_as_the_nearest_unit_has_it_that_day(squad):
    FieldPriority.objects.create(
        unit=STREET, field="street_trade", priority="2", since="2024-01-01", until="2025-01-01"
    )

    found = [priority_of(GRID, "street_trade", date(year, 6, 1)) for year in (2023, 2024, 2025)]

    assert found == [Priority.ORDINARY, Priority.KEY, Priority.ORDINARY]
    assert priority_of(OTHER_STREET, "street_trade", date(2024, 6, 1)) == Priority.ORDINARY
    assert priority_of(STREET, "bearing_wall", localdate()) == Priority.URGENT


def test_a_lead_may_be_graded_up_but_not_below_its_field(squad):
    case = finds.lead(squad, field="illegal_build")

    with pytest.raises(StepRefused, match="不得低于该领域"):
        case.take("grade", by=squad.officer, manner="combined", priority="3")
    case.take("grade", by=squad.officer, manner="combined", priority="1")
    assert case.detail.priority == Priority.URGENT


def test_joint_action_names_its_partners(squad):
    case = finds.lead(squad)

    with pytest.raises(StepRefused, match="参与部门"):
        case.take("grade", by=squad.officer, manner="joint")
    case.take("grade", by=squad.officer, manner="joint", partners="市场监管所、派出所")


def test_a_repeated_act_turns_into_a_case(squad):
    case = finds.measured(squad, finds.handled(squad))
    case.take("repeated", by=squad.officer, found="再次占道")

    assert case.state == "must_file"
    assert {"measure", "drop"}.isdisjoint(case.steps_for(squad.head))
    penalty = registered(squad, source=case.pk)
    for step in ("apply_filing", "approve_filing"):
        by = squad.head if step == "approve_filing" else squad.officer
        penalty.take(step, by=by, **answers(squad)[step])
    outbox.drain()
    case.refresh_from_db()
    assert (case.state, case.closed_on) == ("filed", localdate())


def test_the_same_shop_found_again_gets_no_second_soft_measure(squad):
    finds.measured(squad, finds.handled(squad)).take("corrected", by=squad.officer, found="已改")
    again = finds.handled(squad)

    assert again.detail.repeated
    with pytest.raises(StepRefused, match="再次违法的应当立案查处"):
        finds.measured(squad, again)


def test_an_act_not_put_right_may_be_met_with_a_stronger_measure(squad):
    case = finds.measured(squad, finds.handled(squad))
    case.take("uncorrected", by=squad.officer, found="仍有部分货物")

    finds.measured(squad, case, kind="order", recheck_on=finds.day(5))

    assert [row.kind for row in case.part("soft_measures")] == ["persuasion", "order"]
    assert case.due_on.isoformat() == finds.day(5)


def test_a_re_check_lies_after_the_measure(squad):
    with pytest.raises(StepRefused, match="复查日期应晚于"):
        finds.measured(squad, finds.handled(squad), recheck_on=finds.day(0))


def test_one_officer_alone_takes_no_measure(squad):
    with pytest.raises(StepRefused, match="两名以上"):
        finds.measured(squad, finds.handled(squad), officers=[squad.officer])


def test_a_device_that_nobody_reviewed_proves_nothing(squad):
    case, look = finds.handled(squad), {"way": "device", "device": "1号球机", "found": "占道"}

    with pytest.raises(StepRefused, match="第四十一条"):
        case.take("remote_check", by=squad.officer, **look)
    case.take("remote_check", by=squad.officer, reviewed=True, **look)
    assert [str(row) for row in case.part("remote_checks")] == [f"{localdate()} 电子技术监控"]


def test_a_grid_worker_reports_what_an_officer_handles(squad):
    walker = person("walker", "grid_worker", COMMUNITY)
    case = Case.open_new(
        "lead", by=walker, unit=COMMUNITY, title="违章搭建", channel="patrol",
        field="illegal_build", object="building", place="3号楼", summary="露台搭建",
    )  # fmt: skip

    with pytest.raises(NotYours):
        case.take("grade", by=walker, manner="combined")
    case.take("note", by=walker, words="住户称明日拆除")
    case.take("grade", by=squad.officer, manner="combined")


def test_photos_taken_before_a_case_move_along(squad):
    find = finds.finding(squad, unit=STREET, file=[finds.picture()])
    case = finds.lead(squad, source=find.pk)

    (own,), (old,) = case.part("attachments"), find.part("attachments")
    assert (own.sha256, own.stored, own.label) == (old.sha256, old.stored, f"来自 {find.number}")
    assert [link.other for link in case.part("links")] == [find]


def test_a_lead_that_waits_too_long_is_late_by_its_clocks(squad):
    words = {each.clock.label: each.clock.days for each in finds.lead(squad).clocks()}

    assert set(words) == {"线索定级", "线索核查", "复查"}
    assert finds.lead(squad).due_clock == "线索定级"
