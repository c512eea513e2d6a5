"""调解员名录: who may be one, training, appraisal, misconduct, leaving."""

import pytest
from django.urls import reverse

from lawgov.casework.models import Case
from lawgov.casework.refusals import StepRefused
from reporting.indicators import figures
from reporting.periods import Period
from tests.cast import STREET, answers, dispute_in, today

from ..enforcement.http import Pages
from .mediators import TRAINED, appointed, appointment, committee


def refused(case, step, by, why, **facts):
    with pytest.raises(StepRefused, match=why):
        case.take(step, by=by, **facts)


def test_assign_a_case_to_a_young_lawyer_mediator_close_it_and_read_assigned_closed_totals_for_the_year(  # noqa: E501
    cast,
):
    case, office, young = dispute_in("accepted", cast), Pages(cast.justice), Pages(cast.lawyer)
    office.take(case, "assign", "disputes", handler=cast.lawyer, chosen_by="committee")
    for step in ("take_on", "session", "agree_oral"):
        young.take(case, step, "disputes", **answers()[step])

    page = office.see(reverse("dispatch"))

    assert "委派 <strong>1</strong> 宗，年内办结 <strong>1</strong> 宗" in page
    assert "办结率 <strong>100.0%</strong>" in page
    told = {f.indicator.code: f.value for f in figures(STREET, Period.of(int(today()[:4])))}
    assert (told["dispute.lawyer_assigned"], told["dispute.lawyer_closed"]) == (1, 1)


def test_what_is_closed_never_exceeds_what_was_assigned_in_the_same_cohort(client, cast):
    case = dispute_in("accepted", cast)
    for _ in range(2):
        case.take("assign", by=cast.justice, handler="lawyer", chosen_by="committee")
        case.take("send_back", by=cast.lawyer, reason="时间冲突")
    client.force_login(cast.justice, backend="django.contrib.auth.backends.ModelBackend")

    total = client.get(reverse("dispatch")).context["total"]

    assert (total.assigned, total.sent_back, total.done, total.rate) == (1, 1, 0, "0.0%")


def test_a_mediator_is_of_a_committee_and_meets_the_conditions_of_the_law(cast):
    given = appointment(cast.mediator.pk)
    with pytest.raises(StepRefused, match=r"在册的调解委员会.*第十三条"):
        Case.open_new("mediator", by=cast.justice, unit=STREET, **given)
    committee()
    for changes, why in (
        ({"qualified": False}, "成年公民.*第十四条"),
        ({"user": cast.grid.pk}, "调解员岗位"),
        ({"since": "2099-01-01"}, "不得晚于登记日期"),
    ):
        with pytest.raises(StepRefused, match=why):
            Case.open_new("mediator", by=cast.justice, unit=STREET, **given | changes)


def test_a_person_has_one_open_file(cast):
    appointed(cast.justice, cast.mediator)

    with pytest.raises(StepRefused, match="只建一份"):
        appointed(cast.justice, cast.mediator)


def test_a_mediator_is_trained_and_appraised_once_a_year(cast):
    case = appointed(cast.justice, cast.mediator)
    case.take("train", by=cast.justice, **TRAINED)
    case.take("appraise", by=cast.justice, of_year=2025, grade="excellent")

    refused(case, "appraise", cast.justice, "已经考核", of_year=2025, grade="failed")
    ahead = TRAINED | {"held_on": "2099-01-05"}
    refused(case, "train", cast.justice, "不得晚于登记日期", **ahead)
    case.refresh_from_db()
    refused(case, "appraise", cast.justice, "不晚于当年", of_year=2099, grade="excellent")
    assert [clock.clock.label for clock in case.clocks() if clock.due] == ["调解员考核"]


def test_a_mediator_is_dismissed_only_for_grave_misconduct(cast):
    case = appointed(cast.justice, cast.mediator)
    wrong = {"breach": "leak", "situation": "泄露隐私"}
    case.take("record_misconduct", by=cast.justice, sanction="corrected", **wrong)
    refused(case, "dismiss", cast.justice, "目前不需要", opinion="情节严重")

    case.take("record_misconduct", by=cast.justice, sanction="dismissed", **wrong)
    case.take("dismiss", by=cast.justice, opinion="情节严重")

    assert (case.state, case.detail.left_on.isoformat()) == ("left", today())


def test_who_leaves_hands_over_the_open_disputes_first(cast):
    dispute_in("mediating", cast)
    case = appointed(cast.justice, cast.mediator)

    refused(case, "leave", cast.justice, "须先交给他人", reason="term")
