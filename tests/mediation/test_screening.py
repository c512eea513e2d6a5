"""Rounds of screening: planned by the community, walked by the groups, each logged once."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from lawgov.casework import invariants, outbox
from lawgov.casework.models import Attachment, Case, Entry
from lawgov.casework.refusals import BadFacts, NotYours, StepRefused
from lawgov.notices.models import Notice
from lawgov.privacy.models import AccessLog
from lawgov.units.models import Unit
from mediation.screening import reminding

from ..cast import COMMUNITY, GRID, SIBLING, STREET, logged, person, registration
from ..files.samples import jpeg
from ..pages.conftest import Browser
from ..reporting.conftest import value

pytestmark = pytest.mark.django_db
ROUND = {"type": "visit", "found": "nothing"}
GRID_2 = "310106020001002"


def browser(user):
    found = Browser()
    found.force_login(user)
    return found


@pytest.fixture
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


def photo(**how):
    return SimpleUploadedFile("现场.jpg", jpeg(**how), "image/jpeg")


def walk(by, unit=GRID, **given):
    return Entry.log("screening", by=by, unit=unit, **ROUND | given)


def day(n):
    return (timezone.localdate() + timedelta(days=n)).isoformat()


def plan(cast, *, by=None, unit=COMMUNITY, **given):
    facts = {"title": "集中排查", "until": day(5), "rounds": 1} | given
    return Case.open_new("round_plan", by=by or cast.community, unit=unit, **facts)


@pytest.fixture
def second_grid(tree):
    Unit.objects.create(code=GRID_2, name="第2网格")
    return person("grid2", "grid_worker", GRID_2)


def walking(cast, **given):
    case = plan(cast, **given)
    case.take("set_out", by=None)
    return case


def test_log_a_round_of_the_grid_with_one_find_and_see_both_screened_and_the_new_dispute_rise(
    cast, media
):
    grid, year = browser(cast.grid), timezone.localdate().year
    before = value("dispute.screened", STREET, year) or 0

    answer = grid.fill("/screenings/new/", found="dispute", spot="3号楼1单元", file=[photo()])
    filled = grid.form(answer.url)
    parties = {"parties-0-side": "applicant", "parties-0-name": "甲某"}
    grid.post(
        answer.url, filled | parties | {"title": "漏水", "type": "housing", "summary": "漏水"}
    )

    assert value("dispute.screened", STREET, year) == before + 1
    case = Case.objects.get(kind="dispute")
    assert (case.channel, case.unit) == ("screening", GRID)
    assert case.links.get().entry == Entry.objects.get()


def test_one_record_a_round_found_or_not(cast):
    walk(cast.grid)
    walk(cast.grid, found="dispute")

    assert value("dispute.screened", GRID, timezone.localdate().year) == 2


def test_the_photo_of_a_round_is_kept_with_its_hash_shown_and_its_download_noted(cast, media):
    entry = walk(cast.grid, file=[photo()])
    row = entry.attachments.get()

    community = browser(cast.community)
    assert row.name in community.see(f"/screenings/{entry.pk}/")
    answer = community.get(f"/attachments/{row.pk}/")

    assert b"".join(answer.streaming_content) == jpeg()
    assert (entry.proofs, entry.data["file"]) == (1, [row.sha256])
    assert AccessLog.objects.get(by=cast.community).object_id == row.pk
    assert browser(cast.neighbour).get(f"/attachments/{row.pk}/").status_code == 404


def test_verify_knows_the_photo_of_a_round_and_misses_one_that_was_put_in(cast, media):
    entry = walk(cast.grid, file=[photo()])
    assert list(invariants.files()) == list(invariants.chains()) == []

    Attachment.objects.update(sha256="0" * 64)

    assert f"记录 {entry.pk}" in " ".join(invariants.files())


def test_a_round_sent_twice_with_its_photo_is_one_round(cast, media):
    first, again = (
        Entry.log("screening", by=cast.grid, unit=GRID, key="k", **ROUND, file=[photo()])
        for _ in range(2)
    )

    assert first == again
    assert Attachment.objects.count() == len(list(media.glob("attachments/*"))) == 1


def test_a_voided_round_hides_its_photo_from_who_only_reads(cast, media):
    entry = walk(cast.grid, file=[photo()])
    entry.annul(by=cast.grid, reason="重复")
    url = f"/attachments/{entry.attachments.get().pk}/"

    assert browser(cast.leader).get(url).status_code == 403
    assert browser(cast.community).get(url).status_code == 200


def test_a_day_takes_no_more_than_its_quota_of_a_person(cast, media, settings):
    settings.ATTACHMENT_DAY_MB = 0

    with pytest.raises(StepRefused, match="一人一日上传"):
        walk(cast.grid, file=[photo()])
    assert not Entry.objects.exists()


def test_the_photo_of_a_find_moves_along_to_the_dispute(cast, media):
    entry = walk(cast.grid, found="dispute", file=[photo()])

    facts = registration(channel="screening", entry=entry.pk, file=[photo(colour="red")])
    case = Case.open_new("dispute", by=cast.grid, unit=GRID, **facts)

    own, came = case.attachments.order_by("pk")
    assert (came.sha256, came.label) == (entry.attachments.get().sha256, "来自排查记录")
    assert case.history[0].facts["file"] == [own.sha256, came.sha256]
    assert list(invariants.files()) == []


def test_a_refused_dispute_leaves_the_photo_of_the_round_where_it_was(cast, media):
    entry = walk(cast.grid, found="dispute", file=[photo()])
    facts = registration(channel="screening", entry=entry.pk)
    Case.open_new("dispute", by=cast.grid, unit=GRID, **facts)

    with pytest.raises(StepRefused):
        Case.open_new("dispute", by=cast.grid, unit=GRID, **facts)

    assert list(invariants.files()) == []


def test_a_plan_names_every_grid_of_the_unit_with_who_walks_it(cast, second_grid):
    case = plan(cast)

    assert [(row.grid, row.user) for row in case.part("walks")] == [
        (GRID, cast.grid), (GRID_2, second_grid),
    ]  # fmt: skip
    assert case.due_on.isoformat() == day(5)


def test_a_community_without_grids_is_walked_as_one(cast):
    case = plan(cast, by=cast.neighbour, unit=SIBLING)

    assert [(row.grid, row.user) for row in case.part("walks")] == [(SIBLING, None)]


def test_who_walks_a_grid_of_the_plan_sees_it_though_it_lies_above(cast, second_grid):
    case = plan(cast, grids=[GRID])

    assert Case.objects.visible_to(cast.grid, "round_plan").get() == case
    assert not Case.objects.visible_to(second_grid, "round_plan").exists()
    assert "集中排查" in browser(cast.grid).see(f"/round-plans/{case.pk}/")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"grids": [SIBLING]}, "所选网格应是本单位内"),
        ({"since": day(6)}, "截止日期不得早于开始日期"),
        ({"until": day(-1)}, "截止日期不得早于开始日期"),
    ],
)
def test_a_plan_out_of_place_or_time_is_refused(cast, given, why):
    with pytest.raises(StepRefused, match=why):
        plan(cast, **given)


def test_rounds_are_planned_by_a_street_or_a_community(cast):
    chief = person("district", "justice", "310106")

    with pytest.raises((StepRefused, BadFacts)):
        plan(cast, by=chief, unit="310106")
    with pytest.raises(NotYours):
        plan(cast, by=cast.grid, unit=GRID)


def test_a_plan_sets_out_on_its_first_day_by_itself(cast):
    now, later = plan(cast), plan(cast, since=day(2))

    outbox.drain()
    now.refresh_from_db()
    later.refresh_from_db()

    assert (now.state, later.state) == ("walking", "deployed")


def test_a_plan_is_done_when_every_grid_had_its_rounds(cast, second_grid):
    case = walking(cast, rounds=2)
    for _ in range(2):
        walk(cast.grid)
    walk(second_grid, GRID_2)

    with pytest.raises(StepRefused, match="第一居委会第2网格还差1轮"):
        case.take("complete", by=cast.community)
    walk(second_grid, GRID_2)
    case.take("complete", by=cast.community)

    assert (case.state, case.detail.missing) == ("done", 0)


def test_only_valid_rounds_of_the_plan_s_time_and_manner_count(cast):
    case = walking(cast, type="visit")
    walk(cast.grid, type="patrol")
    walk(cast.grid, on=day(-1))
    walk(cast.grid).annul(by=cast.grid, reason="重复")

    assert "还差1轮" in browser(cast.community).see(f"/round-plans/{case.pk}/")


def test_a_plan_that_was_not_walked_ends_with_its_reason_and_its_number_of_grids(cast, second_grid):
    case = walking(cast)
    walk(cast.grid)

    case.take("end", by=cast.community, reason="人手不足")

    assert (case.state, case.detail.missing) == ("short", 1)


def test_a_plan_is_extended_to_a_later_day_only(cast):
    case = walking(cast)

    with pytest.raises(StepRefused, match="延长后的截止日期应晚于原截止日期"):
        case.take("extend", by=cast.community, until=day(4), reason="下雨")
    case.take("extend", by=cast.community, until=day(9), reason="下雨")

    assert case.due_on.isoformat() == day(9)


def test_the_walkers_of_grids_without_their_rounds_are_reminded_once(
    cast, second_grid, monkeypatch
):
    monkeypatch.setattr("mediation.screening.reminding.calendar.is_workday", lambda on: True)
    case = walking(cast, until=day(1))
    walk(cast.grid)

    for _ in range(2):
        reminding.begin()

    notice = Notice.objects.get()
    assert (notice.to, notice.case, notice.what) == (second_grid, case, "near")


def test_coverage_tells_each_grid_by_month_and_which_had_no_round(cast, second_grid):
    walk(cast.grid)
    month = timezone.localdate().month

    page = browser(cast.community).see("/screenings/coverage/")
    left = browser(cast.community).see(f"/screenings/coverage/?missing={month}")

    assert "全年没有排查的 <strong>1</strong> 个" in page
    assert "50.0%" in page
    assert "第2网格" in left
    assert "第1网格</th>" not in left
    assert browser(cast.admin).get("/screenings/coverage/").status_code == 403


def test_coverage_costs_the_same_for_one_grid_and_for_many(cast, django_assert_num_queries):
    Unit.objects.bulk_create(
        Unit(code=f"{COMMUNITY}{n:03}", name=f"第{n}网格") for n in range(2, 30)
    )
    leader = browser(cast.leader)
    leader.see("/screenings/coverage/")

    with django_assert_num_queries(9):
        leader.see("/screenings/coverage/")


def test_a_round_that_one_does_not_see_gives_a_dispute_no_photos(cast, media):
    entry = walk(cast.community, unit=COMMUNITY, found="dispute", file=[photo()])

    with pytest.raises(StepRefused, match="所填排查记录"):
        logged(cast.grid, channel="screening", entry=entry.pk)
    assert logged(cast.community, channel="screening", entry=entry.pk).attachments.count() == 1


def test_a_dispute_found_on_a_round_lies_where_the_round_went(cast):
    entry = walk(cast.grid, found="dispute", spot="5号楼2单元")
    facts = registration(channel="screening", entry=entry.pk)
    facts.pop("place", None)

    found = Case.open_new("dispute", by=cast.grid, unit=GRID, **facts)
    assert found.detail.place == "5号楼2单元"


def test_a_plan_leads_to_the_round_only_in_the_grids_one_walks(cast, second_grid, as_):
    case = plan(cast)
    page = as_(cast.grid).see(f"/round-plans/{case.pk}/")

    assert f"/screenings/new/?unit={GRID}" in page
    assert f"/screenings/new/?unit={GRID_2}" not in page
