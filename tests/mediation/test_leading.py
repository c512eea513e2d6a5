"""领导包案: one leader at a time, whoever went before stays on record, and hard cases by leader."""

import pytest
from django.db import IntegrityError

from lawgov.casework.refusals import NotYours, StepRefused
from mediation.models import Charge
from tests.cast import COMMUNITY, STREET, logged, person
from tests.cast import today as now


def charged(cast, case, leader=None, level="street", **also):
    case.take("put_in_charge", by=cast.justice, leader=leader or cast.leader, level=level, **also)
    return case


def test_each_case_has_exactly_one_current_leader_and_a_handover_keeps_history(cast):
    case = charged(cast, logged(cast.community, COMMUNITY))
    charged(cast, case, cast.community, "community", handed_why="下沉社区包案")

    rows = list(case.charges.order_by("pk").values_list("leader", "until"))
    assert [leader for leader, _ in rows] == [cast.leader.pk, cast.community.pk]
    assert [str(until) for _, until in rows] == [now(), "None"]


def test_the_database_refuses_two_leaders_at_a_time(cast):
    case = charged(cast, logged(cast.community, COMMUNITY))
    with pytest.raises(IntegrityError, match="charge_one_at_a_time"):
        Charge.objects.create(case=case, leader=cast.community, level="community", since=now())


@pytest.mark.parametrize(
    ("who", "level", "says"),
    [
        ("community", "street", "应在案件所属街镇任领导"),
        ("leader", "community", "应在所属社区任职"),
        ("neighbour", "community", "应在所属社区任职"),
    ],
)
def test_a_leader_answers_only_at_a_level_where_they_sit(cast, who, level, says):
    case = logged(cast.community, COMMUNITY)
    with pytest.raises(StepRefused, match=says):
        charged(cast, case, getattr(cast, who), level)


def test_a_change_of_leader_says_why_and_is_a_change(cast):
    case = charged(cast, logged(cast.community, COMMUNITY))
    other = person("leader2", "leader", STREET)
    with pytest.raises(StepRefused, match="变更包案领导须写明原因"):
        charged(cast, case, other)
    with pytest.raises(StepRefused, match="此人已是本案现任包案领导"):
        charged(cast, case, handed_why="调整")


def test_a_time_to_settle_does_not_lie_behind(cast):
    case = logged(cast.community, COMMUNITY)
    with pytest.raises(StepRefused, match="化解时限不得早于包案日期"):
        charged(cast, case, settle_by="2020-01-01")


def test_the_judicial_office_notes_who_is_in_charge_and_the_leader_what_was_done(cast):
    case = logged(cast.community, COMMUNITY)
    with pytest.raises(NotYours):
        case.take("put_in_charge", by=cast.community, leader=cast.leader, level="street")
    charged(cast, case, settle_by="2099-12-31")
    case.take("work_charge", by=cast.leader, duty="know", body="听取情况")

    assert case.charge_works.get().duty == "know"
    assert any(str(each.due) == "2099-12-31" for each in case.clocks())
