"""What everyone may see of a personal value."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawgov.privacy import masks

ID = "11010519491231002X"


def test_an_id_number_shows_its_first_six_and_last_two():
    assert masks.mask_id_number(ID) == "110105**********2X"


def test_a_phone_shows_its_first_three_and_last_four():
    assert masks.mask_phone("13800138000") == "138****8000"


@pytest.mark.parametrize("fragment", ["", "1101", "1380013"])
def test_a_fragment_shows_nothing(fragment):
    assert masks.mask_id_number(fragment) == masks.mask_phone(fragment) == "*" * len(fragment)


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("张三", "张某"),
        ("欧阳修文", "欧阳某"),
        ("阿不都热依木·买买提", "阿某"),
        ("𠮷田", "𠮷某"),
        ("", ""),
    ],
)
def test_a_name_shows_the_surname(name, masked):
    assert masks.mask_name(name) == masked


@pytest.mark.parametrize(
    ("address", "masked"),
    [
        ("北京市朝阳区垡头街道翠成馨园甲12号楼3单元501", "北京市朝阳区垡头街道翠成馨园***"),
        ("垡头北里12号楼", "垡头北里***"),
        ("朝阳区幸福小区三号楼", "朝阳区幸福小区***"),
        ("五一路5号", "五一路***"),
        ("3号楼501", "***"),
        ("", ""),
    ],
)
def test_an_address_shows_the_road_or_the_estate(address, masked):
    assert masks.mask_address(address) == masked


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        (f"当事人身份证{ID}。", "当事人身份证110105**********2X。"),
        ("证号110105 19491231 002X", "证号110105**********2X"),
        ("证号11010519491231002１，写错", "证号110105**********2１，写错"),
        ("旧证110105491231002止", "旧证110105*******02止"),
        ("电话13800138000或139-0013-9000", "电话138****8000或139****9000"),
        ("电话+8613800138000", "电话+86138****8000"),
        ("全角１３８００１３８０００", "全角１３８****８０００"),
        ("垡头街道110105019，社区110105019012", "垡头街道110105019，社区110105019012"),
        ("垡人调字〔2023〕第12号，金额12000元", "垡人调字〔2023〕第12号，金额12000元"),
    ],
)
def test_numbers_inside_free_text_are_masked_and_the_rest_is_kept(text, masked):
    assert masks.mask_text(text) == masked


@given(st.text("，。 x电话：\n", max_size=8), st.text("，。 x电话：\n", max_size=8))
def test_an_id_number_never_stays_in_any_surroundings(before, after):
    before = before.rstrip("x")  # joined to a letter it is a word, not a number
    assert ID not in masks.mask_text(f"{before}{ID}{after.lstrip('x')}")
