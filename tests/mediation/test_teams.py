"""双员双师: four configurable roles work one dispute."""

from types import SimpleNamespace

import pytest
from django.urls import reverse

from lawgov.casework.models import Case
from lawgov.casework.refusals import StepRefused
from lawgov.dictionaries.lists import remembered
from lawgov.dictionaries.models import Naming, Term
from mediation.filters import DisputeFilter
from mediation.rules.teaming import missing
from tests.cast import dispute_in

FOUR = (
    {"role": "mediator", "user": "mediator"},
    {"role": "grid_worker", "user": "grid"},
    {"role": "lawyer", "name": "外聘律师"},
    {"role": "counsellor", "name": "外聘咨询师"},
)


def form(client, case, *members):
    rows = {f"team-{n}-{k}": v for n, member in enumerate(members) for k, v in member.items()}
    page = reverse("dispute-step", args=[case.pk, "form_team"])
    return client.post(
        page, {"_seen": case.version, "_key": f"k{case.version}", "team": "", **rows}, follow=True
    ).content.decode()


def listed(cast, which):
    asked = SimpleNamespace(user=cast.justice)
    found = DisputeFilter({"team": which}, Case.objects.filter(kind="dispute"), request=asked)
    return list(found.qs.values_list("pk", flat=True))


def test_form_a_four_role_team_for_a_dispute_and_be_warned_while_a_role_is_empty(client, cast):
    case = dispute_in("accepted", cast)
    client.force_login(cast.justice, backend="django.contrib.auth.backends.ModelBackend")

    warned = form(client, case, *FOUR[:3])
    short = listed(cast, "short")
    case.refresh_from_db()
    whole = form(client, case, FOUR[3])

    assert "双员双师尚未配齐，缺：心理咨询师" in warned
    assert "尚未配齐" not in whole
    assert (short, listed(cast, "full"), listed(cast, "short")) == ([case.pk], [case.pk], [])
    assert client.get(reverse("platform")).context["full_teams"] == 1


def test_a_role_is_filled_once_until_its_member_leaves(cast):
    case = dispute_in("accepted", cast)
    case.take("form_team", by=cast.justice, team=[FOUR[2]])
    with pytest.raises(StepRefused, match="每个角色同时只由一人担任"):
        case.take("form_team", by=cast.justice, team=[{"role": "lawyer", "name": "另一律师"}])

    gone = {"member": case.part("team")[0].pk, "reason": "有事"}
    case.take("leave_team", by=cast.justice, **gone)
    case.take("form_team", by=cast.justice, team=[FOUR[3]])
    with pytest.raises(StepRefused, match="现有队员"):
        case.take("leave_team", by=cast.justice, **gone)

    assert "律师" in missing(case)


def test_a_member_is_of_the_street_or_written_down_by_name(cast):
    case = dispute_in("accepted", cast)

    for member, why in (
        ({"role": "mediator", "user": "outsider"}, "本街镇任职"),
        ({"role": "mediator", "user": "mediator", "name": "甲"}, "二者择一"),
    ):
        with pytest.raises(StepRefused, match=why):
            case.take("form_team", by=cast.justice, team=[member])


def test_the_roles_of_a_team_are_what_the_list_says(cast, monkeypatch):
    case = dispute_in("accepted", cast)
    case.take("form_team", by=cast.justice, team=list(FOUR))
    assert missing(case) == []

    term = Term.objects.create(dictionary="dispute.team_role", code="notary", order=90)
    Naming.objects.create(term=term, label="公证员")
    monkeypatch.setattr(remembered, "known", None)  # as it stood, when the test is over

    assert missing(case) == ["公证员"]
