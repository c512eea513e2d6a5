"""Ways round a rule that were tried, each closed: what was asked, told or decided stays so."""

import pytest

from enforcement.penalty import standing
from lawgov.casework.models import Case

from ..cast import today
from . import penalty
from .deciding import DRAFT, decision_in, go, list_fines, refusal, take
from .penalty import FIRM, penalty_in, registered, walk

pytestmark = pytest.mark.django_db


@pytest.fixture
def may_be_heard(monkeypatch):
    """A fine of 500 may be heard here."""
    monkeypatch.setattr(standing.hearings, "threshold", lambda *about: 50_000)


def test_a_new_notice_does_not_take_away_the_hearing_that_was_asked_for(squad, may_be_heard):
    case = go(decision_in("notified", squad), squad, "ask_hearing", "notify", "waive")
    assert "应当组织听证" in refusal(case, squad, "decide")


def test_who_was_added_after_the_notice_is_told_too(squad):
    case = decision_in("waived", squad)
    case.take("add_party", by=squad.officer, parties=[FIRM])

    assert "第四十四条" in refusal(case, squad, "decide")
    go(case, squad, "notify", "waive", "decide")


def test_a_third_person_added_after_the_notice_changes_nothing(squad):
    case = decision_in("waived", squad)
    case.take("add_party", by=squad.officer, parties=[FIRM | {"side": "third"}])
    take(case, squad, "decide")


def test_another_power_put_in_after_the_notice_is_told_anew(squad):
    case = decision_in("waived", squad)
    case.take("correct", by=squad.officer, power="CG-004", reason="引用有误")
    assert "第四十四条" in refusal(case, squad, "decide")


def test_what_the_catalogue_lists_is_not_decided_on_the_spot(squad):
    list_fines()
    facts = penalty.answers(squad)["decide_on_spot"]
    assert "第五十八条" in refusal(registered(squad), squad, "decide_on_spot", **facts)


def recused(squad, state="filed"):
    """The partner has left the case, the third has come in."""
    case = walk(penalty_in(state, squad), squad, "ask_recusal")
    [row] = case.part("recusals")
    case.take("decide_recusal", by=squad.head, recusal=row.pk, granted=True, officers=[squad.third])
    return case


@pytest.mark.parametrize(("state", "step"), [("investigating", "conclude"), ("concluded", "draft")])
def test_who_was_recused_writes_nothing_in_the_case(squad, state, step):
    case = recused(squad, state)
    facts = DRAFT if step == "draft" else penalty.answers(squad)[step]
    assert "第四十三条" in refusal(case, squad, step, by=squad.partner, **facts)


def test_who_was_recused_serves_no_paper(squad):
    case = go(recused(squad, "concluded"), squad, "draft")
    assert "第四十三条" in refusal(case, squad, "notify")
    two = {"officers": [squad.officer, squad.third]}
    take(case, squad, "notify", **two)
    go(case, squad, "waive", "decide")
    assert "第四十三条" in refusal(case, squad, "serve")


def test_a_case_is_not_handed_to_who_was_recused(squad):
    case = recused(squad)
    said = refusal(case, squad, "hand_over", by=squad.head, handler=squad.partner, reason="离岗")
    assert "回避" in said


def test_a_suspected_crime_is_not_dropped(squad):
    case = walk(penalty_in("filed", squad), squad, "investigate", investigate={"crime": True})
    assert "第二十七条" in refusal(case, squad, "drop", on=today())


def test_what_was_hidden_in_a_lead_is_hidden_in_its_case(squad):
    lead = registered(squad, sensitivity="minor")
    case = registered(squad, source=lead.pk, act_on=today())
    assert case.sensitivity == "minor"
    assert not Case.objects.visible_to(squad.partner).filter(pk=case.pk).exists()
