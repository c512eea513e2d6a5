"""What a text is found under, and how its initials are read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawgov.search import words
from lawgov.search.finding import Question
from lawgov.search.indexing import Line
from lawgov.search.marks import excerpt
from lawgov.search.models import Indexed

HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=2, max_size=30)
MIXED = st.text(st.sampled_from("漏水楼上车位abz9，。 %_\\〔〕号"), min_size=1, max_size=20)


def row(text: str) -> Indexed:
    told = Line(words.plain(text), words.initials(words.plain(text)))
    found = {word for one in told for word in words.of_text(one)}
    return Indexed(words=sorted(found), text=told.text, initials=told.spelled)


@given(HAN, st.data())
def test_any_two_adjacent_characters_find_the_text(text, data):
    place = data.draw(st.integers(0, len(text) - 2))

    assert Question(text[place : place + 2]).fits(row(text))
    assert Question(text[place]).fits(row(text))


@given(HAN, st.data())
def test_any_run_of_characters_finds_the_text_as_written_and_by_initials(text, data):
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))

    assert Question(text[start:end]).fits(row(text))
    assert Question(words.initials(text)[start:end]).fits(row(text))


@given(MIXED, MIXED)
def test_what_is_found_holds_every_piece_that_was_asked(text, asked):
    question, stored = Question(asked), row(text)

    if question.fits(stored):
        assert all(p in stored.text or p in stored.initials for p in question.pieces)


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("重庆", "cq"), ("楼上漏水引发的纠纷", "lslsyfdjf"), ("3号楼B座", "3hlbz"),
        ("𠮷野", "𠮷y"), ("重量", "zl"),
    ],
)  # fmt: skip
def test_initials_are_read_in_their_words(text, spelled):
    assert words.initials(words.plain(text)) == spelled


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("单雄信", "sxx"), ("仇英", "qy"), ("解缙", "xj"), ("曾国", "zg"), ("区某", "om"),
        ("查良", "zl"), ("尉迟恭", "ycg"), ("张三", "zs"), ("欧阳修", "oyx"),
    ],
)  # fmt: skip
def test_surnames_are_read_as_surnames(name, spelled):
    assert words.initials(name, is_name=True) == spelled


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("漏水", {"漏", "水", "漏水"}),
        ("第12号", {"第", "12", "号"}),
        ("ＡＢ", {"a", "b", "ab"}),
        ("水，浸", {"水", "浸"}),
        ("_%\\", set()),
    ],
)
def test_words_of_a_text(text, found):
    assert set(words.of_text(words.plain(text))) == found


def test_a_number_without_end_is_no_word_without_end():
    assert {len(word) for word in words.of_text("7" * 5000)} == {words.LONGEST}


def test_an_excerpt_has_the_marks_of_chinese_again_and_leaves_figures_alone():
    line = words.plain("双方各执一词，请求调解（漏水）。时间10:30")
    shown = "".join(part.text for part in excerpt([(line, "")], ["漏水"]))
    assert shown == "双方各执一词，请求调解（漏水）。时间10:30"
