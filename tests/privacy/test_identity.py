"""Numbers of people and organisations: GB 11643, GB 32100, mobile phones."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from hypothesis import assume, given
from hypothesis import strategies as st

from lawgov.privacy import identity

KNOWN = ["11010519491231002X", "440524188001010014"]


@pytest.mark.parametrize("number", KNOWN)
def test_known_id_numbers_pass(number):
    assert identity.id_number(number) == number


@pytest.mark.parametrize(
    "spelling",
    [
        "11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        " 110105 19491231 002X\u00a0",
    ],
)
def test_spellings_of_one_id_number_become_one(spelling):
    assert identity.id_number(spelling) == "11010519491231002X"


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("1101051949123100", "id_shape"),
        ("11010519491231002XX", "id_shape"),
        ("110105194912310X21", "id_shape"),
        ("١١٠١٠٥١٩٤٩١٢٣١٠٠٢X", "id_shape"),
        ("110105\u200b19491231002X", "id_shape"),
        ("110105491231002", "id_shape"),
        ("13800138000", "id_shape"),
        ("", "id_shape"),
        ("11010519491231002\x00", "id_shape"),
        ("000000194912310020", "id_area"),
        ("990105194912310020", "id_area"),
        ("110105202602300021", "id_birth"),
        ("110105209912310021", "id_birth"),
        ("110105179912310021", "id_birth"),
        ("110105194912310021", "id_check"),
    ],
)
def test_a_wrong_id_number_is_refused_with_its_own_reason(number, code):
    with pytest.raises(ValidationError) as refused:
        identity.id_number(number)

    assert refused.value.code == code


def sound(area: int, born: date, serial: int) -> str:
    body = f"{area:06d}{born:%Y%m%d}{serial:03d}"
    return body + identity.id_check_digit(body)


BIRTHS = st.dates(date(1900, 1, 1), date(2020, 12, 31))
NUMBERS = st.builds(sound, st.sampled_from([110105, 310106, 440309]), BIRTHS, st.integers(0, 999))


@given(NUMBERS, st.integers(0, 16), st.integers(1, 9))
def test_one_mistyped_digit_is_always_noticed(number, place, shift):
    wrong = str((int(number[place]) + shift) % 10)

    with pytest.raises(ValidationError):
        identity.id_number(number[:place] + wrong + number[place + 1 :])


@given(NUMBERS, st.integers(0, 15))
def test_two_neighbouring_digits_changed_round_are_always_noticed(number, place):
    assume(number[place] != number[place + 1])
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]

    with pytest.raises(ValidationError):
        identity.id_number(swapped)


def test_the_birth_date_stands_in_the_number():
    assert identity.birth_date("11010519491231002X") == date(1949, 12, 31)


def test_a_known_credit_code_passes_in_any_spelling():
    assert identity.credit_code("91350100m000100y43") == "91350100M000100Y43"


@pytest.mark.parametrize(
    "code",
    ["91350100M000100Y4", "91350100M000100Y44", "91350100M000100Y33", "91350100I000100Y43", ""],
)
def test_a_wrong_credit_code_is_refused(code):
    with pytest.raises(ValidationError, match="统一社会信用代码"):
        identity.credit_code(code)


@given(st.integers(0, 17), st.sampled_from(identity.CREDIT_ALPHABET))
def test_one_mistyped_character_of_a_credit_code_is_noticed(place, character):
    code = "91350100M000100Y43"
    assume(code[place] != character)

    with pytest.raises(ValidationError):
        identity.credit_code(code[:place] + character + code[place + 1 :])


@pytest.mark.parametrize(
    "spelling",
    ["13800138000", "+86 138 0013 8000", "0086-138-0013-8000", "１３８００１３８０００"],
)
def test_spellings_of_one_phone_become_one(spelling):
    assert identity.phone(spelling) == "13800138000"


@pytest.mark.parametrize("number", ["12800138000", "1380013800", "138001380000", "١٣٨٠٠١٣٨٠٠٠", ""])
def test_a_wrong_phone_is_refused(number):
    with pytest.raises(ValidationError, match="手机号"):
        identity.phone(number)
