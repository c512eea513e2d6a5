"""What the server gives for work without a network; the rest is told in tests/story."""

import json
import re

import pytest
from django.test import Client

from ..pages.conftest import Browser

pytestmark = pytest.mark.django_db


def browser(user):
    found = Browser()
    found.force_login(user)
    return found


def test_the_worker_knows_the_two_forms_and_nobody_s_data(client: Client):
    answer = client.get("/sw.js")
    here = json.loads(re.search(r"const HERE = (.*);", answer.content.decode())[1])

    assert answer["Content-Type"].startswith("text/javascript")
    assert set(here["forms"]) == {"/disputes/new/", "/screenings/new/"}
    assert here["forms"]["/screenings/new/"]["leads"]["to"] == "/disputes/new/"


def test_the_forms_say_whose_they_are_and_that_they_may_wait(cast):
    page = browser(cast.grid).see("/screenings/new/")

    assert "data-offline" in page
    assert f'name="_by" value="{cast.grid.pk}"' in page
    assert "lawgov/offline.js" in page


def test_who_logs_nothing_outdoors_gets_no_worker(cast):
    assert "lawgov/offline.js" not in browser(cast.leader).see("/disputes/")


def test_the_quick_round_stands_in_the_bar_of_the_phone(cast):
    bar = browser(cast.grid).see("/").partition('class="bar"')[2]

    assert 'href="/screenings/new/"' in bar
