"""移送, whole: a case looks like a crime, goes to the police in time, and is filed away there."""

import pytest

from . import finds
from .http import Machine
from .officers import certify
from .penalty import answers, penalty_in

pytestmark = pytest.mark.django_db


def test_a_case_that_looks_like_a_crime_goes_to_the_police(squad):
    case, given = penalty_in("registered", squad), answers(squad)
    officer, head = Machine(squad.officer), Machine(squad.head)

    officer.take(case, "apply_filing", **given["apply_filing"])
    head.take(case, "approve_filing")
    crime = given["investigate"] | {"crime": True}
    assert officer.take(case, "investigate", **crime)["state"] == "investigating"
    officer.take(case, "add_evidence", **given["add_evidence"])
    refused = officer.take(case, "conclude", **given["conclude"])
    assert "不得以行政处罚代替" in str(refused)
    officer.take(case, "propose_transfer", **given["propose_transfer"])
    assert "须由经办单位的执法负责人办理" in str(officer.take(case, "approve_transfer"))
    head.take(case, "approve_transfer")
    officer.take(case, "transfer", **given["transfer"])
    officer.take(case, "police_answer", **given["police_answer"])
    assert head.take(case, "close", report="公安机关已立案")["state"] == "closed"

    assert officer.take(case, "archive", retention="long")["state"] == "archived"
    case.refresh_from_db()
    assert case.part("decisions") == []


def test_what_the_police_refuse_is_handled_here_again(squad):
    case, given = penalty_in("transferred", squad), answers(squad)
    officer = Machine(squad.officer)

    officer.take(case, "police_answer", police_answer="refused", number="不立字1号")
    assert officer.take(case, "resume", **given["resume"])["state"] == "investigating"
    officer.take(case, "add_evidence", **given["add_evidence"])
    assert officer.take(case, "conclude", **given["conclude"])["state"] == "concluded"


def test_file_a_case_from_an_inspection_and_be_stopped_when_the_fine_leaves_the_discretion_band(
    squad,
):
    """Acceptance of 行政执法案件办理."""
    certify(squad.head, squad.officer, squad.partner, squad.third)
    source = finds.inspected(squad, problems=1)
    case = penalty_in("concluded", squad, source=source.pk)
    officer = Machine(squad.officer)
    draft = {
        "outcome": "penalty", "kinds": ["fine"], "band": "P1", "fine": "900", "facts": "占道",
        "proof": "现场笔录", "basis": "条例第三十六条", "decision": "罚款九百元",
    }  # fmt: skip

    assert "第三十四条" in str(officer.take(case, "draft", **draft))
    assert officer.take(case, "draft", **(draft | {"fine": "150"}))["step"] == "draft"
    assert case.links.get().other == source
