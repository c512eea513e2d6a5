"""Residents without an account book a lawyer's time, ask what became of it, cancel and rate."""

import re

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client

from lawgov.bookings.models import Booking
from lawgov.casework.models import Case
from lawgov.privacy.crypto import blind

from ..cast import OTHER_STREET, STREET
from ..enforcement.http import Pages
from . import service
from .test_legal_service import figure

ANYBODY = Client()


@pytest.fixture(autouse=True)
def nobody_came():
    cache.clear()


def book(slot, hour="0900", **given):
    told = {**service.VISITOR, "_token": service.token("legal-book", given.pop("key", "k"))}
    return ANYBODY.post(f"/public/legal/times/{slot.pk}/{hour}/", told | given)


def slip(answer):
    number, word = re.findall(r"<strong>([^<]+)</strong>", answer.content.decode())[:2]
    return {"number": number, "word": word}


def ask(page, paper, **given):
    told = {**paper, "_token": service.token(f"legal-{page}", page)} | given
    return ANYBODY.post(f"/public/legal/{page}/", told)


def test_book_a_lawyers_slot_from_the_public_page_and_have_the_visit_counted_as_1_when_it_is_held(
    cast,
):
    slot = service.slot(cast.justice)
    shown = ANYBODY.get(f"/public/legal/{STREET}/").content.decode()
    assert f"/public/legal/times/{slot.pk}/0930/" in shown
    paper = slip(book(slot, "0930"))
    [case] = Case.objects.filter(kind="consultation")
    with time_machine.travel(service.hours_after(slot, 1)):
        assert figure("legalservice.consult_persons") in (0, None)
        desk = Pages(cast.mediator)
        facts = {"persons": 1, "mode": "on_site", "lawyer": "值班律师"}
        desk.take(case, "receive", "consultations", **facts)
        desk.take(case, "answer", "consultations", answer="可以起诉", outcome="suit")
        assert figure("legalservice.consult_persons") == 1
        assert "可以起诉" in ask("query", paper).content.decode()
        assert "已评价" in ask("rate", paper, satisfaction="good").content.decode()


def test_what_is_booked_is_no_longer_offered_and_cannot_be_booked_twice(cast):
    slot = service.slot(cast.justice)
    assert book(slot).status_code == 200
    assert f"/{slot.pk}/0900/" not in ANYBODY.get(f"/public/legal/{STREET}/").content.decode()
    answer = book(slot, key="another")
    assert answer.status_code == 409
    assert "该时段已有预约" in answer.content.decode()


def test_a_form_that_is_sent_twice_books_once(cast):
    slot = service.slot(cast.justice)
    assert slip(book(slot)) == slip(book(slot))
    assert Booking.objects.count() == 1


def test_a_booking_is_cancelled_by_its_slip_and_the_time_is_free_again(cast):
    slot = service.slot(cast.justice)
    paper = slip(book(slot))
    assert ask("query", {**paper, "word": "AAAAAA"}).status_code == 400
    assert "已取消" in ask("cancel", paper, reason="有事").content.decode()
    assert book(slot, key="another").status_code == 200


def test_the_schedule_is_public_and_names_nobody_who_booked(cast):
    slot = service.slot(cast.justice)
    book(slot)
    shown = ANYBODY.get(f"/public/legal/{STREET}/")
    assert (shown.status_code, "甲某" in shown.content.decode()) == (200, False)
    assert "没有安排" in ANYBODY.get(f"/public/legal/{OTHER_STREET}/").content.decode()
    assert ANYBODY.get("/public/legal/999999999/").status_code == 404
    assert ANYBODY.get(f"/public/legal/{STREET[:6]}/").status_code == 404


@pytest.mark.parametrize(
    ("given", "status"),
    [({"phone": "12"}, 400), ({"name": ""}, 400), ({"website": "x"}, 400), ({"_token": "x"}, 409)],
)
def test_a_booking_that_is_not_in_order_is_refused_and_leaves_nothing(cast, given, status):
    assert book(service.slot(cast.justice), **given).status_code == status
    assert not Booking.objects.exists()


@pytest.mark.parametrize("hour", ["0915", "1045", "0700", "2599", "x"])
def test_only_a_time_of_the_slot_is_booked(cast, hour):
    answer = book(service.slot(cast.justice), hour)
    assert answer.status_code in (200, 404, 409)
    assert (answer.status_code == 200) == (hour == "0915")


def test_the_phone_of_who_booked_is_sealed_and_the_staff_see_the_booking(cast):
    book(service.slot(cast.justice))
    [case] = Case.objects.filter(kind="consultation")
    [party] = case.part("parties")
    assert party.phone_blind == blind("13812345678")
    staff = Client()
    staff.force_login(cast.justice, backend="django.contrib.auth.backends.ModelBackend")
    shown = staff.get(f"/consultations/{case.pk}/?tab=parties").content.decode()
    assert "13812345678" not in shown
    assert (
        "居民"
        in staff.get(f"/bookings/?day={case.part('bookings')[0].starts:%Y-%m-%d}").content.decode()
    )
