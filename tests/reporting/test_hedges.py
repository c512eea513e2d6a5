"""How a printed number is read: value, hedge, and the numbers that it may stand for."""

from decimal import Decimal

import cn2an
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from reporting.hedges import UnreadableError, read

CASES = [
    # written, value, hedge, smallest and largest whole number it covers (None: no bound)
    ("17", 17, "exact", 17, 17),
    ("5056", 5056, "exact", 5056, 5056),
    ("1,200", 1200, "exact", 1200, 1200),
    ("１９２", 192, "exact", 192, 192),
    ("2 53", 253, "exact", 253, 253),
    ("两", 2, "exact", 2, 2),
    ("一百二十", 120, "exact", 120, 120),
    ("共12", 12, "exact", 12, 12),
    ("10000余", 10000, "over", 10000, 19999),
    ("1200余", 1200, "over", 1200, 1299),
    ("300多", 300, "over", 300, 399),
    ("24余", 24, "over", 24, 29),
    ("350余", 350, "over", 350, 359),
    ("三十余", 30, "over", 30, 39),
    ("十几", 10, "over", 10, 19),
    ("百余", 100, "over", 100, 199),
    ("900余万", 9_000_000, "over", 9_000_000, 9_999_999),
    ("3万余", 30_000, "over", 30_000, 39_999),
    ("上百", 100, "over", 100, 999),
    ("数百", 100, "over", 100, 999),
    ("上千", 1000, "over", 1000, 9999),
    ("数万", 10_000, "over", 10_000, 99_999),
    ("几十", 10, "over", 10, 99),
    ("不少于50", 50, "over", 50, None),
    ("50以上", 50, "over", 50, None),
    ("至少五", 5, "over", 5, None),
    ("超1000", 1000, "over", 1001, None),
    ("超过1000", 1000, "over", 1001, None),
    ("逾百", 100, "over", 101, None),
    ("近三千", 3000, "at_most", 2700, 3000),
    ("近1万", 10_000, "at_most", 9000, 10_000),
    ("不到100", 100, "at_most", 0, 99),
    ("不足100", 100, "at_most", 0, 99),
    ("100以内", 100, "at_most", 0, 100),
    ("不超过100", 100, "at_most", 0, 100),
    ("约900万", 9_000_000, "about", 8_550_000, 9_450_000),
    ("200左右", 200, "about", 190, 210),
    ("1.5万", 15_000, "exact", 14_500, 15_499),
    ("15万", 150_000, "exact", 145_000, 154_999),
    ("2亿", 200_000_000, "exact", 150_000_000, 249_999_999),
]


@pytest.mark.parametrize(("written", "value", "hedge", "low", "high"), CASES)
def test_a_number_with_its_hedge(written, value, hedge, low, high):
    reading = read(written)
    assert (reading.value, reading.hedge) == (value, hedge)
    assert reading.covers(low)
    assert low == 0 or not reading.covers(low - 1)
    assert reading.covers(10**12) if high is None else reading.covers(high)
    assert high is None or not reading.covers(high + 1)


def test_a_decimal_is_exact_to_its_last_printed_place():
    reading = read("90.9")
    assert reading.covers(Decimal("90.85"))
    assert reading.covers(Decimal("90.91"))
    assert not reading.covers(Decimal("90.95"))


@pytest.mark.parametrize(
    "written", ["", "余", "若干", "第三", "1e5", "十十", "-5", "1..2", "一批", "累计达到3"]
)
def test_what_is_no_number_is_not_guessed(written):
    with pytest.raises(UnreadableError):
        read(written)


@given(st.integers(1, 10**9))
def test_a_plain_number_covers_itself_alone(n):
    reading = read(str(n))
    assert reading.covers(n)
    assert not reading.covers(n - 1)
    assert not reading.covers(n + 1)


@given(st.integers(1, 10**8))
def test_some_more_begins_at_the_number_and_ends_before_the_next_round_one(n):
    reading = read(f"{n}余")
    assert reading.value == n
    assert reading.covers(n)
    assert not reading.covers(n - 1)
    assert reading.high is not None
    assert reading.high % 10 == 0
    assert not reading.covers(reading.high)


@given(st.integers(1, 99_999_999), st.sampled_from(["", "余", "以上", "左右"]))
def test_chinese_numerals_read_as_arabic_ones(n, hedge):
    chinese = cn2an.an2cn(n)
    assume("万" not in chinese)  # with 万 the Arabic form says how far it is rounded
    assert read(f"{chinese}{hedge}") == read(f"{n}{hedge}")


@given(st.integers(1, 10**6), st.sampled_from(["约", "近", "超", "不到", "不少于", ""]))
def test_width_and_inner_spaces_change_nothing(n, hedge):
    wide = str(n).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    assert read(f"{hedge} {wide} ") == read(f"{hedge}{n}")


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text):
    try:
        assert read(text).value >= 0
    except UnreadableError:
        return
