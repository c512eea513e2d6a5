"""The picture of the flow: drawn from the procedure, marked by where the case has been."""

import itertools
import re

from lawgov.casework.procedure import PROCEDURES
from lawgov.casework.web import flow
from tests.cast import dispute_in


def looks(drawn, look):
    return {box.state for box in drawn.boxes if box.look == look}


def test_the_picture_shows_every_state_and_where_the_case_has_been(cast):
    drawn = flow.picture(dispute_in("mediating", cast))

    assert {box.state for box in drawn.boxes} == set(PROCEDURES["dispute"].states)
    assert looks(drawn, "here") == {"mediating"}
    assert looks(drawn, "been") == {"registered", "accepted", "assigned"}


def test_only_the_ways_that_were_gone_are_drawn_solid(cast):
    drawn = flow.picture(dispute_in("failed", cast))

    assert [arrow.words for arrow in drawn.arrows if arrow.look == "been"] == ["受理", "调解不成"]


def test_the_words_say_what_the_picture_shows(cast):
    told = flow.picture(dispute_in("accepted", cast)).told

    assert re.fullmatch(r"\d{4}-\d\d-\d\d 受理，已受理", told[1])
    assert told[-1] == "接下来可以：分派、调解不成、撤回、转送、登记对方接收"


def test_where_nothing_is_left_to_do_the_picture_says_so(cast):
    assert flow.picture(dispute_in("archived", cast)).told[-1] == "流程已走完"


def test_no_box_lies_on_another(cast):
    boxes = flow.picture(dispute_in("registered", cast)).boxes

    pairs = itertools.combinations(boxes, 2)
    assert all(abs(a.x - b.x) >= flow.WIDE or abs(a.y - b.y) >= flow.HIGH for a, b in pairs)


def test_the_page_draws_it_without_any_style_of_its_own(cast, as_):
    case = dispute_in("accepted", cast)

    page = as_(cast.mediator).see(f"/disputes/{case.pk}/?tab=flow")

    assert page.count("<rect") == len(PROCEDURES["dispute"].states)
    assert " style=" not in page
    assert "已受理（现在）" in page


def test_the_timeline_tells_how_long_each_state_lasted(cast, as_):
    case = dispute_in("accepted", cast)

    page = as_(cast.mediator).see(f"/disputes/{case.pk}/?tab=history")

    assert "停留不足1天" in page
    assert "至今0天" in page
