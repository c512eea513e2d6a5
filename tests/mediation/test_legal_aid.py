"""Legal aid: whose means are asked into, what lacks is asked for once, and the times of the law."""

from datetime import timedelta

import pytest
import time_machine
from django.utils.timezone import localdate

from lawgov.casework.refusals import BadFacts, StepRefused

from ..cast import SIBLING
from . import service


@pytest.mark.parametrize(
    ("means", "ground"),
    [("exempt", ""), ("exempt", "brave"), ("free", "injured"), ("statement", "injured"),
     ("pledge", "minor")],
)  # fmt: skip
def test_a_ground_of_the_law_goes_with_its_footing_and_with_no_other(cast, means, ground):
    given = {"ground": ground} if ground else {"ground": None}
    with pytest.raises(StepRefused, match="第三十二条、第四十二条"):
        service.aid(cast.community, means=means, **given)


@pytest.mark.parametrize(("means", "ground"), [("free", "abused"), ("exempt", "elderly")])
def test_who_need_not_show_means_is_checked_without_proof(cast, means, ground):
    case = service.aid(cast.community, means=means, ground=ground)
    assert case.take("check", by=cast.community, opinion="符合").target == "checked"


def test_a_minors_ground_needs_a_minor_and_a_minor_a_guardian(cast):
    adult = {**service.ASKER, "age": "adult"}
    with pytest.raises(StepRefused, match="须有未成年人"):
        service.aid(cast.community, ground="minor", parties=[adult])
    case = service.aid(cast.community, ground="minor", parties=[{**adult, "age": "minor"}])
    with pytest.raises(StepRefused, match="监护人"):
        case.take("check", by=cast.community, opinion="符合")


def test_a_migrant_workers_ground_is_about_pay_or_an_injury_at_work(cast):
    with pytest.raises(StepRefused, match="第四十二条第三项"):
        service.aid(cast.community, matter="support")
    assert service.aid(cast.community, matter="work_injury").pk


def test_means_are_proven_by_a_statement_or_a_pledge(cast):
    case = service.aid(cast.community, means="pledge", ground=None)
    with pytest.raises(StepRefused, match="第四十一条"):
        case.take("check", by=cast.community, opinion="符合")


def test_what_lacks_is_told_once_and_who_gives_nothing_withdraws(cast):
    case = service.aid(cast.community)
    case.take("ask_more", by=cast.community, lacks="身份证明")
    assert case.due_clock == "补充材料"
    with pytest.raises(StepRefused, match="期限届满后"):
        case.take("lapse", by=cast.community)
    case.take("supplement", by=cast.community, note="已补")
    assert case.due_clock == "援助初审"
    with pytest.raises(StepRefused, match="不得再次告知"):
        case.take("ask_more", by=cast.community, lacks="合同")


def test_an_application_that_is_not_supplemented_lapses_after_its_time(cast):
    case = service.aid(cast.community)
    case.take("ask_more", by=cast.community, lacks="身份证明")
    with time_machine.travel(case.due_on + timedelta(days=2)):
        case.take("lapse", by=cast.community)
    assert case.state == "lapsed"


def test_the_centre_decides_within_seven_days_and_assigns_within_three(cast):
    case = service.aid(cast.community)
    case.take("check", by=cast.community, opinion="符合")
    centre = service.body("legal_aid", "援助中心")
    case.take("pass_on", by=cast.community, centre=centre)
    assert case.due_clock == "援助审查"
    assert timedelta(7) <= case.due_on - localdate() <= timedelta(16)
    case.take("grant", by=cast.community)
    assert case.due_clock == "援助指派"
    assert timedelta(3) <= case.due_on - localdate() <= timedelta(12)


def test_a_refusal_is_told_in_writing(cast):
    case = service.aid(cast.community)
    case.take("check", by=cast.community, opinion="符合")
    far = service.body("legal_aid", "外地援助中心", "440309")
    with pytest.raises(StepRefused, match="本区县"):
        case.take("pass_on", by=cast.community, centre=far)
    case.take("pass_on", by=cast.community, centre=service.body("legal_aid", "援助中心"))
    with pytest.raises(StepRefused, match="书面告知"):
        case.take("refuse", by=cast.community, reason="不属范围", told=False)


def test_an_application_comes_from_a_consultation_within_reach_that_was_held(cast):
    booked = service.consultation(cast.community)
    with pytest.raises((BadFacts, StepRefused)):
        service.aid(cast.community, source=booked.pk)
    foreign = service.answered(cast.neighbour, unit=SIBLING)
    with pytest.raises(StepRefused, match="来源咨询"):
        service.aid(cast.community, source=foreign.pk)
