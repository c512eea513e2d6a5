"""Rooms and lawyers: no moment is given away twice, and every booking says whose it is."""

import itertools
from contextlib import suppress
from datetime import datetime, timedelta
from threading import Barrier, Thread

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test import Client
from django.utils import timezone
from django.utils.timezone import make_aware
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from lawgov.bookings import taking
from lawgov.bookings.models import Booking, Kind, Resource, Slot
from lawgov.casework.refusals import BadFacts, StepRefused
from lawgov.people.models import User
from tests.cast import COMMUNITY, STREET, logged

MONDAY = "2026-03-02 08:00 +0800"


def at(clock, day="2026-03-03"):
    return make_aware(datetime.fromisoformat(f"{day} {clock}"))


@pytest.fixture(autouse=True)
def monday():
    with time_machine.travel(MONDAY, tick=False):
        yield


@pytest.fixture
def room(cast):
    return Resource.objects.create(
        kind=Kind.ROOM, name="调解室", unit=STREET, since="2020-01-01", seats=12
    )


@pytest.fixture
def lawyer(cast):
    return Resource.objects.create(
        kind=Kind.LAWYER, name="值班律师", unit=STREET, since="2020-01-01"
    )


def book(resource, by, first="09:00", last="10:00", **more):
    told = {"purpose": "邻里纠纷调解"} | more
    return taking.book(resource, by=by, starts=at(first), ends=at(last), **told)


def page(user, address, data=None):
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client.post(address, data) if data else client.get(address)


@pytest.mark.parametrize(
    ("first", "last"),
    [("09:00", "10:00"), ("08:30", "09:01"), ("09:59", "11:00"), ("09:15", "09:45")],
)
def test_what_overlaps_is_refused_and_told_who_has_it(cast, room, first, last):
    book(room, cast.mediator)

    with pytest.raises(StepRefused, match="2026-03-03 09:00–10:00已由mediator预约"):
        book(room, cast.community, first, last)


def test_what_ends_at_ten_leaves_ten_free(cast, room):
    book(room, cast.mediator)

    assert book(room, cast.community, "10:00", "11:00").pk
    assert book(room, cast.community, "08:30", "09:00").pk


def test_the_same_wish_of_the_same_person_is_one_booking(cast, room):
    assert book(room, cast.mediator) == book(room, cast.mediator)


def test_two_rooms_at_one_time_are_two_bookings(cast, room, lawyer):
    taking.open_slot(lawyer, by=cast.justice, starts=at("09:00"), ends=at("12:00"))

    assert book(room, cast.mediator).pk != book(lawyer, cast.mediator).pk


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (at("10:00"), at("10:00"), "ends"),
        (at("10:00"), at("09:00"), "ends"),
        (at("10:00"), at("09:00", "2026-03-04"), "ends"),
        (at("07:59", "2026-03-02"), at("09:00", "2026-03-02"), "starts"),
        (at("09:00", "2026-05-02"), at("10:00", "2026-05-02"), "starts"),
    ],
)
def test_times_that_make_no_sense_are_named_by_their_field(cast, room, first, last, field):
    with pytest.raises(BadFacts) as refused:
        taking.book(room, by=cast.mediator, starts=first, ends=last, purpose="调解")
    assert list(refused.value.errors) == [field]


def test_a_lawyer_is_booked_only_while_sitting(cast, lawyer):
    taking.open_slot(lawyer, by=cast.justice, starts=at("09:00"), ends=at("11:30"))

    assert book(lawyer, cast.community, "11:00", "11:30").pk
    with pytest.raises(StepRefused, match="不坐诊"):
        book(lawyer, cast.community, "11:00", "12:00")


def test_the_slots_of_a_lawyer_do_not_overlap_and_the_justice_office_sets_them(cast, lawyer):
    taking.open_slot(lawyer, by=cast.justice, starts=at("09:00"), ends=at("11:00"))

    with pytest.raises(StepRefused, match="重叠"):
        taking.open_slot(lawyer, by=cast.justice, starts=at("10:00"), ends=at("12:00"))
    with pytest.raises(PermissionDenied):
        taking.open_slot(lawyer, by=cast.mediator, starts=at("14:00"), ends=at("16:00"))


def test_a_room_needs_no_slots(cast, room):
    with pytest.raises(BadFacts):
        taking.open_slot(room, by=cast.justice, starts=at("09:00"), ends=at("11:00"))


def test_a_resource_out_of_use_is_not_booked(cast, room):
    Resource.objects.filter(pk=room.pk).update(until="2026-03-03")

    with pytest.raises(BadFacts, match="停用"):
        book(room, cast.mediator)


def test_cancelled_time_is_free_again_and_the_booking_stays_on_record(cast, room):
    first = book(room, cast.mediator)
    taking.cancel(first, by=cast.mediator, reason="改期")

    assert book(room, cast.community).pk != first.pk
    assert Booking.objects.get(pk=first.pk).cancel_reason == "改期"


def test_only_who_booked_or_who_keeps_the_room_cancels(cast, room):
    booking = book(room, cast.community)

    with pytest.raises(PermissionDenied):
        taking.cancel(booking, by=cast.mediator, reason="占用")
    taking.cancel(booking, by=cast.justice, reason="会议占用")


def test_what_has_begun_is_not_cancelled(cast, room):
    booking = book(room, cast.mediator)

    with time_machine.travel("2026-03-03 09:00 +0800"), pytest.raises(StepRefused):
        taking.cancel(booking, by=cast.mediator, reason="迟了")


@pytest.mark.django_db(transaction=True)
def test_of_twelve_who_want_the_same_hour_one_gets_it(cast, room):
    start, answers = Barrier(12), []

    def want(user):
        start.wait()
        try:
            answers.append(book(room, user).by)
        except StepRefused:
            answers.append(None)
        finally:
            connection.close()

    people = [User.objects.create(username=f"p{n}", name=f"p{n}") for n in range(12)]
    threads = [Thread(target=want, args=(user,)) for user in people]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert len(answers) == 12
    assert sum(answer is not None for answer in answers) == 1


class NoMomentTwice(TestCase):
    @given(wishes=st.lists(st.tuples(st.integers(0, 47), st.integers(1, 8)), max_size=12))
    def test_whatever_is_asked_the_standing_bookings_never_share_a_moment(self, wishes):
        by = User.objects.create(username="anyone", name="某人")
        room = Resource.objects.create(
            kind=Kind.ROOM, name="调解室", unit=STREET, since="2020-01-01"
        )
        with time_machine.travel(MONDAY, tick=False):
            for first, length in wishes:
                start = at("09:00") + timedelta(minutes=10 * first)
                end = start + timedelta(minutes=10 * length)
                with suppress(StepRefused):
                    taking.book(room, by=by, starts=start, ends=end, purpose="调解")
        rows = sorted((b.starts, b.ends) for b in Booking.objects.standing())
        assert all(a[1] <= b[0] for a, b in itertools.pairwise(rows))


def test_a_community_books_the_room_of_its_street_and_sees_it_on_the_day(cast, room):
    form = {"day": "2026-03-03", "starts": "09:00", "ends": "10:30", "purpose": "漏水纠纷调解"}
    answer = page(cast.community, f"/bookings/resources/{room.pk}/", form)

    assert answer.status_code == 302
    shown = page(cast.mediator, "/bookings/?day=2026-03-03").content.decode()
    assert "2026-03-03 09:00–10:30" in shown
    assert "漏水纠纷调解" in shown


def test_a_booking_leads_to_its_case_only_for_who_may_open_it(cast, room):
    case = logged(cast.grid)
    book(room, cast.mediator, case=case)

    assert case.number in page(cast.leader, "/bookings/?day=2026-03-03").content.decode()
    assert case.number not in page(cast.neighbour, "/bookings/?day=2026-03-03").content.decode()


def test_a_case_out_of_reach_is_not_named_in_a_booking(cast, room):
    form = {"day": "2026-03-03", "starts": "09:00", "ends": "10:00", "purpose": "调解"}
    number = logged(cast.grid).number
    answer = page(cast.neighbour, f"/bookings/resources/{room.pk}/", form | {"number": number})

    assert answer.status_code == 400
    assert "没有这个编号的案件" in answer.content.decode()


def test_the_rooms_of_another_street_are_not_there(cast, room):
    assert page(cast.outsider, f"/bookings/resources/{room.pk}/").status_code == 404
    assert "调解室" not in page(cast.outsider, "/bookings/?day=2026-03-03").content.decode()


def test_an_overlap_on_the_page_is_a_conflict_and_nothing_typed_is_lost(cast, room):
    book(room, cast.mediator)
    form = {"day": "2026-03-03", "starts": "09:30", "ends": "10:30", "purpose": "漏水调解"}
    answer = page(cast.community, f"/bookings/resources/{room.pk}/", form)

    assert answer.status_code == 409
    assert "已由mediator预约" in answer.content.decode()
    assert "漏水调解" in answer.content.decode()


def test_the_day_is_read_in_as_many_questions_for_one_room_as_for_ten(
    cast, room, client, django_assert_max_num_queries
):
    client.force_login(cast.leader, backend="django.contrib.auth.backends.ModelBackend")
    client.get("/bookings/?day=2026-03-03")
    for n in range(10):
        other = Resource.objects.create(
            kind=Kind.ROOM, name=f"房间{n}", unit=COMMUNITY, since="2020-01-01"
        )
        book(other, cast.mediator)
        if n in (0, 9):
            with django_assert_max_num_queries(12):
                client.get("/bookings/?day=2026-03-03")


def test_slots_are_half_open_in_the_time_of_shanghai(cast, lawyer):
    slot = taking.open_slot(lawyer, by=cast.justice, starts=at("09:00"), ends=at("11:00"))

    assert str(slot) == "2026-03-03 09:00–11:00"
    assert Slot.objects.get().starts.astimezone(timezone.get_fixed_timezone(0)).hour == 1
