"""Whoever acts for a party says as what, and an entrusted agent with which authority."""

import pytest

from lawgov.casework.refusals import BadFacts
from lawgov.parties.models import Party
from tests.cast import APPLICANT, logged

pytestmark = pytest.mark.django_db


def test_an_agent_is_shown_with_kind_and_authority(cast, as_):
    agent = {"agent_name": "李律", "agent_kind": "entrusted", "agent_authority": "special"}
    case = logged(cast.grid, parties=[APPLICANT | agent])

    page = as_(cast.mediator).see(f"/disputes/{case.pk}/?tab=parties")
    assert "委托代理人" in page
    assert "李律（特别授权）" in page


def test_an_agent_of_whom_only_the_name_is_known_is_taken(cast):
    case = logged(cast.grid, parties=[APPLICANT | {"agent_name": "李律"}])
    assert Party.objects.get(case=case).agent_kind == ""


@pytest.mark.parametrize(
    ("agent", "field"),
    [
        ({"agent_name": "李律", "agent_kind": "entrusted"}, "agent_authority"),
        ({"agent_kind": "legal"}, "agent_name"),
    ],
)
def test_half_an_agent_is_refused_at_the_row(cast, agent, field):
    with pytest.raises(BadFacts) as refused:
        logged(cast.grid, parties=[APPLICANT | agent])

    assert set(refused.value.errors) == {f"parties.0.{field}"}


def test_a_correction_is_judged_by_what_the_party_becomes(cast):
    case = logged(cast.grid, parties=[APPLICANT | {"agent_name": "李律"}])
    case.refresh_from_db()
    party = case.parties.get().pk

    with pytest.raises(BadFacts) as refused:
        case.take("correct_party", by=cast.grid, party=party, agent_kind="entrusted", reason="补")
    assert set(refused.value.errors) == {"agent_authority"}

    case.take("correct_party", by=cast.grid, party=party, agent_kind="entrusted",
              agent_authority="general", reason="补")  # fmt: skip
    assert Party.objects.get(pk=party).get_agent_authority_display() == "一般授权"
