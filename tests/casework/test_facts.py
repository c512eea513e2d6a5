"""What comes in is taken as it is meant, or refused with the field and the reason."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawgov.casework.facts import Day, Flag, Integer, LongText, Money, Place, Text, read
from lawgov.casework.refusals import BadFacts
from lawgov.casework.text import clean, unclean
from mediation.procedure import STEPS

FACTS = {
    "text": Text("文字", required=False, most=20),
    "long": LongText("长文", required=False),
    "number": Integer("数", required=False),
    "money": Money("金额", required=False),
    "day": Day("日期", required=False),
    "unit": Place("单位", required=False),
    "flag": Flag("是否"),
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


def outcome(facts, data):
    """What was read, and what was refused."""
    try:
        return read(facts, data), {}
    except BadFacts as bad:
        return {}, bad.errors


@given(st.dictionaries(st.sampled_from([*FACTS, "state"]), JSON))
def test_whatever_comes_is_read_or_refused_by_field(data):
    values, errors = outcome(FACTS, data)

    assert set(values) | set(errors) <= set(data)
    assert not (values and errors)


@pytest.mark.parametrize("step", STEPS)
@given(data=st.dictionaries(st.text(max_size=5), JSON, max_size=4))
@pytest.mark.django_db
def test_every_step_survives_any_input(step, data):
    data |= dict.fromkeys(STEPS[step].facts, "\ud800")
    facts = {n: f for n, f in STEPS[step].facts.items() if n != "handler"}

    values, errors = outcome(facts, data)

    assert set(errors) == set(data) or not data
    assert not values


@pytest.mark.parametrize(
    ("raw", "cents"),
    [("0", 0), ("12", 1200), ("1,200.50", 120050), (3, 300), ("0.01", 1), (12.5, 1250)],
)
def test_money_is_asked_in_yuan_and_kept_in_cents(raw, cents):
    assert read(FACTS, {"money": raw}) == {"money": cents}


@pytest.mark.parametrize(
    "raw", ["-1", "1.001", "一百", "NaN", "1e999", "９９", True, [1], "9" * 30]
)
def test_what_is_no_sum_of_money_is_refused(raw):
    with pytest.raises(BadFacts) as bad:
        read(FACTS, {"money": raw})
    assert set(bad.value.errors) == {"money"}


@pytest.mark.parametrize("raw", ["2026-02-30", "0000-01-01", "9999-01-01", "2026/01/01", 20260101])
def test_what_is_no_day_is_refused(raw):
    with pytest.raises(BadFacts) as bad:
        read(FACTS, {"day": raw})
    assert set(bad.value.errors) == {"day"}


@given(st.dates(date(1949, 1, 1), date(2100, 12, 31)))
def test_every_day_in_reach_is_taken(day):
    assert read(FACTS, {"day": day.isoformat()}) == {"day": day}


@pytest.mark.parametrize(
    "raw",
    ["a\x00b", "\ud800", "\u202e倒", "e" + "\u0301" * 20, "x" * 21, "\x1b[31m", 5, ["x"]],
)
def test_text_that_would_do_harm_is_refused(raw):
    with pytest.raises(BadFacts) as bad:
        read(FACTS, {"text": raw})
    assert set(bad.value.errors) == {"text"}


@pytest.mark.parametrize(
    "name", ["𠮷㛃", "阿卜杜热合曼·买买提", "👨‍👩‍👧", "'; drop table", "<b>甲</b>"]
)
def test_rare_letters_and_harmless_signs_stay_as_they_are(name):
    assert read(FACTS, {"text": name}) == {"text": name}


def test_blank_text_is_no_text():
    with pytest.raises(BadFacts):
        read({"text": Text("文字")}, {"text": "　 \u200b"})


@given(st.text())
def test_cleaning_twice_changes_nothing_more(text):
    assert clean(clean(text)) == clean(text)
    assert not unclean(clean(text)) or unclean(text)
