"""The public counter lets people in and keeps scripts and floods out."""

from time import time

import pytest
from django.core import signing
from django.core.cache import cache
from django.http import HttpResponse
from django.test import RequestFactory
from redis import RedisError

from lawgov.casework.facts import Text, phone
from lawgov.casework.refusals import StepRefused, TooMany
from lawgov.counter import desk, rates, slips, tokens
from lawgov.counter.limits import Rate
from lawgov.counter.models import Tally

pytestmark = pytest.mark.django_db
FORM = desk.Window("try", "试填", {"text": Text("事情"), "phone": phone("电话")}, phone="phone")


def token(form="try", age=60, key="k"):
    about = {"form": form, "key": key, "at": int(time()) - age}
    return signing.dumps(about, salt=tokens.SALT)


def send(address, **given):
    data = {"_token": token(), "text": "漏水", "phone": "13812345678"} | given
    request = RequestFactory().post("/", data, REMOTE_ADDR=address)
    view = desk.at_counter(lambda request: FORM.serve(request, taken))
    return view(request)


def taken(given, key):
    return HttpResponse(f"{given['text']} {key}")


@pytest.fixture(autouse=True)
def nobody_came():
    cache.clear()


def test_a_form_that_was_opened_a_minute_ago_is_taken_under_its_own_key():
    assert send("1.1.1.1").content.decode() == "漏水 counter:try:k"


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"_token": ""}, tokens.INVALID),
        ({"_token": "made:up"}, tokens.INVALID),
        ({"_token": token("another")}, tokens.INVALID),
        ({"_token": token(age=-(10**6))}, tokens.TOO_SOON),
        ({"_token": token(age=3 * 60 * 60)}, tokens.TOO_LATE),
        ({"website": "http://spam"}, desk.TRAPPED),
    ],
)
def test_a_form_that_is_not_ours_or_not_filled_in_by_a_person_is_refused(given, why):
    answer = send("1.1.1.2", **given)
    assert answer.status_code in (400, 409)
    assert why in answer.content.decode()
    assert "漏水" in answer.content.decode()  # what was typed is kept


def test_a_fault_of_the_facts_is_told_at_its_field():
    answer = send("1.1.1.3", phone="12")
    assert answer.status_code == 400
    assert "电话" in answer.content.decode()


def test_a_body_beyond_the_limit_is_not_read(settings):
    settings.COUNTER_BODY_KB = 1
    assert send("1.1.1.4", text="水" * 2000).status_code == 413


def test_one_address_is_refused_after_so_many_forms(monkeypatch):
    monkeypatch.setattr(desk, "BY_ADDRESS", Rate("send", 2, 3600, "过于频繁"))
    statuses = [send("2.2.2.2", _token=token(key=str(n))).status_code for n in range(3)]
    assert statuses == [200, 200, 429]
    assert send("2.2.2.3").status_code == 200


def test_one_phone_is_refused_after_so_many_wishes_from_wherever(monkeypatch):
    monkeypatch.setattr(desk, "BY_PHONE", Rate("phone", 2, 3600, "次数已满"))
    assert [send(f"3.3.3.{n}").status_code for n in range(3)] == [200, 200, 429]


def test_with_the_cache_away_the_database_counts(monkeypatch):
    def away(*args):
        raise RedisError

    monkeypatch.setattr(rates, "in_cache", away)
    rate = Rate("send", 1, 3600, "过于频繁")
    rates.count(rate, "4.4.4.4")
    with pytest.raises(TooMany):
        rates.count(rate, "4.4.4.4")
    assert "4.4.4.4" not in Tally.objects.get().whom
    Tally.objects.update(until="2020-01-01T00:00Z")
    assert rates.forget() == 1


@pytest.mark.parametrize(
    ("proxies", "address"), [(0, "5.5.5.5"), (1, "7.7.7.7"), (2, "6.6.6.6"), (3, "5.5.5.5")]
)
def test_only_what_our_own_proxies_forward_is_believed(settings, proxies, address):
    settings.COUNTER_PROXIES = proxies
    headers = {"REMOTE_ADDR": "5.5.5.5", "HTTP_X_FORWARDED_FOR": "6.6.6.6, 7.7.7.7"}
    assert desk.address_of(RequestFactory().get("/", **headers)) == address


def test_a_check_word_belongs_to_its_number_alone():
    first, second = (slips.new()["slips"][0]["number"] for _ in range(2))
    assert first != second
    assert slips.word_of(first) == slips.word_of(first) != slips.word_of(second)


def test_a_token_serves_no_other_form():
    with pytest.raises(StepRefused):
        tokens.key_of("other", token())
