"""Officers: no certificate, no case work; who leaves hands over, and gives the certificate back."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localdate

from enforcement.officers import rules
from enforcement.officers.certified import (
    TWO_CERTIFIED,
    certified,
    is_qualified_reviewer,
)
from enforcement.officers.indicators import INDICATORS
from enforcement.officers.models import Certificate, Officer
from lawgov.casework.models import Case
from lawgov.casework.refusals import NotYours, StepRefused
from lawgov.handovers import leavers
from lawgov.people.models import Post
from reporting.indicators import figures
from reporting.periods import Period
from tests.cast import COMMUNITY, OTHER_STREET, STREET, logged, person
from tests.enforcement.officers import CERTIFIED, certify, enrolled, issue, walk
from tests.enforcement.penalty import answers, registered


def two(squad, *users, on=None):
    case = Officer(case_id=0)
    case.unit = STREET
    return TWO_CERTIFIED.holds(case, {"officers": users, "on": on or localdate()})


def values():
    found = figures(STREET, Period.of(localdate().year), INDICATORS)
    return {figure.indicator.code: figure.value for figure in found}


def refused(case, by, step, **given):
    with pytest.raises(StepRefused) as refusal:
        case.take(step, by=by, **given)
    return "；".join(refusal.value.reasons)


@pytest.fixture
def file(squad):
    """The open file of an officer who has a certificate."""
    return certify(squad.head, squad.officer)[squad.officer]


def test_no_certificate_no_case_work(squad):
    case = enrolled(squad.head, squad.officer)
    assert certified(STREET) == []
    walk(case, squad.head, *CERTIFIED)
    assert certified(STREET) == [squad.officer]


def test_pre_post_training_comes_before_a_certificate(squad):
    case = enrolled(squad.head, squad.officer)
    walk(case, squad.head, "train", train={"form": "course"})
    assert "岗前培训" in refused(case, squad.head, "apply_certificate")
    walk(case, squad.head, "train", train={"result": "failed"})
    assert "岗前培训" in refused(case, squad.head, "apply_certificate")
    walk(case, squad.head, "train", "apply_certificate")


def test_auxiliary_staff_get_no_certificate(squad):
    case = enrolled(squad.head, squad.grid, duty="auxiliary")
    walk(case, squad.head, "train")
    assert "辅助人员" in refused(case, squad.head, "apply_certificate")


def test_a_certificate_holds_on_its_days_only(squad, file):
    walk(file, squad.head, "renew_certificate", renew_certificate=issue(squad.officer) | {
        "reason": "expiring", "valid_until": "2030-01-01",
    })  # fmt: skip
    assert certified(STREET, date(2030, 1, 1)) == [squad.officer]
    assert certified(STREET, date(2030, 1, 2)) == []
    assert certified(STREET, date(2018, 5, 31)) == []


def test_a_renewed_certificate_takes_the_place_of_the_old_one(squad, file):
    walk(file, squad.head, "renew_certificate", renew_certificate=issue(squad.officer) | {
        "reason": "damaged",
    })  # fmt: skip
    states = [row.state for row in Certificate.objects.order_by("pk")]
    assert states == ["replaced", "valid"]
    assert certified(STREET) == [squad.officer]


def test_a_lost_certificate_is_announced_and_no_longer_valid(squad, file):
    walk(file, squad.head, "report_loss")
    assert certified(STREET) == []
    assert certified(STREET, localdate() - timedelta(1)) == [squad.officer]
    again = issue(squad.officer) | {"reason": "lost", "valid_from": localdate().isoformat()}
    walk(file, squad.head, "renew_certificate", renew_certificate=again)
    assert certified(STREET) == [squad.officer]


def test_a_number_is_never_anothers(squad, file):
    other = enrolled(squad.head, squad.partner)
    walk(other, squad.head, *CERTIFIED[:2])
    taken = issue(squad.officer)
    assert "与他人" in refused(other, squad.head, "issue_certificate", **taken)


@pytest.mark.parametrize("wrong", [{"valid_until": "2019-01-01"}, {"valid_from": "2099-01-01"}])
def test_a_certificate_is_issued_within_its_time(squad, wrong):
    case = walk(enrolled(squad.head, squad.officer), squad.head, *CERTIFIED[:2])
    given = issue(squad.officer) | wrong
    assert "有效期" in refused(case, squad.head, "issue_certificate", **given)


def test_a_person_has_one_open_file(squad, file):
    with pytest.raises(StepRefused, match="一份"):
        enrolled(squad.head, squad.officer)


def test_who_holds_no_post_here_is_not_enrolled(squad):
    stranger = person("stranger", "officer", OTHER_STREET)
    with pytest.raises(StepRefused, match="岗位"):
        enrolled(squad.head, stranger)


def test_the_register_is_kept_by_the_head_and_the_justice_office(squad):
    enrolled(squad.justice, squad.partner)
    for other in (squad.officer, squad.reviewer, squad.statistician):
        with pytest.raises(NotYours):
            enrolled(other, squad.third)


def test_two_certified_officers_or_none(squad, file):
    certify(squad.head, squad.partner)
    assert two(squad, squad.officer, squad.partner)
    assert not two(squad, squad.officer)
    assert not two(squad, squad.officer, squad.officer)
    assert not two(squad, squad.officer, squad.third)


def test_a_grid_worker_does_not_enforce_whatever_paper_they_hold(squad, file):
    certify(squad.head, squad.grid)
    assert not two(squad, squad.officer, squad.grid)


def test_whose_post_has_ended_does_not_enforce(squad, file):
    certify(squad.head, squad.partner)
    Post.objects.filter(user=squad.partner).update(until=localdate())
    assert not two(squad, squad.officer, squad.partner)


def test_a_streets_officer_acts_in_its_communities_and_nowhere_else(squad, file):
    assert certified(COMMUNITY) == [squad.officer]
    assert certified(OTHER_STREET) == []


def test_who_leaves_first_hands_over_open_cases(squad, file):
    person("mediator2", "mediator", STREET)
    case = logged(squad.grid)
    mine = person("both", "mediator", STREET)
    Post.objects.create(user=mine, role="officer", unit=STREET, since="2015-01-01")
    held = certify(squad.head, mine)[mine]
    case.take("accept", by=mine, basis="application", eligible=True)
    case.take("assign", by=mine, handler=mine, chosen_by="committee")
    leaving = {"reason": "transferred"}
    assert "离岗移交" in refused(held, squad.head, "leave", **leaving)
    assert dict(held.procedure.steps["leave"].effect(held))["未办结的案件"] == case.number


def test_move_an_officer_out_and_be_asked_to_cancel_the_certificate_and_see_both_year_figures_rise(
    squad, file
):
    walk(file, squad.head, "leave")
    assert certified(STREET) == []
    assert file.due_clock == "收回执法证"
    assert "收回并注销" in refused(file, squad.head, "settle")
    walk(file, squad.head, "cancel_certificate", "settle")
    assert (file.state, file.due_on) == ("left", None)
    counted = values()
    assert (counted["officer.transferred"], counted["officer.certs_cancelled"]) == (1, 1)
    assert counted["officer.added"] == 0  # the file was opened for who was there before


def test_newcomers_count_in_the_year_and_reviewers_as_a_share(squad):
    for user in (squad.officer, squad.partner, squad.third):
        enrolled(squad.head, user)
    enrolled(squad.head, squad.reviewer, duty="reviewer", channel="transferred")
    enrolled(squad.head, squad.grid, duty="auxiliary")
    counted = values()
    assert (counted["officer.added"], counted["officer.in_post"]) == (4, 4)
    assert counted["review.staff_ratio"] == 25


def test_the_share_of_reviewers_is_nothing_where_there_is_no_officer(squad):
    assert values()["review.staff_ratio"] is None


@pytest.mark.parametrize(
    ("known", "qualified"),
    [
        ({}, False),
        ({"legal_number": "A2020310000001"}, True),
        ({"reviewing_since": "2017-12-31"}, True),
        ({"reviewing_since": "2018-01-01"}, False),
    ],
)
def test_a_first_time_reviewer_has_passed_the_examination(squad, known, qualified):
    enrolled(squad.head, squad.reviewer, duty="reviewer", **known)
    assert is_qualified_reviewer(squad.reviewer) is qualified


def test_loss_notices_are_counted(squad, file):
    walk(file, squad.head, "report_loss")
    assert values()["officer.loss_notices"] == 1


def test_a_leavers_penalty_cases_go_to_another_certified_officer_all_at_once(squad, file):
    certify(squad.head, squad.partner)
    case = registered(squad)
    case.take("apply_filing", by=squad.officer, **answers(squad)["apply_filing"])
    assert "离岗移交" in refused(file, squad.head, "leave", reason="transferred")

    def hand_over(to):
        wanted = {case.pk: Case.objects.get(pk=case.pk).version}
        given = {"handler": to.pk, "reason": "调离"}
        return leavers.hand_over(wanted, by=squad.head, key=to.username, given=given)

    assert "执法证" in hand_over(squad.third).refused[0].reasons[0]
    assert hand_over(squad.justice).done == []
    certify(squad.head, squad.third)
    assert hand_over(squad.third).done == [case]
    case.refresh_from_db()
    assert case.detail.officers == [squad.third.pk, squad.partner.pk]
    walk(file, squad.head, "leave")


def test_of_two_keepers_who_enrol_one_person_at_once_one_wins(squad, file, monkeypatch):
    """The second asked before the first had written: the database knows."""
    monkeypatch.setattr(rules, "open_files", lambda user: Officer.objects.none())
    with pytest.raises(StepRefused, match="已有在岗"):
        enrolled(squad.justice, squad.officer)


def test_who_has_a_certificate_applies_for_no_other(squad, file):
    assert "不需要申领执法证" in refused(file, squad.head, "apply_certificate")


def test_nobody_is_enrolled_before_they_came(squad):
    tomorrow = (localdate() + timedelta(1)).isoformat()
    with pytest.raises(StepRefused, match="到岗日期"):
        enrolled(squad.head, squad.officer, since=tomorrow)


def test_a_post_is_not_written_down_before_it_was_taken_up(squad, file):
    tomorrow = (localdate() + timedelta(1)).isoformat()
    given = {"name": "甲岗", "held_from": tomorrow}
    assert "任岗日期" in refused(file, squad.head, "hold_post", **given)
