"""民生议题: an estate's problem is discussed until a pact is in force or an opinion is given."""

import pytest

from lawgov.casework.refusals import BadFacts, StepRefused
from reporting.indicators import REGISTRY, figures
from reporting.periods import Period

from ..cast import COMMUNITY, STREET, today
from .casebook import ISSUE, TALK, days_on, drafted, paper, post

pytestmark = pytest.mark.django_db


def counted(code):
    [figure] = figures(STREET, Period.of(int(today()[:4])), [REGISTRY[code]])
    return figure.value


def test_record_an_elevator_issue_and_attach_the_legal_opinion_it_ended_with(cast, client):
    client.force_login(cast.community)
    case = post(client, "/civic-issues/new/", unit=COMMUNITY, **ISSUE)
    at, draft = f"/civic-issues/{case.pk}", {"output": "opinion", "text": "可", "drafter": "律师"}
    post(client, f"{at}/discuss/", case, on=today(), **TALK)
    post(client, f"{at}/draft/", case, **draft)
    case = post(client, f"{at}/issue/", case, firm="某律所", lawyer="周某", file=paper())

    assert case.state == "issued"
    assert [row.name for row in case.part("attachments")] == ["法律意见书.docx"]
    assert counted("civic.opinions") == 1


def test_a_pact_hangs_out_before_it_is_in_force(cast):
    case = drafted(cast)

    with pytest.raises(StepRefused, match="不能生效"):
        case.take("take_effect", by=cast.community, adopted_by="业主大会表决")
    with pytest.raises(StepRefused, match="不得短于规定的日数"):
        case.take("publicise", by=cast.community, hung_at="公告栏", hung_until=days_on(6))
    case.take("publicise", by=cast.community, hung_at="公告栏", hung_until=days_on(7))
    assert (case.due_clock, str(case.due_on)) == ("公约公示期满", days_on(7))
    with pytest.raises(StepRefused, match="公示期满"):
        case.take("take_effect", by=cast.community, adopted_by="业主大会表决")


def test_what_is_said_to_a_draft_is_answered_and_may_change_it(cast):
    case = drafted(cast)
    case.take("publicise", by=cast.community, hung_at="公告栏", hung_until=days_on(7))
    case.take("object", by=cast.community, says="车位不够", answer="已增设")
    case.take("redraft", by=cast.community, text="二、……", reason="采纳意见")

    assert (case.state, case.detail.text) == ("drafted", "二、……")
    assert case.part("objections")[0].answer == "已增设"


def test_a_pact_whose_publicity_is_over_comes_into_force_and_is_counted(cast):
    case = drafted(cast, ago=20)
    case.take(
        "publicise", by=cast.community, hung_at="公告栏", hung_until=days_on(-5), on=days_on(-20)
    )
    case.take("take_effect", by=cast.community, adopted_by="业主大会表决")

    assert (case.state, counted("civic.pacts")) == ("in_force", 1)


def test_a_legal_opinion_is_given_by_a_lawyer_and_does_not_hang_out(cast):
    case = drafted(cast)
    case.take("draft", by=cast.community, output="opinion", text="可以加装", drafter="律师")

    assert {"issue", "publicise"} & set(case.steps_for(cast.community)) == {"issue"}
    with pytest.raises(BadFacts, match="file"):
        case.take("issue", by=cast.community, firm="某律师事务所", lawyer="周某")
