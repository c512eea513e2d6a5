"""全过程记录: what is taken in, what the self-check sees, and how it is put right."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from enforcement.recording.hours import hour
from enforcement.recording.models import Recording
from enforcement.recording.tabs import TAB
from enforcement.standards.models import SceneItem
from lawgov.casework.models import Case
from lawgov.casework.questions import ask
from lawgov.casework.refusals import BadFacts, NotYours, StepRefused

from ..cast import STREET
from ..files.conftest import media, upload  # noqa: F401 - a fixture
from ..files.samples import film, pdf, sound
from . import acts
from .officers import certify

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]
DAY = timedelta(days=1)


@pytest.fixture
def head(squad):
    return squad.head


@pytest.fixture
def officer(squad):
    certify(squad.justice, squad.officer, squad.partner, squad.head)
    return squad.officer


@pytest.fixture
def partner(squad):
    return squad.partner


@pytest.fixture
def case(officer, monkeypatch):
    acts.known(monkeypatch)
    made = Case.open_new("act", by=officer, unit=STREET, title="送达决定书")
    made.take("serve", by=officer)
    return made


def clip(*in_view, **changes):
    """A good film of the service, but for what is changed."""
    return {
        "about": 2, "form": "media", "file": [upload("送达.mp4", film())], "place": "店内",
        "shot_on": localdate().isoformat(), "starts": "9:30", "ends": "09:45", "told": True,
        "in_view": [user.username for user in in_view],
    } | changes  # fmt: skip


def recorded(case, by, *in_view, **changes) -> Recording:
    case.take("record", by=by, **clip(*in_view, **changes))
    return case.part("recordings")[-1]


def refusal(case, by, *in_view, step="record", **changes) -> str:
    given = clip(*in_view, **changes) if step == "record" else changes
    with pytest.raises((StepRefused, BadFacts)) as said:
        case.take(step, by=by, **given)
    return str(said.value)


def test_upload_a_service_video_with_one_officer_marked_and_see_the_self_check_flag_it(
    case, officer
):
    row = recorded(case, officer, officer)

    assert (row.stage, row.defects) == ("faulty", ["few"])
    assert row.mend_by == localdate() + 15 * DAY
    assert case.due_clock == "执法记录整改"


def test_who_holds_no_certificate_does_not_count_as_in_view(case, officer, squad):
    assert recorded(case, officer, officer, squad.third).defects == ["few"]


def test_a_service_video_with_two_officers_in_view_is_filed_with_its_hash(case, officer, partner):
    row = recorded(case, officer, officer, partner)
    [file] = case.part("attachments")

    assert (row.stage, row.defects, row.scene_label) == ("kept", [], "送达")
    assert row.digests == [file.sha256] == case.history[-1].facts["file"]
    assert (row.starts, row.ends, row.keeper) == ("09:30", "09:45", "officer")
    assert row.keep_until == localdate() + 183 * DAY
    assert case.due_on is None


@pytest.mark.parametrize(("changes", "defect"), [
    ({"told": False}, "untold"),
    ({"shot_on": (localdate() - 3 * DAY).isoformat()}, "late"),
    ({"marks": ["sound"]}, "sound"),
])  # fmt: skip
def test_the_self_check_marks_what_else_a_record_lacks(case, officer, partner, changes, defect):
    assert recorded(case, officer, officer, partner, **changes).defects == [defect]


def test_a_text_record_needs_nobody_in_view(case, officer):
    row = recorded(case, officer, form="text", file=[upload("回证.pdf", pdf())], told=False)

    assert row.stage == "kept"


def test_a_film_is_no_film_as_a_paper(case, officer, partner):
    said = refusal(case, officer, officer, partner, file=[upload("回证.pdf", pdf())])

    assert "音像记录应为照片、录音或者录像" in said


def test_a_film_says_who_is_in_view_and_when_it_was_shot(case, officer):
    assert "须写明入镜执法人员和起止时间" in refusal(case, officer, in_view=[], ends="")


def test_a_record_is_of_a_step_that_was_taken(case, officer):
    assert "已经办理的环节" in refusal(case, officer, officer, about=9)


def test_nothing_is_recorded_ahead(case, officer):
    tomorrow = (localdate() + DAY).isoformat()
    assert "不能晚于今天" in refusal(case, officer, officer, shot_on=tomorrow)


def test_a_record_has_one_source(case, officer):
    assert "二者择一" in refusal(case, officer, officer, file=None)


def test_a_file_of_the_case_becomes_a_record_once(case, officer, partner):
    case.take("attach", by=officer, file=[upload("巡查.wav", sound())])
    [file] = case.part("attachments")
    row = recorded(case, officer, officer, partner, file=None, attachment=file.pk)

    assert row.digests == [file.sha256]
    again = refusal(case, officer, officer, partner, file=None, attachment=file.pk)
    assert "尚未登记为执法记录" in again


def test_a_voided_file_becomes_no_record(case, officer):
    case.take("attach", by=officer, file=[upload("巡查.wav", sound())])
    [file] = case.part("attachments")
    case.take("void_attachment", by=officer, attachment=file.pk, reason="传错")
    assert "未作废" in refusal(case, officer, officer, file=None, attachment=file.pk)


def test_the_same_film_is_not_taken_twice(case, officer, partner):
    recorded(case, officer, officer, partner)
    assert "内容相同" in refusal(case, officer, officer, partner)


@pytest.mark.parametrize("text", ["25:00", "9点", "9:5", ""])
def test_an_hour_that_is_none_is_refused(text):
    with pytest.raises(ValidationError):
        hour(text)


def test_a_spot_check_finds_a_defect_that_is_put_right_in_time(case, officer, partner, head):
    row = recorded(case, officer, officer, partner)
    case.take("check_record", by=head, recording=row.pk, faults=["angle"], remark="未拍到当事人")
    [row] = case.part("recordings")
    assert (row.stage, row.defects, row.checked_by) == ("faulty", ["angle"], head)
    assert case.due_on == localdate() + 15 * DAY

    case.take("mend_record", by=officer, recording=row.pk, remedied="补拍门店全景并说明")
    case.refresh_from_db()
    assert [row.stage for row in case.part("recordings")] == ["mended"]
    assert case.due_on is None


def test_a_spot_check_without_findings_passes_the_record(case, officer, partner, head):
    row = recorded(case, officer, officer, partner)
    case.take("check_record", by=head, recording=row.pk)
    case.refresh_from_db()
    assert case.part("recordings")[0].stage == "passed"


def test_mending_one_record_leaves_the_time_of_the_other_running(case, officer):
    first = recorded(case, officer, officer)
    recorded(case, officer, officer, file=[upload("二.wav", sound())])
    case.take("mend_record", by=officer, recording=first.pk, remedied="已说明")
    assert case.due_on == localdate() + 15 * DAY


def test_nobody_checks_a_record_in_which_he_had_a_part(case, officer, head):
    row = recorded(case, officer, officer, head)
    assert "不得是该记录的上传人或者入镜人员" in refusal(
        case, head, step="check_record", recording=row.pk
    )


def test_who_records_does_not_check(case, officer, partner):
    row = recorded(case, officer, officer)
    with pytest.raises(NotYours):
        case.take("check_record", by=partner, recording=row.pk)


def test_only_a_faulty_record_is_mended(case, officer, partner):
    good = recorded(case, officer, officer, partner)
    recorded(case, officer, officer, file=[upload("二.wav", sound())])
    said = refusal(case, officer, step="mend_record", recording=good.pk, remedied="无")
    assert "只有待整改的记录需要整改" in said


def test_a_wrong_upload_is_voided_with_its_file_and_stays(case, officer):
    row = recorded(case, officer, officer)
    case.take("void_record", by=officer, recording=row.pk, reason="传到别的案件")
    case.refresh_from_db()

    assert [row.void for row in case.part("recordings")] == [True]
    assert [row.void for row in case.part("attachments")] == [True]
    assert case.due_on is None
    assert "本执法行为目前不需要" in refusal(
        case, officer, step="void_record", recording=row.pk, reason="再次"
    )


def test_a_voided_record_is_not_checked(case, officer, partner, head):
    row = recorded(case, officer, officer)
    recorded(case, officer, officer, partner, file=[upload("二.wav", sound())])
    case.take("void_record", by=officer, recording=row.pk, reason="传错")
    said = refusal(case, head, step="check_record", recording=row.pk)
    assert "执法记录应属于本案且未作废" in said


def test_a_step_of_the_list_in_force_misses_its_film_until_there_is_one(case, officer, partner):
    case.take("hear", by=officer)
    assert ask("recording.missing", case) == [f"{localdate()} 举行听证：缺音像记录"]

    recorded(case, officer, officer, partner, about=3)
    assert ask("recording.missing", case) == []


@pytest.mark.parametrize("how", ["void_record", "void_attachment"])
def test_a_film_that_was_voided_is_missing_again(case, officer, partner, how):
    case.take("hear", by=officer)
    row = recorded(case, officer, officer, partner, about=3)
    [file] = case.part("attachments")
    named = {"recording": row.pk} if how == "void_record" else {"attachment": file.pk}
    case.take(how, by=officer, reason="传错", **named)
    case.refresh_from_db()
    assert len(ask("recording.missing", case)) == 1


def test_a_text_is_no_film_of_a_hearing(case, officer):
    case.take("hear", by=officer)
    recorded(case, officer, about=3, form="text", file=[upload("笔录.pdf", pdf())])
    assert len(ask("recording.missing", case)) == 1


def test_one_manner_of_a_step_may_have_a_scene_of_its_own(case, officer):
    case.take("serve", by=officer, manner="left")
    assert ask("recording.missing", case) == [f"{localdate()} 留置送达：缺音像记录"]


def test_what_the_list_no_longer_demanded_on_the_day_is_not_missing(case, officer):
    SceneItem.objects.filter(code="hear").update(until=localdate())
    case.take("hear", by=officer)
    assert ask("recording.missing", case) == []


def test_a_faulty_record_stands_among_what_is_missing_until_it_is_mended(case, officer):
    row = recorded(case, officer, officer)
    [line] = ask("recording.missing", case)
    assert "入镜人员不足" in line

    case.take("mend_record", by=officer, recording=row.pk, remedied="已说明")
    case.refresh_from_db()
    assert ask("recording.missing", case) == []


def test_the_tab_shows_what_is_missing_and_what_may_be_done(case, officer):
    case.take("hear", by=officer)
    recorded(case, officer, officer)
    told = TAB.shows(case, officer)

    assert [line[:4] for line in told["missing"]] == [str(localdate())[:4]] * 2
    assert told["recordings"][0].defects == ["入镜人员不足"]
    assert [name for name, _ in told["recordings"][0].acts] == ["mend_record", "void_record"]
