"""Agencies: a dispute is referred, invited to or sent away by a handshake that must be answered."""

import pytest
from django.db import IntegrityError

from lawgov.casework.refusals import BadFacts, NotYours, StepRefused
from lawgov.handovers.models import Referral
from lawgov.handovers.tasks import climb
from lawgov.notices.models import Notice
from lawgov.organisations.models import Kind
from tests.casework.conftest import time_machine_at
from tests.cast import GRID, OTHER_STREET, STREET, answers, dispute_in, logged, today

from .joint import agency, asked, fresh, row

__all__ = ["time_machine_at"]
NAMED = {"person": "李警官"}


def brought(cast, **changes):
    case = logged(cast.grid)
    case.take("refer_in", by=cast.grid, **asked(agency(), **changes))
    return case


def invited(cast, state="mediating"):
    case = dispute_in(state, cast)
    case.take("invite", by=cast.mediator, **asked(agency(Kind.LAW_FIRM)))
    return fresh(case)


def sent(cast, kind=Kind.COURT):
    case = dispute_in("accepted", cast)
    case.take("transfer_out", by=cast.mediator, **asked(agency(kind)))
    return fresh(case)


def test_a_referral_must_be_accepted_or_refused_before_the_dispute_is_accepted(cast):
    case = brought(cast)
    with pytest.raises(StepRefused, match="移入的纠纷应先接收或退回"):
        case.take("accept", by=cast.mediator, **answers()["accept"])

    case.take("take_in", by=cast.justice)
    case.take("accept", by=cast.mediator, **answers()["accept"])
    assert (case.state, row(case).reply) == ("accepted", "accepted")


def test_a_referral_is_refused_with_a_reason_and_the_dispute_ends(cast):
    case = brought(cast)
    with pytest.raises(BadFacts):
        case.take("turn_back", by=cast.justice)

    case.take("turn_back", by=cast.justice, reason="已由法院受理")
    assert (case.state, row(case).reply, case.closed_on is None) == ("rejected", "refused", False)


def test_a_grid_worker_writes_down_a_referral_but_does_not_take_it_in(cast):
    case = brought(cast, outside="警情2024-1")
    with pytest.raises(NotYours):
        case.take("take_in", by=cast.grid)
    assert row(case).outside == "警情2024-1"


def test_an_answer_is_due_in_three_working_days_and_is_urged_once(cast, time_machine_at):
    """Friday 1 March 2024: Monday, Tuesday, Wednesday."""
    with time_machine_at("2024-03-01 10:00"):
        case = brought(cast)
        assert str(row(case).due_on) == "2024-03-06"
        assert "机构移送答复" in [each.clock.label for each in case.clocks() if each.due]
    with time_machine_at("2024-03-06 10:00"):
        climb()
        assert row(case).urged_on is None
    with time_machine_at("2024-03-07 00:05"):
        climb()
        climb()
    assert str(row(case).urged_on) == "2024-03-07"
    assert [e.step for e in case.events.all()].count("urge_agency") == 1


def test_what_nobody_answers_is_told_to_the_level_above(cast, time_machine_at):
    from lawgov.casework import outbox

    with time_machine_at("2024-03-01 10:00"):
        case = logged(cast.community, GRID[:12])
        case.take("refer_in", by=cast.community, **asked(agency()))
    with time_machine_at("2024-03-08 10:00"):
        climb()
        outbox.drain()

    told = set(Notice.objects.filter(case=case, what="urged").values_list("to", flat=True))
    assert {cast.community.pk, cast.justice.pk} <= told


def test_what_was_taken_in_is_reported_back_before_it_is_filed(cast):
    case = brought(cast)
    case.take("take_in", by=cast.justice)
    for step in ("accept", "fail"):
        case.take(step, by=cast.mediator, **answers()[step])
    with pytest.raises(StepRefused, match="应先向移送机构反馈结果"):
        case.take("archive", by=cast.mediator, **answers()["archive"])

    case = fresh(case)
    told = {"referral": row(case).pk, "result": "failed", "outcome": "双方分歧过大"}
    case.take("feed_back", by=cast.mediator, **told)
    case.take("archive", by=cast.mediator, **answers()["archive"])
    assert (case.state, row(case).result) == ("archived", "failed")


def test_who_is_invited_says_yes_or_no_and_no_says_why(cast):
    case = invited(cast)
    said = {"referral": row(case).pk, "said": "refused", "person": "钱律师"}
    with pytest.raises(StepRefused, match="应写明原因"):
        case.take("answer_invitation", by=cast.mediator, **said)

    case.take("answer_invitation", by=cast.mediator, **said, reason="有利益冲突")
    assert (case.state, row(case).reply, row(case).replied_name) == (
        "mediating", "refused", "钱律师",
    )  # fmt: skip


def test_an_invitation_that_waits_keeps_the_dispute_from_being_filed_until_it_is_recalled(cast):
    case = invited(cast, "accepted")
    case.take("fail", by=cast.mediator, **answers()["fail"])
    with pytest.raises(StepRefused, match="应有答复或撤回"):
        case.take("archive", by=cast.mediator, **answers()["archive"])

    case = fresh(case)
    case.take("recall", by=cast.mediator, referral=row(case).pk, reason="已结束")
    case.take("archive", by=cast.mediator, **answers()["archive"])
    assert row(case).reply == "recalled"


def test_a_dispute_is_gone_only_when_the_other_side_has_accepted_it(cast):
    case = sent(cast)
    assert case.state == "accepted"

    case.take("agency_accepts", by=cast.mediator, **NAMED)
    assert (case.state, case.closed_on is None, case.due_clock) == (
        "referred", False, "移送结果反馈",
    )  # fmt: skip


def test_a_dispute_that_comes_back_goes_on_here(cast):
    case = sent(cast)
    case.take("agency_refuses", by=cast.mediator, **NAMED, reason="不属管辖")

    assert (case.state, case.returned, row(case).reply) == ("accepted", True, "refused")
    case.take("transfer_out", by=cast.mediator, **asked(agency(Kind.ARBITRATION)))


def test_a_dispute_is_sent_to_one_agency_at_a_time(cast):
    case, notary = sent(cast), agency(Kind.NOTARY)
    with pytest.raises(StepRefused, match="不需要"):
        case.take("transfer_out", by=cast.mediator, **asked(notary))
    with pytest.raises(IntegrityError, match="referral_sent_once"):
        Referral.objects.create(
            case=case, direction="sent_out", agency=notary, on=today(), due_on=today()
        )


def test_a_dangerous_dispute_is_not_given_away_before_it_is_reported(cast):
    """人民调解法第二十五条"""
    case = sent(cast)
    case.take("flag_danger", by=cast.mediator, signs="扬言报复")
    with pytest.raises(StepRefused, match="第二十五条"):
        case.take("agency_accepts", by=cast.mediator, **NAMED)


def test_only_the_street_hands_a_dispute_up_to_the_district(cast):
    centre = agency(Kind.DISTRICT_CENTRE, "310106")
    below = logged(cast.grid)
    with pytest.raises(StepRefused, match="由街镇上报"):
        below.take("transfer_out", by=cast.justice, **asked(centre))

    below.take("raise", by=cast.grid, to=STREET, reason="复杂")
    below.take("accept_offer", by=cast.justice)
    below.take("transfer_out", by=cast.justice, **asked(centre))
    below.take("agency_accepts", by=cast.justice, person="区中心接件人")
    assert (below.state, row(below).direction) == ("referred", "sent_out")


def test_an_agency_of_another_street_or_one_that_was_dissolved_is_not_asked(cast):
    case = logged(cast.grid)
    for body in (agency(unit=OTHER_STREET), agency(until="2021-01-01", name="旧所")):
        with pytest.raises(StepRefused, match="机构名录"):
            case.take("refer_in", by=cast.grid, **asked(body))
    with pytest.raises(BadFacts):
        case.take("refer_in", by=cast.grid, **asked(agency(Kind.MEDIATION_STATION)))


def test_an_organ_that_the_register_knows_is_asked_not_merely_pointed_to(cast):
    case = dispute_in("accepted", cast)
    agency(Kind.POLICE)
    with pytest.raises(StepRefused, match="登记对方接收"):
        case.take("refer", by=cast.mediator, organ="police", reason="涉嫌治安案件")

    case.take("refer", by=cast.mediator, organ="labour", reason="欠薪")
    assert case.state == "referred"


def test_the_answer_of_another_case_or_one_that_was_given_is_not_written_down(cast):
    case = invited(cast)
    said = {"said": "accepted", "person": "钱律师"}
    with pytest.raises(StepRefused, match="应属本案"):
        case.take("answer_invitation", by=cast.mediator, referral=row(case).pk + 1, **said)
