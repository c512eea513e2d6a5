"""What stands in a penalty file, in which order, and what it lacks."""

import pytest

from enforcement.casefile.choices import Volume
from enforcement.casefile.contents import contents
from enforcement.casefile.demands import REQUIRED, missing
from lawgov.documents.values import Masked

from .penalty import penalty_in

pytestmark = pytest.mark.django_db


def labels(case, volume):
    return [item.piece.label for item in contents(case) if item.slot.volume == volume]


def test_the_filing_comes_first_then_proof_and_what_is_internal_stands_apart(squad):
    case = penalty_in("concluded", squad)

    assert labels(case, Volume.MAIN) == ["立案审批表", "现场检查、勘验笔录", "证1 现场笔录"]
    assert labels(case, Volume.SIDE) == ["案件来源登记", "调查终结报告"]


def test_what_is_missing_is_named_with_its_article(squad):
    lacks = missing(penalty_in("filed", squad))

    assert "证据材料（《行政处罚法》第四十条、第四十六条）" in lacks
    assert "行政处罚决定书（《行政处罚法》第五十九条）" in lacks
    assert not any("立案审批表" in each for each in lacks)


def test_a_sheet_tells_who_said_what_and_when(squad):
    case = penalty_in("filed", squad)
    [filing] = [item.piece for item in contents(case) if item.slot.code == "filing"]
    rows = dict(filing.rows(Masked()))

    assert "立案理由：有证据证明存在违法行为" in rows["提请立案"]
    assert "head" in rows["批准立案"]


def test_each_end_has_papers_of_its_own():
    sets = [frozenset(demand.slot for demand in demands) for demands in REQUIRED.values()]

    assert len(set(sets)) == len(REQUIRED)
