"""How a penalty is drafted, told, defended and decided; every refusal names its article."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils.timezone import localdate

from enforcement.penalty import standing
from enforcement.penalty.models import Draft
from enforcement.standards.models import DiscretionBand
from lawgov.casework.models import Case
from lawgov.casework.refusals import NotYours
from lawgov.privacy import identity

from ..cast import today
from ..pages.conftest import as_
from .deciding import (
    DRAFT,
    EXEMPTION,
    day,
    decision_in,
    go,
    list_fines,
    passed,
    refusal,
    service,
    take,
    told,
)
from .penalty import FIRM, PARTY, penalty_in

__all__ = ["as_"]
pytestmark = pytest.mark.django_db
BIG = {"kinds": ["fine"], "band": "P3", "fine": "1000"}


def born(years: int) -> str:
    """An ID number of somebody so old today."""
    on = localdate() - timedelta(days=years * 366 + 30)
    body = f"110105{on:%Y%m%d}001"
    return body + identity.id_check_digit(body)


def young(years: int) -> dict:
    return PARTY | {
        "id_number": born(years), "agent_name": "钱父", "agent_kind": "legal"
    }  # fmt: skip


def later(n: int):
    """n days from now, at noon."""
    return time_machine.travel(f"{localdate() + timedelta(days=n)} 04:00:00Z", tick=False)


@pytest.fixture
def may_be_heard(monkeypatch):
    """A fine of 500 may be heard here."""
    monkeypatch.setattr(standing.hearings, "threshold", lambda *about: 50_000)


def test_an_ordinary_case_is_drafted_told_given_up_and_decided(squad):
    case = decision_in("decided", squad)
    [row] = case.part("decisions")

    assert (case.state, row.fine, row.version) == ("decided", 50_000, 1)
    assert "罚决字〔" in row.number


def test_all_that_stands_against_a_decision_is_said_at_once(squad):
    """Unreviewed, by one officer, outside the band that holds now, too early, against a child."""
    list_fines(1)
    case = decision_in("notified", squad)
    DiscretionBand.objects.filter(power="CG-005", code="P2").update(until=today())
    party = case.parties.get()
    party.id_number = born(12)
    party.save()
    case.detail.officers = [squad.officer.pk]
    case.detail.save()
    case.refresh_from_db()
    said = refusal(case, squad, "decide")

    for article in ("第五十八条", "第四十二条", "第三十四条", "第四十五条", "第三十条"):
        assert article in said


def test_a_stale_review_is_named_as_such(squad):
    list_fines(1)
    case = decision_in("waived", squad)
    passed(case, squad)
    take(case, squad, "draft", decision="罚款五百元整")
    said = refusal(case, squad, "decide")

    assert "另一文本" in said
    assert "未经法制审核" not in said


def test_a_text_that_passed_is_decided(squad):
    list_fines(1)
    case = decision_in("waived", squad)
    passed(case, squad)
    take(case, squad, "decide")

    assert case.state == "decided"


def test_an_opinion_that_does_not_pass_stops_the_decision(squad):
    list_fines(1)
    case = decision_in("waived", squad)
    passed(case, squad, passes=False)

    assert "未经法制审核或者审核未通过" in refusal(case, squad, "decide")


def test_who_handled_the_case_does_not_decide_it(squad):
    case = decision_in("waived", squad)
    case.detail.officers = [squad.head.pk, squad.partner.pk]
    case.detail.save()
    with pytest.raises(NotYours, match="经手过"):
        case.take("decide", by=squad.head)


def test_the_head_reads_the_whole_text_before_deciding(squad):
    case = decision_in("waived", squad)
    seen = dict(case.procedure.steps["decide"].effect(case))

    assert seen["罚款"] == "500.00元"
    assert seen["决定内容"] == DRAFT["decision"]
    assert "officer" in seen["承办执法人员"]
    assert seen["裁量档次"].endswith("200.00元至500.00元")


# What is drafted


@pytest.mark.parametrize(
    "given",
    [
        {"kinds": []},
        {"fine": ""},
        {"kinds": ["warning"]},
        {"confiscated": "10"},
        {"outcome": "first"},
    ],
)
def test_kinds_and_sums_agree(squad, given):
    case = penalty_in("concluded", squad)
    assert "须一致" in refusal(case, squad, "draft", **DRAFT | given)


def test_be_stopped_when_the_fine_leaves_the_discretion_band(squad):
    case = penalty_in("concluded", squad)
    assert "第三十四条" in refusal(case, squad, "draft", fine="500.01")
    assert "第三十四条" in refusal(case, squad, "draft", band="")


def test_outside_the_band_one_says_so_and_why_and_is_reviewed(squad):
    case = penalty_in("concluded", squad)
    assert "第三十四条" in refusal(case, squad, "draft", fine="501", outside=True, reasons="")
    take(case, squad, "draft", fine="501", outside=True)
    [row] = case.part("drafts")

    assert row.matters == ["outside"]
    assert row.listed == ["超出裁量基准作出的行政处罚"]


def test_a_child_under_fourteen_is_not_fined(squad):
    case = penalty_in("concluded", squad, parties=[young(12)])
    assert "第三十条" in refusal(case, squad, "draft")
    take(case, squad, "draft", **EXEMPTION | {"outcome": "incapable"})


def test_from_fourteen_to_seventeen_it_must_be_lighter(squad):
    case = penalty_in("concluded", squad, parties=[young(16)])
    assert "从轻或者减轻" in refusal(case, squad, "draft", fine="351")
    assert "从轻或者减轻" in refusal(case, squad, "draft", fine="300", reasons="")
    take(case, squad, "draft", fine="350")


def test_one_act_is_fined_once(squad):
    case = penalty_in("concluded", squad, act_on=day(-1))
    go(penalty_in("concluded", squad), squad, "draft", "notify", "waive", "decide")
    case.detail.act_on = localdate()
    case.detail.save()
    assert "第二十九条" in refusal(case, squad, "draft")


@pytest.mark.parametrize("heavier", [{"fine": "501", "band": "P3"}, {"kinds": ["fine", "warning"]}])
def test_no_heavier_penalty_for_defending_oneself(squad, heavier):
    case = go(decision_in("notified", squad), squad, "defend", "weigh_defence")
    assert "第四十五条" in refusal(case, squad, "draft", **heavier)
    take(case, squad, "draft", fine="300")


def test_the_hash_follows_every_word(squad):
    case = penalty_in("concluded", squad)
    for change in ({}, {"facts": "其他"}, {"fine": "400"}, {"reasons": "其他"}):
        take(case, squad, "draft", **change)
    assert Draft.objects.filter(case=case).values("text_hash").distinct().count() == 4


# What is told


def test_nothing_is_told_before_it_is_drafted(squad):
    case = penalty_in("concluded", squad)
    assert "第四十四条" in refusal(case, squad, "notify")


def test_the_notice_tells_of_the_rights(squad, may_be_heard):
    case = go(penalty_in("concluded", squad), squad, "draft")
    said = refusal(case, squad, "notify", told=False, hearing=False)
    assert "第四十四条" in said
    assert "第六十三条" in said


def test_a_notice_is_handed_over_by_two_and_by_mail_only_with_consent(squad):
    case = go(penalty_in("concluded", squad), squad, "draft")
    given = told(squad, officers=[squad.officer], manner="electronic")
    said = refusal(case, squad, "notify", **given)
    assert "第四十二条" in said
    assert "第六十一条" in said
    take(case, squad, "notify", manner="electronic", consented=True)


def test_no_decision_before_the_time_to_defend_oneself_is_over(squad):
    case = decision_in("notified", squad, {"notify": {"hearing": False}})
    until = case.detail.defence_until
    assert "第四十五条" in refusal(case, squad, "decide")
    with time_machine.travel(f"{until} 04:00:00Z", tick=False):
        assert "第四十五条" in refusal(case, squad, "decide")
    with time_machine.travel(f"{until + timedelta(days=1)} 04:00:00Z", tick=False):
        take(case, squad, "decide")


def test_what_is_given_up_is_given_up_in_writing(squad):
    case = decision_in("notified", squad)
    assert "第六十二条" in refusal(case, squad, "waive", written=False)


def test_a_defence_is_weighed_before_the_decision(squad):
    case = go(decision_in("notified", squad), squad, "defend", "waive")
    assert "须已复核" in refusal(case, squad, "decide")
    go(case, squad, "weigh_defence", "decide")
    [row] = case.part("defences")
    assert row.adopted
    assert row.weighed_on == localdate()


def test_another_ground_is_told_anew(squad):
    case = decision_in("waived", squad)
    take(case, squad, "draft", basis="某条例第十一条")
    assert "重新告知" in refusal(case, squad, "decide")
    go(case, squad, "notify", "waive", "decide")


def test_a_new_notice_begins_a_new_time(squad):
    case = go(decision_in("waived", squad), squad, "notify")
    assert "第四十五条" in refusal(case, squad, "decide")


# The hearing


def test_a_hearing_is_asked_for_within_five_working_days(squad, may_be_heard):
    case = decision_in("notified", squad)
    with later(9):
        assert "第六十四条第一项" in refusal(case, squad, "ask_hearing", on=day(9 - 9))
    take(case, squad, "ask_hearing")


def test_no_decision_while_a_hearing_may_still_be_asked_for(squad, may_be_heard):
    case = decision_in("notified", squad)
    take(case, squad, "waive", hearing_too=False)
    assert "要求听证的期限未满" in refusal(case, squad, "decide")


def arranged(squad, **changes):
    return {
        "on": today(), "planned_on": day(12), "place": "会议室", "chair": squad.justice,
        "open_doors": True,
    } | changes  # fmt: skip


def asked(squad):
    return go(decision_in("notified", squad), squad, "ask_hearing")


def test_a_hearing_is_announced_seven_working_days_ahead_by_another_chair(squad, may_be_heard):
    case = asked(squad)
    given = arranged(squad, planned_on=day(8), chair=squad.partner)
    said = refusal(case, squad, "arrange_hearing", **given)
    assert "第六十四条第二项" in said
    assert "第六十四条第四项" in said


def test_who_asked_for_a_hearing_is_heard_before_the_decision(squad, may_be_heard):
    case = go(asked(squad), squad, "waive")
    assert "应当组织听证" in refusal(case, squad, "decide")


RECORD = {"record": "当事人陈述", "opinion": "建议维持", "signed": True}


def test_a_hearing_is_held_by_its_chair_on_its_day_and_signed(squad, may_be_heard):
    case = asked(squad)
    take(case, squad, "arrange_hearing", **arranged(squad))
    given = RECORD | {"on": today(), "signed": False, "agents": 3}
    said = refusal(case, squad, "hear", by=squad.reviewer, **given)
    for words in ("听证主持人登记", "不得早于", "一至2人代理", "核对无误"):
        assert words in said


def test_after_a_hearing_the_text_rests_on_its_record(squad, may_be_heard):
    list_fines(10**9)
    case = asked(squad)
    take(case, squad, "arrange_hearing", **arranged(squad))
    with later(13):
        case.take("hear", by=squad.justice, **RECORD, on=today())
        assert "第六十五条" in refusal(case, squad, "decide")
        take(case, squad, "draft")
    [*_, row] = case.part("drafts")
    assert row.matters == ["heard"]
    assert row.listed


# Discussed, decided


def test_what_is_complex_is_discussed_by_the_heads(squad):
    case = decision_in("waived", squad, {"conclude": {"complex": True}})
    passed(case, squad)
    assert "第五十七条第二款" in refusal(case, squad, "decide")
    assert "负责人参加" in refusal(case, squad, "discuss", members=[squad.head])
    go(case, squad, "discuss", "decide")
    assert case.detail.discussed_on == localdate()


def test_a_discussion_of_an_older_version_is_none(squad):
    case = decision_in("waived", squad, {"conclude": {"complex": True}})
    go(case, squad, "discuss", "draft")
    passed(case, squad)
    assert "集体讨论本稿" in refusal(case, squad, "decide")


def test_an_expired_certificate_decides_nothing(squad):
    case = decision_in("waived", squad)
    with time_machine.travel("2035-06-01 04:00:00Z", tick=False):
        assert "第四十二条" in refusal(case, squad, "decide")


def test_who_made_an_inquiry_was_certified_that_day(squad):
    case = decision_in("waived", squad)
    row = case.part("inquiries")[0]
    row.officers = [squad.officer.pk, squad.grid.pk]
    row.save()
    case.refresh_from_db()
    assert "第四十二条" in refusal(case, squad, "decide")


def test_ninety_days_from_filing(squad):
    case = penalty_in("filed", squad)
    clock = next(c for c in case.clocks() if c.clock.label == "处罚办案期限")
    assert clock.due
    assert (clock.due - localdate()).days in range(90, 100)


def test_the_big_sum_of_a_firm_may_be_heard_from_its_own_threshold(squad):
    case = penalty_in("concluded", squad, parties=[FIRM])
    row = Draft(kinds=["fine"], fine=4_999_999, confiscated=0)
    assert not standing.may_be_heard(case, row, date.today())
    row.fine = 5_000_000
    assert standing.may_be_heard(case, row, date.today())


# Not punished


def test_what_is_slight_and_corrected_is_not_punished_but_taught(squad):
    case = go(penalty_in("concluded", squad), squad, "draft", draft=EXEMPTION)
    said = refusal(case, squad, "exempt", corrected=False, educated=False)
    assert "第三十三条第一款" in said
    assert "第三十三条第三款" in said
    take(case, squad, "exempt")
    assert case.state == "exempted"
    assert "不罚决字〔" in case.part("decisions")[0].number


def test_a_childs_guardian_is_told_to_keep_it_in_hand(squad):
    draft = EXEMPTION | {"outcome": "incapable"}
    case = go(penalty_in("concluded", squad, parties=[young(12)]), squad, "draft", draft=draft)
    assert "第三十条" in refusal(case, squad, "exempt")
    take(case, squad, "exempt", guardian=True)


def test_a_penalty_is_not_decided_as_none_nor_none_as_a_penalty(squad):
    case = go(penalty_in("concluded", squad), squad, "draft")
    assert "拟不予处罚" in refusal(case, squad, "exempt")
    case = decision_in("notified", squad, act_on=day(-1))
    take(case, squad, "draft", **EXEMPTION)
    assert "拟给予处罚" in refusal(case, squad, "decide")


def test_an_exemption_is_served_too(squad):
    case = go(penalty_in("concluded", squad), squad, "draft", "exempt", draft=EXEMPTION)
    take(case, squad, "serve_exemption", **service(squad))
    assert (case.state, case.detail.served_on) == ("exempted", localdate())


def test_the_next_draft_begins_with_the_words_and_sums_of_the_last(squad, as_):
    case = go(penalty_in("concluded", squad), squad, "draft")
    as_(squad.officer).fill(f"/penalties/{case.pk}/draft/", decision="罚款四百元", fine="400")

    first, second = Case.objects.get(pk=case.pk).part("drafts")
    assert (second.decision, second.fine) == ("罚款四百元", 40000)
    same = ("outcome", "kinds", "band", "facts", "proof", "basis", "reasons")
    assert [getattr(second, name) for name in same] == [getattr(first, name) for name in same]
