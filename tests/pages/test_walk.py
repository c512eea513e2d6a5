"""A dispute walks by forms alone: from the grid worker's phone to the archive."""

import re

import pytest

from lawgov.casework.models import Case, Entry
from tests.cast import COMMUNITY, GRID, STREET, today

pytestmark = pytest.mark.django_db

REGISTRATION = {
    "title": "楼上漏水",
    "channel": "police",
    "type": "neighbour",
    "summary": "浸坏天花板",
    "parties-0-name": "张三丰",
    "parties-0-id_number": "11010519491231002X",
    "parties-1-name": "欧阳锋",
}


def dispute(browser, **changes) -> Case:
    answer = browser.fill("/disputes/new/", **REGISTRATION | {"unit": GRID} | changes)
    assert answer.status_code == 302, answer.content.decode()
    return Case.objects.get(pk=int(re.search(r"\d+", answer.url)[0]))


def take(browser, case, step, **filled):
    answer = browser.fill(f"/disputes/{case.pk}/{step}/", **filled)
    assert answer.status_code == 302, re.findall(r"<li>(.*?)</li>", answer.content.decode())
    case.refresh_from_db()
    return case.state


def test_from_the_grid_up_the_ladder_to_the_archive(cast, as_):
    grid, community, mediator = as_(cast.grid), as_(cast.community), as_(cast.mediator)
    case = dispute(grid)
    day = today()

    take(grid, case, "raise", to=COMMUNITY, reason="双方不让")
    take(community, case, "accept_offer")
    take(community, case, "accept", basis="application", eligible="on")
    take(community, case, "raise", to=STREET, reason="需专职调解")
    take(mediator, case, "accept_offer")
    take(mediator, case, "assign", handler=str(cast.mediator.pk), chosen_by="committee")
    take(mediator, case, "session", place="调解室", matter="赔偿", body="各述其理", informed="on")
    state = take(
        mediator, case, "agree_written",
        disputed="漏水", liability="楼上承担", content="赔一千元", manner="当场", perform_by=day,
        parties_signed_on=day, mediator_signed_on=day, sealed_on=day, amount="1000",
    )  # fmt: skip
    assert state == "agreed"
    assert take(mediator, case, "perform") == "performed"
    visited = take(mediator, case, "revisit", performance="full", satisfaction="good")
    assert visited == "revisited"
    why = {"file_notes-0-item": "identity", "file_notes-0-reason": "未带证件，已当面核对"}
    assert take(mediator, case, "archive", retention="long", **why) == "archived"

    assert case.desk == STREET
    assert case.unit == GRID
    assert case.closed_on.isoformat() == day
    assert "赔一千元" in mediator.see(f"/disputes/{case.pk}/?tab=records")


def test_what_was_done_is_told_with_post_and_place_by_name(cast, as_):
    grid = as_(cast.grid)
    case = dispute(grid)
    take(grid, case, "raise", to=COMMUNITY, reason="双方不让")

    page = grid.see(f"/disputes/{case.pk}/?tab=history")

    assert "第1网格 网格员" in page
    assert "双方不让" in page
    assert "第一居委会" in page
    assert f">{COMMUNITY}<" not in page


def test_a_round_that_found_a_dispute_goes_on_to_its_registration(cast, as_):
    grid = as_(cast.grid)
    answer = grid.fill("/screenings/new/", found="dispute")

    filled = grid.form(answer.url)
    case = dispute(grid, entry=filled["entry"], channel=filled["channel"])

    assert filled["channel"] == ["screening"]
    assert case.channel == "screening"
    assert "矛盾纠纷排查" in grid.see(f"/disputes/{case.pk}/?tab=links")
    assert case.number in grid.see(f"/screenings/{filled['entry'][0]}/")


def test_a_round_is_logged_with_one_tap(cast, as_):
    answer = as_(cast.grid).fill("/screenings/new/", found="nothing")

    assert answer.url == "/screenings/"
    assert "未发现纠纷" in as_(cast.community).see("/screenings/")


def test_a_round_is_logged_once_however_often_the_button_is_tapped(cast, as_):
    grid = as_(cast.grid)
    form = grid.form("/screenings/new/") | {"found": "nothing"}

    for _ in range(3):
        grid.post("/screenings/new/", form)

    assert Entry.objects.count() == 1


def test_only_who_may_log_may_void(cast, as_):
    as_(cast.grid).fill("/screenings/new/", found="nothing")
    number = Entry.objects.get().pk

    as_(cast.leader).see(f"/screenings/{number}/void/", 403)
    as_(cast.neighbour).see(f"/screenings/{number}/void/", 404)


def test_a_voided_round_stays_readable_and_says_why(cast, as_):
    grid = as_(cast.grid)
    grid.fill("/screenings/new/", found="nothing")
    number = re.search(r'/screenings/(\d+)/"', grid.see("/screenings/"))[1]

    grid.fill(f"/screenings/{number}/void/", reason="重复登记")

    assert "重复登记" in grid.see(f"/screenings/{number}/")
    assert "已作废" in grid.see("/screenings/")
    assert f"/screenings/{number}/" not in grid.see("/screenings/?void=false")
