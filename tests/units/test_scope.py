"""A code alone says who lies under whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawgov.units import scope

LENGTHS = (2, 4, 6, 9, 12, 15)


@st.composite
def codes(draw):
    digits = draw(st.text("0123456789", min_size=15, max_size=15))
    return draw(st.sampled_from(["0", *(digits[:n] for n in LENGTHS)]))


@st.composite
def relatives(draw):
    """Two codes that often share a beginning."""
    code = draw(codes().filter(lambda c: c != "0"))
    other = code[: draw(st.sampled_from(LENGTHS))] + draw(st.sampled_from(["", "000", "999", "12"]))
    return code, other if len(other) in LENGTHS else code


@given(st.one_of(relatives(), st.tuples(codes(), codes())))
def test_a_unit_covers_itself_and_what_begins_with_its_code(pair):
    code, other = pair
    assert scope.covers(code, other) == (code == "0" or other.startswith(code))


@given(codes(), codes())
def test_ranges_nest_or_are_apart(one, two):
    (low, high), (other_low, other_high) = scope.span(one), scope.span(two)
    nested = scope.covers(one, two) or scope.covers(two, one)
    assert nested or high <= other_low or other_high <= low


@given(codes())
def test_every_ancestor_covers_the_unit(code):
    assert all(scope.covers(above, code) for above in scope.ancestors(code))


def test_the_ladder_of_a_grid_has_seven_rungs():
    ladder = ["0", "11", "1101", "110105", "110105019", "110105019013"]
    assert scope.ancestors("110105019013001") == ladder


@pytest.mark.parametrize(
    ("code", "level"),
    [("0", "nation"), ("11", "province"), ("110105019", "street"), ("110105019013001", "grid")],
)
def test_the_length_of_a_code_says_its_level(code, level):
    assert scope.level(code) == level


def test_the_street_of_a_grid_is_its_first_nine_digits():
    assert scope.street("110105019013001") == "110105019"
