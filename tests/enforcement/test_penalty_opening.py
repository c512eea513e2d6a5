"""How a penalty case is filed, and by whom it is handled."""

from datetime import date, timedelta

import pytest
import time_machine

from enforcement.penalty.models import PenaltyCase
from enforcement.standards.models import PowerItem
from lawgov.casework.models import Case
from lawgov.casework.questions import ask
from lawgov.casework.refusals import NotYours

from ..cast import today
from .penalty import FIRM, PARTY, penalty_in, refusal, registered, walk

pytestmark = pytest.mark.django_db


def test_a_case_goes_from_registration_to_the_end_of_its_investigation(squad):
    case = penalty_in("concluded", squad)

    assert case.state == "concluded"
    assert [str(row) for row in case.part("evidence")] == ["证1 现场笔录"]


def test_a_case_cites_only_a_power_in_force_on_its_day(squad):
    PowerItem.objects.filter(code="CG-005").update(until=today())

    with pytest.raises(Exception, match="没有这个代码") as said:
        registered(squad)
    assert said.type.__name__ == "BadFacts"


def test_a_power_that_was_taken_back_files_no_case(squad):
    case = registered(squad)
    PowerItem.objects.filter(code="CG-005").update(until=today())

    facts = {"officers": [squad.officer, squad.partner], "reason": "有证据"}
    assert "第二十四条" in refusal(case, "apply_filing", squad.officer, **facts)


@pytest.mark.parametrize(
    ("years", "grave", "filed"), [(2, False, True), (3, False, False), (3, True, True)]
)
def test_an_act_is_not_pursued_after_two_years_or_five_where_it_was_grave(
    squad, years, grave, filed
):
    on = date.fromisoformat(today())
    act = on.replace(year=on.year - years, day=min(on.day, 28)) + timedelta(days=4)
    case = registered(squad, act_on=act, grave=grave)

    if filed:
        assert walk(case, squad, "apply_filing").state == "applied"
    else:
        assert "第三十六条" in refusal(
            case, "apply_filing", squad.officer, officers=[squad.officer], reason="有证据"
        )


def test_time_runs_until_the_day_on_which_the_source_was_written_down(squad):
    source = registered(squad)
    Case.objects.filter(pk=source.pk).update(opened_on=date(2026, 1, 5))

    case = registered(squad, source=source.pk)

    assert case.detail.found_on == min(date(2026, 1, 5), date.fromisoformat(today()))


@pytest.mark.parametrize("party", [PARTY, FIRM])
def test_the_same_act_is_not_fined_twice(squad, party):
    walk(registered(squad, parties=[party]), squad, "apply_filing")
    again = registered(squad, parties=[party])

    facts = {"officers": [squad.officer, squad.partner], "reason": "有证据"}
    assert "第二十九条" in refusal(again, "apply_filing", squad.officer, **facts)


def test_another_day_is_another_act(squad):
    walk(registered(squad), squad, "apply_filing")
    yesterday = date.fromisoformat(today()) - timedelta(days=1)

    assert walk(registered(squad, act_on=yesterday), squad, "apply_filing").state == "applied"


def test_one_officer_alone_files_nothing(squad):
    case = registered(squad)

    said = refusal(case, "apply_filing", squad.officer, officers=[squad.officer], reason="有证据")

    assert "第四十二条" in said


def test_who_applied_does_not_approve(squad):
    case = registered(squad)
    case.take("apply_filing", by=squad.head, officers=[squad.officer, squad.partner], reason="是")

    with pytest.raises(NotYours):
        case.take("approve_filing", by=squad.head)
    assert case.take("approve_filing", by=squad.deputy).target == "filed"


def test_the_head_reads_what_will_take_effect(squad):
    case = penalty_in("applied", squad)

    told = dict(case.procedure.steps["approve_filing"].effect(case))

    assert told["执法人员"] == "officer、partner"
    assert told["权责事项"].startswith("CG-005")
    assert "九十日" in told["批准后"]


def test_the_head_sends_an_application_back_or_refuses_it(squad):
    assert walk(penalty_in("applied", squad), squad, "return_filing").state == "registered"
    refused = penalty_in("unfiled", squad)
    assert (refused.state, refused.closed_on is not None) == ("unfiled", True)


def test_a_case_of_another_organ_is_referred(squad):
    assert penalty_in("referred", squad).closed_on


def test_a_filing_is_due_within_the_set_working_days(squad):
    with time_machine.travel(date(2026, 3, 2)):
        case = registered(squad)

    assert [c.due for c in case.clocks() if c.clock.label == "立案"] == [date(2026, 3, 11)]


def test_the_head_decides_on_a_recusal_and_the_investigation_goes_on_meanwhile(squad):
    case = walk(penalty_in("filed", squad), squad, "ask_recusal", "investigate")
    row = case.part("recusals")[0]

    alone = {"recusal": row.pk, "granted": True}
    assert "第四十三条" in refusal(case, "decide_recusal", squad.head, **alone)
    case.take("decide_recusal", by=squad.head, **alone, officers=[squad.third])

    assert case.detail.officers == [squad.officer.pk, squad.third.pk]


def test_who_was_recused_takes_no_further_part(squad):
    case = walk(penalty_in("filed", squad), squad, "ask_recusal")
    row = case.part("recusals")[0]
    case.take("decide_recusal", by=squad.head, recusal=row.pk, granted=True, officers=[squad.third])
    facts = {"officers": [squad.officer, squad.partner], "reason": "原人员"}

    assert "已决定回避" in refusal(case, "change_officers", squad.head, **facts)


def test_the_end_of_an_investigation_waits_for_an_answer_to_a_recusal(squad):
    case = walk(penalty_in("filed", squad), squad, "investigate", "add_evidence", "ask_recusal")

    assert "第四十三条" in refusal(case, "conclude", squad.officer, report="终结")


def test_an_order_to_put_right_has_its_day_and_is_checked(squad):
    case = walk(penalty_in("filed", squad), squad, "order_correction")
    assert [c.due for c in case.clocks() if c.clock.label == "责令改正"] == [
        date.fromisoformat(today())
    ]

    walk(case, squad, "check_correction")

    assert [c.due for c in case.clocks() if c.clock.label == "责令改正"] == [None]


def test_a_term_that_lies_before_the_order_is_refused(squad):
    case = registered(squad)
    facts = {"content": "清除", "until": date.fromisoformat(today()) - timedelta(days=1)}

    assert "第二十八条" in refusal(case, "order_correction", squad.officer, **facts)


def test_every_case_says_by_what_right_it_is_handled_here(squad):
    assert set(PenaltyCase.objects.values_list("jurisdiction", flat=True)) == set()
    case = registered(squad, jurisdiction="designated")
    assert case.detail.get_jurisdiction_display() == "上级指定管辖"


def test_a_correction_keeps_old_value_new_value_and_reason(squad):
    case = walk(penalty_in("filed", squad), squad, "correct")

    lines = dict(case.history[-1].lines())
    assert lines["违法行为地点"] == "共康路1号门前 → 共康路3号门前"
    assert lines["更正原因"] == "门牌号误记"


def test_what_was_decided_is_not_corrected(squad):
    case = penalty_in("spot", squad)

    assert "不能更正登记" in refusal(case, "correct", squad.officer, place="别处", reason="误记")


def test_an_officer_who_leaves_is_replaced_in_the_open_cases_first(squad):
    case = penalty_in("filed", squad)
    assert ask("penalty.naming_officer", squad.partner) == [case]

    walk(case, squad, "change_officers")

    assert ask("penalty.naming_officer", squad.partner) == []
