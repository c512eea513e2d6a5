"""After an agreement: instalments, visits, court, police, and the dispute that comes back."""

import pytest

from lawgov.casework.refusals import BadFacts, StepRefused
from tests.cast import answers, dispute_in, today

from .proper import by_instalments, confirmed, day, fresh

pytestmark = pytest.mark.django_db
AGAIN = {"reason": "再次漏水，双方又起争执", "on": today()}


def due(case, label):
    return next(each.due for each in case.clocks() if each.clock.label == label)


def test_each_instalment_has_its_voucher_and_the_next_one_its_clock(cast):
    case = by_instalments(cast)
    first, second = case.part("instalments")
    assert str(due(case, "分期履行")) == today()
    paid = {"on": today(), "paid": "500", "voucher": "transfer"}
    case.take("pay", by=cast.mediator, instalment=first.pk, **paid)

    assert due(fresh(case), "分期履行") >= second.due_on
    with pytest.raises(StepRefused, match="尚未履行"):
        fresh(case).take("pay", by=cast.mediator, instalment=first.pk, **paid)


def test_the_page_tells_instalments_in_yuan_and_who_paid_what(cast, as_):
    case = by_instalments(cast)

    page = as_(cast.mediator).see(f"/disputes/{case.pk}/?tab=after")
    assert page.count("500.00元") == 2
    assert "（分）" not in page


def test_it_is_performed_when_every_instalment_is(cast):
    case = by_instalments(cast)
    with pytest.raises(StepRefused, match="第1期"):
        case.take("perform", by=cast.mediator, on=today())
    for row in case.part("instalments"):
        fresh(case).take("pay", by=cast.mediator, instalment=row.pk, on=today())

    fresh(case).take("perform", by=cast.mediator, on=today(), voucher="receipt", note="收条一份")
    assert [row.voucher for row in fresh(case).part("performances")] == [
        "other", "other", "receipt",
    ]  # fmt: skip


def test_what_was_performed_is_not_performed_again_and_is_next_filed(cast):
    agreed = dispute_in("agreed", cast)
    assert {"perform", "breach"} <= agreed.steps_for(cast.mediator).keys()

    done = dispute_in("performed", cast)
    done.take("revisit", by=cast.mediator, **answers()["revisit"])
    offered = fresh(done).steps_for(cast.mediator)
    assert "archive" in offered
    assert not {"perform", "breach"} & offered.keys()


def test_new_signs_of_danger_at_a_visit_are_met_and_reported_before_the_file_is_closed(cast):
    """人民调解法第二十五条"""
    case = dispute_in("performed", cast)
    visit = answers()["revisit"] | {"sharpening": True}
    with pytest.raises(StepRefused, match="第二十五条"):
        case.take("revisit", by=cast.mediator, **visit)
    case.take("revisit", by=cast.mediator, **visit, measures="已安排社区每日走访")
    with pytest.raises(StepRefused, match="第二十五条"):
        case.take("archive", by=cast.mediator, **answers()["archive"])

    fresh(case).take("report_danger", by=cast.mediator, organ="police", on=today())
    fresh(case).take("archive", by=cast.mediator, **answers()["archive"])


def test_a_major_dispute_is_visited_again_after_three_months(cast, time_machine_at):
    with time_machine_at("2024-03-01 10:00"):
        case = dispute_in("agreed", cast)
        case.detail.major = True
        case.detail.save()
        case.take("perform", by=cast.mediator, on="2024-03-01")
        case.take("revisit", by=cast.mediator, **answers()["revisit"])
        with pytest.raises(StepRefused, match="回访两次"):
            fresh(case).take("archive", by=cast.mediator, **answers()["archive"])
        assert str(due(fresh(case), "再次回访")) == "2024-05-30"

        fresh(case).take("revisit", by=cast.mediator, **answers()["revisit"])
        assert due(fresh(case), "再次回访") is None
        fresh(case).take("archive", by=cast.mediator, **answers()["archive"])


@pytest.mark.parametrize(
    ("channel", "ground"), [("court", "seat"), ("phone", "invited"), ("police", "invited")]
)
def test_the_court_that_confirms_is_the_one_that_the_law_names(cast, channel, ground):
    """民事诉讼法第二百零五条"""
    case = dispute_in("agreed", cast, channel=channel)
    given = answers()["confirm"] | {"ground": ground}
    with pytest.raises(StepRefused, match="第二百零五条"):
        case.take("confirm", by=cast.mediator, **given)

    right = "invited" if channel == "court" else "domicile"
    case.take("confirm", by=cast.mediator, **given | {"ground": right})
    assert fresh(case).part("confirmations")[0].ground == right


def test_a_court_is_asked_with_the_pledge_of_both(cast):
    given = answers()["confirm"] | {"pledged": False}
    with pytest.raises(StepRefused, match="承诺书"):
        dispute_in("agreed", cast).take("confirm", by=cast.mediator, **given)


def test_what_a_court_confirmed_may_be_enforced_for_two_years_from_the_last_day(
    cast, time_machine_at
):
    """民事诉讼法第二百五十条"""
    with time_machine_at("2024-02-29 10:00"):
        case = confirmed(cast)
    assert str(case.part("confirmations")[0].enforce_by) == "2026-02-28"
    court = {"court": "静安区人民法院"}
    with (
        time_machine_at("2026-03-01 10:00"),
        pytest.raises(StepRefused, match="第二百五十条"),
    ):
        case.take("apply_enforcement", by=cast.mediator, on="2026-03-01", **court)

    with time_machine_at("2026-03-01 10:00"):
        fresh(case).take("apply_enforcement", by=cast.mediator, on="2026-02-28", **court)
    assert str(fresh(case).part("confirmations")[0].enforced_on) == "2026-02-28"


def test_after_a_dismissal_the_agreement_is_changed_by_all_and_confirmed_anew(cast):
    """民事诉讼法第二百零六条"""
    case = confirmed(cast, "dismissed")
    changed = answers()["agree_written"] | {"content": "赔偿八百元"}
    with pytest.raises(StepRefused, match="第二百零六条"):
        case.take("change_agreement", by=cast.mediator, **changed)
    case.take("change_agreement", by=cast.mediator, agreed_by_all=True, **changed)

    old, new = fresh(case).part("agreements")
    assert (old.annulment, new.ordinal, new.annulled_on) == ("changed", 2, None)
    fresh(case).take("confirm", by=cast.mediator, **answers()["confirm"])


def test_an_agreement_that_a_court_set_aside_binds_no_more(cast):
    case = dispute_in("annulled", cast)
    row = fresh(case).part("agreements")[0]
    assert (row.annulment, row.annulled_by) == ("void", answers()["annul_agreement"]["annulled_by"])

    with pytest.raises(StepRefused, match="不能"):
        case.take("perform", by=cast.mediator, on=today())


def test_a_dispute_that_flares_up_again_is_handled_and_settled_again(cast):
    case = dispute_in("archived", cast)
    assert case.closed_on
    case = dispute_in("performed", cast)
    case.take("reopen", by=cast.mediator, **AGAIN)
    assert (case.state, case.closed_on, case.handler) == ("accepted", None, None)

    for step in ("assign", "session", "agree_written"):
        case = fresh(case)
        case.take(step, by=cast.mediator, **answers()[step])
    assert [row.annulment for row in fresh(case).part("agreements")] == ["changed", ""]
    assert [event.step for event in case.history].count("agree_written") == 2


def test_who_refused_before_may_agree_to_mediation_when_it_is_opened_again(cast):
    """人民调解法第十七条"""
    case = dispute_in("mediating", cast)
    case.take("refuse", by=cast.mediator, side="respondent", on=today())
    case.take("fail", by=cast.mediator, **answers()["fail"])
    case.take("reopen", by=cast.mediator, **AGAIN)

    case.take("assign", by=cast.mediator, **answers()["assign"])
    assert case.state == "assigned"


def test_a_public_order_case_is_put_to_the_police_when_it_is_performed(cast, time_machine_at):
    """治安管理处罚法（2026年1月1日起施行）"""
    given = {"police_answer": "accepted", "on": "2026-03-02"}
    with time_machine_at("2026-03-02 10:00"):
        case = dispute_in("agreed", cast)
        with pytest.raises(StepRefused) as refused:
            case.take("record_police_answer", by=cast.mediator, **given)
        assert ["第九条" in why for why in refused.value.reasons] == [True, True]

        case.take("perform", by=cast.mediator, on="2026-03-02")
        case.take("record_police_answer", by=cast.mediator, in_writing=True, **given)
    assert (case.detail.police_answer, str(case.detail.performed_on)) == ("accepted", "2026-03-02")


def test_an_instalment_must_state_its_day(cast):
    case = dispute_in("mediating", cast)
    with pytest.raises(BadFacts) as refused:
        case.take(
            "agree_written", by=cast.mediator, instalments=[{"amount": "10"}],
            **answers()["agree_written"] | {"perform_by": day(1)},
        )  # fmt: skip
    assert set(refused.value.errors) == {"instalments.0.due_on"}
