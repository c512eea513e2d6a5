"""What stands in a penalty file, in which order, and what it lacks."""

import re
from pathlib import Path

import pytest

from enforcement.casefile import contents as order
from enforcement.casefile import cover
from enforcement.casefile.choices import End, Volume
from enforcement.casefile.demands import REQUIRED, end_of, missing
from enforcement.casefile.dossier import FILE
from enforcement.penalty.procedure import PENALTY
from lawgov.documents.values import Masked

from .deciding import EXEMPTION, decision_in, go, told_so
from .penalty import FIRM, penalty_in, refusal, walk

pytestmark = pytest.mark.django_db


def labels(case, volume):
    return [item.piece.label for item in FILE.contents(case) if item.slot.volume == volume]


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
    [filing] = [item.piece for item in FILE.contents(case) if item.slot.code == "filing"]
    rows = dict(filing.rows(Masked()))

    assert "立案理由：有证据证明存在违法行为" in rows["提请立案"]
    assert "head" in rows["批准立案"]


SPOT = ("collect_on_spot", "file_record", "confirm_record")


@pytest.fixture
def all_recorded(monkeypatch):
    told_so(monkeypatch, recording__missing=[], publicity__published=True)


def ended(squad, how):
    """A case at one of its ends, with everything done that the end asks."""
    if how == "simple":
        return walk(penalty_in("spot", squad), squad, *SPOT)
    if how in ("unfiled", "referred", "transferred"):
        return penalty_in(how, squad)
    if how == "dropped":
        return go(penalty_in("concluded", squad), squad, "drop", "close")
    if how == "exempted":
        case = penalty_in("concluded", squad)
        return go(case, squad, "draft", "exempt", "serve_exemption", "close", draft=EXEMPTION)
    return decision_in("closed", squad, {"execute": {"urgent": True}})


@pytest.mark.parametrize("end", End)
def test_each_end_is_complete_with_its_own_papers(squad, all_recorded, end):
    case = ended(squad, end)

    assert (end_of(case), missing(case)) == (end, [])


def test_what_was_held_taken_or_contested_demands_its_paper(squad, all_recorded):
    case = ended(squad, "penalty")
    case.part("hearings").clear()
    case.detail.hearing_asked_on = case.opened_on
    case.detail.complex = True
    case.part("drafts")[-1].listed = ["罚款"]

    assert [each.partition("（")[0] for each in missing(case)] == [
        "听证通知书", "听证笔录", "听证报告", "法制审核意见", "集体讨论记录",
    ]  # fmt: skip


def test_what_is_resumed_after_a_transfer_ends_another_way(squad):
    case = walk(penalty_in("transferred", squad), squad, "police_answer", "resume",
                police_answer={"police_answer": "refused"})  # fmt: skip

    assert end_of(case) == End.PENALTY


def test_a_record_that_is_missing_is_missing_in_the_file_too(squad, monkeypatch):
    told_so(monkeypatch, recording__missing=["送达：缺少音像记录"])

    assert "送达：缺少音像记录" in missing(penalty_in("filed", squad))


def test_a_case_is_not_archived_with_a_gap_in_its_file(squad, all_recorded, monkeypatch):
    case = ended(squad, "penalty")
    case.take("archive", by=squad.officer, retention="long")
    case.refresh_from_db()
    assert cover.archive_number(case) == f"{case.opened_on.year}0001"

    told_so(monkeypatch, recording__missing=["送达：缺少音像记录"])
    other = penalty_in("unfiled", squad, parties=[FIRM])
    assert "案卷材料须齐全" in refusal(other, "archive", squad.officer, retention="long")


def test_void_evidence_keeps_its_number_and_leaves_the_file(squad):
    case = penalty_in("investigating", squad)
    walk(case, squad, "add_evidence", "add_evidence")
    case.take("void_evidence", by=squad.officer, piece=case.part("evidence")[0].pk, reason="误传")

    assert [each for each in labels(case, Volume.MAIN) if each.startswith("证")] == ["证2 现场笔录"]


def test_every_step_and_paper_of_the_order_is_known():
    """A name that is not there would leave its place in the file empty for ever."""
    text = Path(order.__file__).read_text()
    named = set(re.findall(r'of_steps\(\s*"[^"]+",\s*((?:"\w+",?\s*)+)', text))
    steps = {name for group in named for name in re.findall(r'"(\w+)"', group)}

    assert {*steps, *order.MEASURED} <= PENALTY.steps.keys()


def test_each_end_has_papers_of_its_own():
    sets = [frozenset(demand.slot for demand in demands) for demands in REQUIRED.values()]

    assert len(set(sets)) == len(REQUIRED)
