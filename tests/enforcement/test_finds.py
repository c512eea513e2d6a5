"""What a patrol or a camera finds: tagged, dispatched, handled with a photo, checked by another."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate

from enforcement.standards.models import PatrolTag
from lawgov.casework.models import Case, Entry
from lawgov.casework.refusals import BadFacts, StepRefused
from reporting.indicators import REGISTRY, figures
from reporting.periods import Period
from tests.cast import COMMUNITY, GRID, OTHER_STREET, SIBLING, STREET, person

from . import finds

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def keeper(squad):
    """Who sits in the community that handles what is found there."""
    return person("keeper", "community_worker", COMMUNITY)


def figure(code):
    return figures(STREET, Period.of(localdate().year), [REGISTRY[code]])[0].value


def dispatched(squad, **changes):
    case = finds.finding(squad, **changes)
    case.take("dispatch", by=squad.officer, desk=COMMUNITY)
    return case


def test_log_a_finding_with_a_tag_dispatch_it_and_see_which_micro_grids_have_had_no_patrol(
    squad, keeper, client
):
    walk = Entry.log("patrol", by=keeper, unit=GRID, type="walk", found="something")
    case = dispatched(squad, channel="patrol", disorder="", camera="", patrol=walk.pk)
    client.force_login(squad.officer)

    page = client.get("/patrols/coverage/").content.decode()

    assert (case.state, case.desk) == ("dispatched", COMMUNITY)
    assert "覆盖率 <strong>50.0%</strong>" in page
    assert SIBLING in page
    assert GRID not in page.split("<tbody>")[1]
    assert figure("patrol.grid_coverage") == 50


def test_dispatch_a_video_find_and_close_it_with_a_photo(squad, keeper):
    case = dispatched(squad)
    assert figure("patrol.video_cases") == 1
    case.take("feed_back", by=keeper, feedback="已清理", file=[finds.picture()])
    case.take("close", by=squad.officer, opinion="现场整洁")

    assert (case.state, case.closed_on) == ("closed", localdate())
    assert [row.media_type for row in case.part("attachments")] == ["image/png"]


def test_every_micro_grid_patrolled_in_the_period_is_full_coverage(squad, keeper):
    Entry.log("patrol", by=keeper, unit=GRID, type="walk", found="nothing")
    Entry.log("patrol", by=squad.officer, unit=SIBLING, type="online", found="nothing")
    # A look at a community as a whole covers none of its grids.
    Entry.log("patrol", by=keeper, unit=COMMUNITY, type="walk", found="nothing")

    assert figure("patrol.grid_coverage") == 100


def test_a_voided_patrol_covers_nothing(squad, keeper):
    walk = Entry.log("patrol", by=keeper, unit=GRID, type="walk", found="nothing")
    walk.annul(by=keeper, reason="登记错误")

    assert figure("patrol.grid_coverage") in (0, None)


@pytest.mark.parametrize("tag", ["01", "no-such-tag"])
def test_a_finding_needs_a_tag_in_force_and_a_last_one(squad, tag):
    with pytest.raises(StepRefused, match="问题标签"):
        finds.finding(squad, tag=tag)


def test_a_finding_without_a_tag_is_refused(squad):
    with pytest.raises(BadFacts) as bad:
        finds.finding(squad, tag=None)
    assert bad.value.errors == {"tag": ["必填"]}


def test_the_tag_is_one_that_the_unit_keeps_that_day(squad):
    PatrolTag.objects.create(unit=STREET, code="P01", name="乱停放", since="2024-01-01")

    assert finds.finding(squad, tag="P01").detail.tag == "P01"
    with pytest.raises(StepRefused, match="问题标签"):
        finds.finding(squad)  # of the nationwide tree, which this street has replaced


@pytest.mark.parametrize("missing", ["disorder", "camera"])
def test_a_video_find_says_its_class_of_the_six_and_its_camera(squad, missing):
    with pytest.raises(StepRefused, match="市容六乱"):
        finds.finding(squad, **{missing: None})


def test_the_six_classes_of_disorder_are_a_list(squad):
    with pytest.raises(BadFacts, match="乱摆卖、乱张贴、乱堆放、乱搭建、乱拉挂、乱停放"):
        finds.finding(squad, disorder="unheard_of")


def test_a_find_is_dispatched_within_its_street(squad):
    person("elsewhere", "community_worker", OTHER_STREET)
    case = finds.finding(squad)

    with pytest.raises(StepRefused, match="处置单位应在本街镇"):
        case.take("dispatch", by=squad.officer, desk=OTHER_STREET)


def test_feedback_without_a_photo_is_refused(squad, keeper):
    case = dispatched(squad)
    text = SimpleUploadedFile("说明.txt", "已清理".encode(), "text/plain")

    for given in ({}, {"file": [text]}):
        with pytest.raises(StepRefused, match="处置后的照片"):
            case.take("feed_back", by=keeper, feedback="已清理", **given)


def test_who_handled_it_does_not_check_it(squad, keeper):
    case = dispatched(squad)
    case.take("feed_back", by=squad.officer, feedback="已清理", file=[finds.picture()])

    assert {"close", "send_back"}.isdisjoint(case.steps_for(squad.officer))
    case.take("send_back", by=squad.partner, reason="仍有残留")
    assert (case.state, case.returned, case.due_clock) == ("dispatched", True, "处置")


def test_a_find_closes_only_with_a_valid_photo(squad, keeper):
    case = dispatched(squad)
    case.take("feed_back", by=keeper, feedback="已清理", file=[finds.picture()])
    (kept,) = case.part("attachments")
    case.take("void_attachment", by=keeper, attachment=kept.pk, reason="传错")

    with pytest.raises(StepRefused, match="结案须有有效的处置照片"):
        case.take("close", by=squad.officer)


def test_each_stage_of_a_find_has_its_clock(squad, keeper):
    case = finds.finding(squad)
    labels = [case.due_clock]
    case.take("dispatch", by=squad.officer, desk=COMMUNITY)
    labels.append(case.due_clock)
    case.take("feed_back", by=keeper, feedback="已清理", file=[finds.picture()])

    assert [*labels, case.due_clock] == ["派单", "处置", "核查"]


def test_a_false_alarm_is_withdrawn_and_counts_nowhere(squad):
    finds.finding(squad).take("withdraw", by=squad.officer, reason="误报")

    assert not figure("patrol.video_cases")


def test_a_finding_names_only_a_patrol_of_its_street(squad):
    with pytest.raises(StepRefused, match="巡查记录"):
        finds.finding(squad, patrol=999)


def test_a_patrol_that_found_something_leads_on_to_the_finding(keeper, client):
    client.force_login(keeper)
    given = {"unit": GRID, "type": "walk", "found": "something", "_key": "k"}

    answer = client.post("/patrols/new/", given)

    assert answer.url.startswith("/findings/new/?patrol=")
    assert "问题标签" in client.get(answer.url).content.decode()
    assert not Case.objects.exists()
