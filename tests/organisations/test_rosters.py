"""Who sits in a body, as what, from a day until a day."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from lawgov.organisations import rosters
from lawgov.organisations.models import Kind, Membership, Organisation
from tests.cast import COMMUNITY, STREET

SINCE = date(2024, 3, 1)


@pytest.fixture
def committee(cast):
    return Organisation.objects.create(
        kind=Kind.MEDIATION_COMMITTEE, name="人民调解委员会", unit=STREET, since=date(2020, 1, 1)
    )


def page(user, body, data=None):
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    address = f"/organisations/{body.pk}/"
    return client.post(address, data) if data else client.get(address)


def test_the_justice_office_seats_a_person_of_the_system(cast, committee):
    rosters.join(committee, by=cast.justice, user=cast.mediator, capacity="mediator", since=SINCE)

    assert [str(member) for member in committee.members.all()] == ["调解员 mediator"]


def test_who_has_no_account_sits_by_name(cast, committee):
    answer = page(cast.justice, committee, {"name": "王某", "capacity": "adviser", "since": SINCE})

    assert answer.status_code == 302
    assert "王某" in page(cast.leader, committee).content.decode()


@pytest.mark.parametrize("who", ["grid", "mediator", "leader", "statistician"])
def test_nobody_else_keeps_the_roster(cast, committee, who):
    with pytest.raises(PermissionDenied):
        rosters.join(committee, by=getattr(cast, who), name="王某", capacity="member", since=SINCE)


def test_a_person_or_a_name_not_both_and_not_neither(cast, committee):
    both = {"user": cast.mediator.pk, "name": "王某", "capacity": "member", "since": SINCE}

    for given in (both, {"capacity": "member", "since": SINCE}):
        answer = page(cast.justice, committee, given)
        assert answer.status_code == 400
        assert "二者择一" in answer.content.decode()


def test_nobody_takes_the_same_seat_twice(cast, committee):
    given = {"user": cast.mediator, "capacity": "mediator", "since": SINCE}
    rosters.join(committee, by=cast.justice, **given)

    with pytest.raises(ValidationError, match="已在本组织担任该职务"):
        rosters.join(committee, by=cast.justice, **given)


def test_nobody_sits_in_a_body_before_it_stands(cast, committee):
    with pytest.raises(ValidationError, match="设立之后"):
        rosters.join(
            committee, by=cast.justice, name="王某", capacity="member", since=date(2019, 12, 31)
        )


def test_who_left_stays_in_the_roster_of_the_past_and_may_come_back(cast, committee):
    first = rosters.join(committee, by=cast.justice, name="王某", capacity="head", since=SINCE)
    rosters.leave(first, by=cast.justice, on=date(2025, 3, 1))
    rosters.join(committee, by=cast.justice, name="王某", capacity="head", since=date(2025, 9, 1))

    assert Membership.objects.filter(name="王某").count() == 2
    assert "已离任（1人次）" in page(cast.justice, committee).content.decode()


def test_a_seat_is_left_once_and_after_it_was_taken(cast, committee):
    member = rosters.join(committee, by=cast.justice, name="王某", capacity="head", since=SINCE)

    with pytest.raises(ValidationError):
        rosters.leave(member, by=cast.justice, on=SINCE)
    rosters.leave(member, by=cast.justice, on=date(2025, 1, 1))
    with pytest.raises(ValidationError):
        rosters.leave(member, by=cast.justice, on=date(2025, 2, 1))


def test_bodies_of_another_street_are_not_there(cast, committee):
    assert page(cast.outsider, committee).status_code == 404


def test_the_list_shows_the_own_range_and_finds_by_member(cast, committee, client):
    station = Organisation.objects.create(
        kind=Kind.MEDIATION_STATION, name="社区工作站", unit=COMMUNITY, since=SINCE
    )
    rosters.join(station, by=cast.justice, name="王某", capacity="member", since=SINCE)
    client.force_login(cast.leader, backend="django.contrib.auth.backends.ModelBackend")

    found = client.get("/organisations/?member=王某").content.decode()
    assert "社区工作站" in found
    assert "人民调解委员会</a>" not in found


def test_the_list_asks_as_often_for_one_body_as_for_thirty(
    cast, client, django_assert_max_num_queries
):
    client.force_login(cast.leader, backend="django.contrib.auth.backends.ModelBackend")
    client.get("/organisations/")
    for first, last in ((0, 1), (1, 30)):
        Organisation.objects.bulk_create(
            Organisation(kind=Kind.COMMITTEE, name=f"委员会{n}", unit=COMMUNITY, since=SINCE)
            for n in range(first, last)
        )
        with django_assert_max_num_queries(10):
            page = client.get("/organisations/").content.decode()
        assert page.count('data-label="类别"') == last
