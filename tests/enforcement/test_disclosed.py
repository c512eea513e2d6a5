"""What of a text may go out to everybody."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawgov.privacy.disclosed import disclosed, leaks, unnumbered
from lawgov.privacy.masks import mask_address

HOME = "上海市静安区共康路12号501室"
KNOWN = {"张三丰": "张某", HOME: mask_address(HOME), "13812345678": "***"}


@pytest.mark.parametrize(("text", "shown"), [
    (f"张三丰住{HOME}", "张某住上海市静安区共康路***"),
    ("张 三 丰电话１３８ １２３４ ５６７８", "张某电话***"),
    ("身份证11010519491231002X", "身份证***"),
    ("座机021-56781234，邮箱a.b@test.cn", "座机***，邮箱***"),
    ("账号6222 0210 0100 1234 567", "账号***"),
    ("沪A12345小型客车", "沪A***小型客车"),
    ("共康路88弄3号楼2单元401室内", "共康路***内"),
    ("邻居李小明称，其患有糖尿病，已劝离", "邻居李某称，（涉及健康信息，不予公开），已劝离"),
    ("证人：欧阳小明证实", "证人：欧阳某证实"),
])  # fmt: skip
def test_what_names_a_person_is_covered(text, shown):
    assert disclosed(text, KNOWN) == shown


@pytest.mark.parametrize("text", [
    "沪静彭罚〔2023〕第12号，依据国办发〔2018〕118号",
    "《行政处罚法》第四十二条、第51条",
    "当事人应当在15日内缴纳罚款5000元",
    "占用残疾人专用通道堆放物料",
    "责令改正，于2023年5月1日前拆除",
])  # fmt: skip
def test_what_names_nobody_stays(text):
    assert disclosed(text, KNOWN) == text


def test_a_firms_code_of_digits_alone_is_no_id_number():
    code = "911101080000000008"
    assert disclosed(f"代码{code}", {}, [code]) == f"代码{code}"


def test_a_word_that_stands_where_a_name_was_asked_for_is_no_name():
    assert disclosed("当事人占道", {"当事人": "当某"}) == "当事人占道"


def test_a_text_of_the_house_keeps_its_address_and_telephone_but_no_mobile():
    text = "可到共康路1号、电话021-56781234申请，或拨13912345678"
    assert unnumbered(text) == "可到共康路1号、电话021-56781234申请，或拨***"


@given(st.text("张三丰李王住在号室路弄0123456789Xx沪A，。 称于患病***某", max_size=60))
def test_what_is_covered_once_leaks_no_more(text):
    assert not leaks(disclosed(text, KNOWN), KNOWN)


@given(st.sampled_from(sorted(KNOWN)), st.text("，。在门前与说", max_size=8))
def test_a_known_value_never_comes_through(value, around):
    assert value not in disclosed(around + value + around, KNOWN)
