"""Which step leads where, and what each refuses: written by hand from the law and the issue."""

import pytest

from lawgov.casework.refusals import BadFacts, NotYours, StepRefused
from lawgov.parties.models import Party
from lawgov.privacy.crypto import blind
from mediation.procedure import STATES
from tests.cast import (
    COMMUNITY,
    GRID,
    OTHER_STREET,
    answers,
    dispute_in,
    logged,
    registration,
    today,
)

LADDER = {"raise", "pass_on"}  # a grid has nobody below it to hand down to
TEAM = {"form_team"}
HANDLED = {"transfer", "ask_recusal"}  # by the mediator who handles it
FILES = {"attach", "void_attachment", "link"}
DOCUMENTS = {"submit_paper", "finalise"}  # once there is a paper to be made
PAPERS = {"add_party", "correct_party"} | FILES
HELP = {"attach_counsellor"}
JOINT = {"invite", "transfer_out", "choose_course", "mark_major"}
KEEPING = {"apply", "inform", "add_evidence", "correct", "grade"}
ENDS = {"refuse", "withdraw", "refer", "flag_danger"}
OPEN = ENDS | KEEPING | LADDER | PAPERS | HELP | JOINT
UNDER_WAY = {"assign", "extend", "fail", "investigate"} | TEAM | OPEN
COURT = {"confirm", "change_agreement", "annul_agreement", "record_police_answer"}
AGAIN = {"reopen"} | FILES | DOCUMENTS
ALLOWED = {
    "registered": {"accept", "reject", "refer_in"} | OPEN,
    "accepted": UNDER_WAY | DOCUMENTS,
    "assigned": {"session", "take_on", "send_back"} | UNDER_WAY | HANDLED | DOCUMENTS,
    "mediating": {"session", "draft", "agree_written", "agree_oral"}
    | UNDER_WAY - {"inform"}  # they were told in the session
    | HANDLED
    | DOCUMENTS,
    "agreed": {"perform", "breach", "revisit"} | COURT | AGAIN,
    "performed": {"revisit"} | COURT | AGAIN,
    "breached": {"perform", "revisit"} | COURT | AGAIN,
    "revisited": {"revisit", "archive"} | COURT | AGAIN,
    "annulled": {"archive"} | AGAIN,
    "failed": {"archive"} | AGAIN,
    "rejected": {"archive"} | FILES,
    "withdrawn": {"archive", "reopen"} | FILES,
    "referred": {"archive"} | FILES,
    "archived": {"link", "reopen"},
}


@pytest.mark.parametrize("state", STATES)
def test_the_steps_out_of_a_state(state, cast):
    case = dispute_in(state, cast)

    assert case.state == state
    assert set(case.steps_for(cast.mediator)) == ALLOWED[state]


@pytest.mark.parametrize("state", STATES)
def test_a_step_out_of_turn_is_refused_and_nothing_is_written(state, cast):
    case = dispute_in(state, cast)
    before = case.version
    for step in {"accept", "assign", "session", "agree_oral", "archive"} - ALLOWED[state]:
        with pytest.raises(StepRefused, match="不能"):
            case.take(step, by=cast.mediator, **answers()[step])

    case.refresh_from_db()
    assert (case.state, case.version) == (state, before)


def test_a_number_is_given_at_registration_in_the_order_of_the_street_and_year(cast):
    first, second = logged(cast.grid), logged(cast.community, COMMUNITY)

    year = today()[:4]
    assert [first.number, second.number] == [
        f"彭人调字〔{year}〕第1号",
        f"彭人调字〔{year}〕第2号",
    ]


def test_a_dispute_cannot_be_logged_outside_ones_own_unit(cast):
    with pytest.raises(BadFacts) as refused:
        logged(cast.grid, COMMUNITY)

    assert refused.value.errors == {"unit": ["不在您的数据范围内"]}


def test_a_leader_reads_but_does_not_log(cast):
    with pytest.raises(NotYours):
        logged(cast.leader)


def test_every_fault_of_a_registration_is_named_at_once(cast):
    wrong = {"side": "applicant", "name": "", "id_number": "110105194912310021"}
    with pytest.raises(BadFacts) as refused:
        logged(cast.grid, channel="?", amount="-1", parties=[wrong], state="agreed")

    assert set(refused.value.errors) == {
        "channel",
        "amount",
        "parties.0.name",
        "parties.0.id_number",
        "state",
    }


def test_a_step_seen_in_an_older_version_is_refused(cast):
    case = logged(cast.grid)
    case.take("flag_danger", by=cast.grid, signs="扬言报复")

    with pytest.raises(StepRefused, match="已被他人处理"):
        case.take("accept", by=cast.mediator, seen=1, **answers()["accept"])


def test_the_grid_worker_may_not_accept(cast):
    with pytest.raises(NotYours, match="受理须由经办单位的"):
        logged(cast.grid).take("accept", by=cast.grid, **answers()["accept"])


def test_mediation_stops_once_a_party_has_refused(cast):
    """人民调解法第十七条"""
    case = dispute_in("mediating", cast)
    case.take("refuse", by=cast.mediator, side="respondent", on=today())

    for step in ("session", "agree_oral", "agree_written"):
        with pytest.raises(StepRefused, match="第十七条"):
            case.take(step, by=cast.mediator, **answers()[step])
    case.take("fail", by=cast.mediator, **answers()["fail"])
    assert case.state == "failed"


def test_a_written_agreement_lacking_any_signature_is_refused(cast):
    """人民调解法第二十九条"""
    case = dispute_in("mediating", cast)
    for missing in ("parties_signed_on", "mediator_signed_on", "sealed_on"):
        given = answers()["agree_written"] | {missing: ""}
        with pytest.raises(StepRefused, match="第二十九条"):
            case.take("agree_written", by=cast.mediator, **given)

    assert case.state == "mediating"


def test_every_unmet_rule_is_named_at_once(cast):
    alone = [registration()["parties"][0]]
    case = dispute_in("mediating", cast, parties=alone)
    case.take("flag_danger", by=cast.mediator, signs="扬言报复")
    with pytest.raises(StepRefused) as refused:
        case.take("agree_oral", by=cast.mediator, **answers()["agree_oral"] | {"no_paper": False})

    assert [reason.split("（")[-1] for reason in refused.value.reasons] == [
        "《人民调解法》第二十九条）",
        "《人民调解法》第二十八条）",
        "《人民调解法》第二十五条）",
    ]


def test_a_dangerous_dispute_is_not_closed_before_the_police_are_told(cast):
    """人民调解法第二十五条"""
    case = dispute_in("mediating", cast)
    case.take("flag_danger", by=cast.mediator, signs="扬言报复")
    with pytest.raises(StepRefused, match="第二十五条"):
        case.take("fail", by=cast.mediator, **answers()["fail"])
    case.take("report_danger", by=cast.mediator, organ="police", on=today())

    case.take("fail", by=cast.mediator, **answers()["fail"])
    assert case.state == "failed"


def test_reporting_is_offered_while_a_flagged_danger_is_not_reported(cast):
    case = dispute_in("mediating", cast)
    with pytest.raises(StepRefused, match="不需要"):
        case.take("report_danger", by=cast.mediator, organ="police", on=today())
    case.take("flag_danger", by=cast.mediator, signs="扬言报复")
    assert "report_danger" in case.steps_for(cast.mediator)

    case.take("report_danger", by=cast.mediator, organ="police", on=today())
    assert "report_danger" not in case.steps_for(cast.mediator)


def test_failing_without_telling_the_other_routes_is_refused(cast):
    """人民调解法第二十六条"""
    case = dispute_in("mediating", cast)
    with pytest.raises(BadFacts) as refused:
        case.take("fail", by=cast.mediator, reason="分歧过大", routes=[])

    assert refused.value.errors == {"routes": ["必填"]}


def test_only_a_mediator_of_the_desk_is_assigned(cast):
    case = dispute_in("accepted", cast)
    for username in ("grid", "outsider"):
        with pytest.raises(StepRefused, match="人民调解员"):
            case.take("assign", by=cast.mediator, handler=username, chosen_by="parties")

    case.take("assign", by=cast.mediator, handler="lawyer", chosen_by="parties")
    assert (case.handler, case.detail.mediator_kind) == (cast.lawyer, "young_lawyer")


def test_before_the_first_session_the_parties_are_told_their_rights(cast):
    """人民调解工作若干规定第三十条"""
    case = dispute_in("assigned", cast)
    with pytest.raises(StepRefused, match="第三十条"):
        case.take("session", by=cast.mediator, **answers()["session"] | {"informed": False})

    case.take("session", by=cast.mediator, **answers()["session"])
    case.take("session", by=cast.mediator, **answers()["session"] | {"informed": False})
    assert len(case.part("sessions")) == 2


def test_judicial_confirmation_is_applied_for_jointly_and_within_thirty_days(cast, time_machine_at):
    """人民调解法第三十三条、民事诉讼法第二百零五条; 31 March 2024 is a Sunday, so 1 April counts"""
    with time_machine_at("2024-03-01 10:00"):
        case = dispute_in("agreed", cast)
    with time_machine_at("2024-04-02 10:00"):
        late = answers()["confirm"] | {"on": "2024-04-02", "jointly": False}
        with pytest.raises(StepRefused) as refused:
            case.take("confirm", by=cast.mediator, **late)
        case.take("confirm", by=cast.mediator, **answers()["confirm"] | {"on": "2024-04-01"})

    assert len(refused.value.reasons) == 2
    assert str(case.detail.confirmed_on) == "2024-04-01"


def test_a_round_must_belong_to_the_street_and_have_found_a_dispute(cast):
    with pytest.raises(StepRefused, match="排查记录"):
        logged(cast.grid, entry=12345)


def test_the_opening_event_keeps_no_name_and_no_number_of_a_person(cast):
    event = logged(cast.grid).history[0]

    stored = f"{event.facts}{event.words}"
    for personal in ("甲某", "乙某", "11010519491231002X", "13812345678", "楼上漏水"):
        assert personal not in stored


def test_the_unit_of_a_case_is_not_set_by_its_facts(cast):
    with pytest.raises(BadFacts):
        logged(cast.grid).take("accept", by=cast.mediator, unit=OTHER_STREET, **answers()["accept"])
    assert logged(cast.grid).unit == GRID


def test_the_amount_in_dispute_is_not_what_was_agreed_on(cast):
    case = dispute_in("mediating", cast)
    case.take("agree_written", by=cast.mediator, **answers()["agree_written"], agreed_amount="10")

    assert case.detail.amount == 120050
    assert case.part("agreements")[0].agreed_amount == 1000
    assert case.history[-1].amount == 120050


@pytest.mark.parametrize(
    "changes",
    [
        {"sealed_on": "2090-01-01"},
        {"parties_signed_on": "1950-01-01"},
        {"perform_by": "1950-01-01"},
    ],
)
def test_signatures_lie_between_registration_and_today(changes, cast):
    """人民调解法第二十九条"""
    case = dispute_in("mediating", cast)
    with pytest.raises(StepRefused, match="第二十九条"):
        case.take("agree_written", by=cast.mediator, **answers()["agree_written"] | changes)


def test_after_a_visit_the_agreement_may_still_be_performed_broken_or_confirmed(cast):
    case = dispute_in("agreed", cast)
    case.take("revisit", by=cast.mediator, **answers()["revisit"] | {"performance": "none"})
    case.take("breach", by=cast.mediator, **answers()["breach"])
    case.take("perform", by=cast.mediator, **answers()["perform"])

    assert case.state == "performed"


def test_an_oral_agreement_is_not_confirmed_by_a_court_and_a_written_one_once(cast):
    """人民调解法第三十三条"""
    given = answers()["confirm"]
    oral = dispute_in("mediating", cast)
    oral.take("agree_oral", by=cast.mediator, **answers()["agree_oral"])
    with pytest.raises(StepRefused, match="书面协议"):
        oral.take("confirm", by=cast.mediator, **given)

    written = dispute_in("agreed", cast)
    written.take("confirm", by=cast.mediator, **given)
    with pytest.raises(StepRefused, match="不需要"):
        written.take("confirm", by=cast.mediator, **given)


def test_who_refused_is_told_the_other_routes_when_the_case_is_withdrawn(cast):
    """人民调解法第二十六条"""
    case = logged(cast.grid)
    case.take("refuse", by=cast.mediator, side="respondent", on=today())
    with pytest.raises(StepRefused, match="第二十六条"):
        case.take("withdraw", by=cast.mediator, **answers()["withdraw"])

    case.take("withdraw", by=cast.mediator, **answers()["withdraw"], routes=["litigation"])
    assert case.state == "withdrawn"


def test_a_mistyped_party_is_corrected_with_its_blind_index(cast):
    case = logged(cast.grid)
    party = case.part("parties")[0]
    stored = Party.objects.get(case=case, name="甲某")
    case.refresh_from_db()
    case.take("correct_party", by=cast.grid, party=stored.pk, phone="13900000000", reason="填错")

    assert Party.objects.get(pk=stored.pk).phone == "13900000000"
    assert Party.objects.filter(phone_blind=blind("13900000000")).get().name == party.name


def test_a_case_is_linked_to_another_of_the_street_by_its_number(cast):
    first, second = logged(cast.grid), logged(cast.grid)
    second.take("link", by=cast.grid, relation="same", number=first.number)

    assert second.links.get().other == first
    with pytest.raises(StepRefused, match="本街镇"):
        second.take("link", by=cast.grid, relation="same", number="没有这个编号")


def test_an_organisation_is_entered_with_its_credit_code(cast):
    """GB 32100"""
    firm = {"side": "respondent", "kind": "organisation", "name": "某物业公司"}
    case = logged(cast.grid, parties=[firm | {"credit_code": "91350100M000100Y43"}])
    assert Party.objects.get(case=case).credit_code == "91350100M000100Y43"

    with pytest.raises(BadFacts) as refused:
        logged(cast.grid, parties=[firm | {"credit_code": "91350100M000100Y44"}])
    assert set(refused.value.errors) == {"parties.0.credit_code"}


def test_what_is_written_down_late_is_late_by_weeks_not_by_years(cast):
    with pytest.raises(BadFacts) as refused:
        logged(cast.grid, on="1950-01-01")

    assert set(refused.value.errors) == {"on"}
