"""矛调平台: 1+17+192 against the unit tree, its quarters, its rooms."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from lawgov.bookings.models import Kind as Room
from lawgov.bookings.models import Resource
from lawgov.notices.models import Notice
from lawgov.organisations import rosters
from lawgov.organisations.models import Kind
from lawgov.people.models import Role
from mediation.platform import quarters, structure
from reporting.indicators import figures
from reporting.periods import Period
from tests.cast import COMMUNITY, GRID, SIBLING, STREET, dispute_in, person

from .platform import SINCE, body, held, ladder, quarter_meeting

BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.mark.parametrize(
    ("kind", "unit"),
    [
        (Kind.MEDIATION_PLATFORM, STREET),
        (Kind.MEDIATION_STATION, COMMUNITY),
        (Kind.MEDIATION_GROUP, GRID),
    ],
)
def test_a_street_has_one_platform_a_community_one_station_a_grid_one_group(tree, kind, unit):
    ladder()

    with pytest.raises(IntegrityError, match=f"{kind}_once"), transaction.atomic():
        body(kind, unit, "又一个")


def test_what_the_structure_lacks_is_shown_against_the_unit_tree(client, cast):
    ladder()
    client.force_login(cast.justice, backend=BACKEND)

    page = client.get(reverse("platform"), {"unit": STREET})
    platform, station, group = page.context["rungs"]

    assert (platform.bodies, station.bodies, group.bodies) == (1, 1, 1)
    assert (platform.units, station.units, group.units) == (1, 2, 1)
    assert station.lacking == [(SIBLING, "第三居委会")]
    assert (platform.is_whole, station.is_whole, group.is_whole) == (True, False, True)
    assert "第三居委会" in page.content.decode()


def test_a_body_is_a_link_only_for_who_may_open_it(client, cast):
    ladder()
    street = body(Kind.MEDIATION_COMMITTEE, STREET)
    address = reverse("organisation", args=[street.pk])

    for user, leads in ((cast.justice, True), (cast.grid, False)):
        client.force_login(user, backend=BACKEND)
        page = client.get(reverse("platform"), {"unit": STREET}).content.decode()
        assert street.name in page
        assert (address in page) is leads


def test_a_station_that_lies_on_no_community_is_named(tree):
    body(Kind.MEDIATION_STATION, GRID, "设在网格的工作站")

    assert structure.rungs(STREET, timezone.localdate())[1].astray == ["设在网格的工作站"]


def test_the_leading_group_has_two_heads_and_a_committee_three_to_nine_members(cast):
    group = body(Kind.LEADING_GROUP, STREET)
    committee = body(Kind.MEDIATION_COMMITTEE, STREET)
    for name in ("甲", "乙"):
        rosters.join(group, by=cast.justice, name=name, capacity="head", since=SINCE)
    rosters.join(committee, by=cast.justice, name="丙", capacity="head", since=SINCE)

    found = {each.body: each.lacks for each in structure.rosters(STREET, timezone.localdate())}

    assert found[group] == []
    assert found[committee] == ["委员应为3至9人（《人民调解法》第八条），现有1人"]


def test_a_quarter_without_a_meeting_is_late_and_one_with_it_is_not(cast, monkeypatch):
    ladder()
    meeting = quarter_meeting(cast.justice)
    held(meeting, cast.justice)
    now = quarters.Quarter.of(timezone.localdate())
    assert quarters.standing(STREET, now.year, SINCE)[now.n - 1].state == "held"

    monkeypatch.setattr(quarters, "localdate", lambda: date(now.year + 2, 1, 1))
    states = [each.state for each in quarters.standing(STREET, now.year + 1, SINCE)]

    assert states == ["late"] * 4


def test_a_quarter_before_the_platform_was_founded_is_not_late(tree):
    assert {each.state for each in quarters.standing(STREET, 2019, SINCE)} == {"none"}


@pytest.mark.parametrize(
    ("day", "told"), [("2026-07-05", "late"), ("2026-06-20", "near"), ("2026-05-10", "")]
)
def test_the_justice_office_is_told_of_a_quarter_that_ends_without_a_meeting(
    cast, monkeypatch, day, told
):
    ladder()
    monkeypatch.setattr(quarters, "localdate", lambda: date.fromisoformat(day))

    quarters.remind()
    quarters.remind()

    rows = [(row.to, row.what) for row in Notice.objects.all()]
    assert rows == ([(cast.justice, told)] if told else [])


def test_the_floor_space_of_the_platform_is_counted(tree):
    ladder()

    told = {f.indicator.code: f.value for f in figures(STREET, Period.of(2023))}

    assert told["org.platform_area"] == 320


def test_book_the_mediation_room_for_a_mediation_session_and_be_refused_when_it_is_taken(
    client, cast
):
    room = Resource.objects.create(
        kind=Room.MEDIATION, name="调解室", unit=STREET, area=30, since=SINCE
    )
    case = dispute_in("assigned", cast)
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    asked = {"day": tomorrow, "starts": "09:00", "ends": "10:00", "purpose": "调解"}
    client.force_login(cast.mediator, backend=BACKEND)
    url = reverse("book", args=[room.pk])

    booked = client.post(url, {**asked, "number": case.number})
    client.force_login(person("late", Role.MEDIATOR, STREET), backend=BACKEND)
    refused = client.post(url, asked)

    client.force_login(cast.mediator, backend=BACKEND)
    case_page = client.get(reverse("dispute", args=[case.pk]), {"tab": "bookings"})

    assert booked.status_code == 302
    assert "调解室（mediator预约）" in case_page.content.decode()
    assert room.bookings.get().case == case
    assert refused.status_code == 409
    assert "已由mediator预约" in refused.content.decode()


def test_the_rooms_and_studios_stand_on_the_page_of_the_platform(client, cast):
    Resource.objects.create(
        kind=Room.STUDIO, name="特色工作室", unit=COMMUNITY, area=25, since=SINCE
    )
    client.force_login(cast.justice, backend=BACKEND)

    page = client.get(reverse("platform")).content.decode()

    assert "特色调解工作室" in page
    assert "25 平方米" in page
