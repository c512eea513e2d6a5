"""The legal review as its users asked for it."""

import pytest

from enforcement.review.tabs import due
from enforcement.standards.models import CatalogueItem
from lawgov.casework import outbox
from lawgov.casework.models import Case

from ..cast import STREET, today
from ..pages.conftest import as_
from .deciding import decision_in, told_so
from .penalty import PARTY
from .reviews import FINE, paper, qualify, review_in, walk

__all__ = ["as_", "paper"]
pytestmark = pytest.mark.django_db


def listing():
    """A fine of a person of five hundred yuan and more, in this street."""
    return CatalogueItem.objects.create(
        label="对公民罚款五百元以上", basis="本街道目录", penalty="fine", least=50_000,
        party_kind="person", unit=STREET, since="2020-01-01",
    )  # fmt: skip


def ready(squad, monkeypatch, fine="500", **changes):
    """A case that wants nothing but the review to be decided."""
    told_so(monkeypatch, recording__missing=[])
    return decision_in("waived", squad, {"draft": {"fine": fine}}, **changes)


def test_send_a_major_case_to_review_and_be_unable_to_issue_the_decision_until_it_is_approved_by_another_person(  # noqa: E501
    squad, as_, monkeypatch
):
    listing()
    case = ready(squad, monkeypatch)
    qualify(squad, squad.reviewer)
    decide = f"/penalties/{case.pk}/decide/"
    head, officer, reviewer = (as_(user) for user in (squad.head, squad.officer, squad.reviewer))
    assert "未经法制审核" in head.see(decide)
    assert head.fill(decide).status_code == 409
    url = f"/reviews/new/?subject={case.pk}&unit={case.unit}"
    page = officer.fill(url, statement="事实清楚，拟罚款五百元").url
    own = reviewer.fill(f"{page}accept/", handler=squad.officer.pk)
    assert "承办人、听证主持人或者送审人" in own.content.decode()
    assert head.fill(decide).status_code == 409

    assert reviewer.fill(f"{page}accept/", handler=squad.reviewer.pk).status_code == 302
    assert reviewer.fill(f"{page}agree/", **FINE, body="同意").status_code == 302
    outbox.drain()

    assert head.fill(decide).status_code == 302
    case.refresh_from_db()
    assert case.state == "decided"
    assert "reviewed" in [event.step for event in case.history]


def test_add_an_item_with_a_threshold_and_see_a_case_above_it_routed_to_review_on_its_own(
    squad, as_, monkeypatch
):
    below = ready(squad, monkeypatch, "499.99")
    above = ready(squad, monkeypatch, "500", parties=[PARTY | {"id_number": "110105198001010032"}])
    browser = as_(squad.officer)
    tab = f"/penalties/{above.pk}/?tab=review"
    assert "对公民罚款五百元以上" not in browser.see(tab)

    listing()

    assert "对公民罚款五百元以上" in browser.see(tab)
    assert any("未经审核" in words for words in due(above, squad.officer))
    assert "提交法制审核" in browser.see(tab)
    assert "对公民罚款五百元以上" not in browser.see(f"/penalties/{below.pk}/?tab=review")


def test_hold_a_risk_meeting_on_a_case_and_issue_a_numbered_legal_opinion(squad, paper, as_):
    review = walk(review_in("reviewing", squad, paper), squad, "ask_risk")
    browser, page = as_(squad.justice), f"/reviews/{review.pk}/"
    held = {
        "on": today(), "members": [squad.reviewer.pk, squad.officer.pk, squad.head.pk],
        "outside": "某律师事务所李律师", "risk_class": "stability", "level": "high",
        "plan": "先约谈，再决定", "opinion": "处罚有据，注意程序",
    }  # fmt: skip

    assert browser.fill(f"{page}weigh_risk/", **held).status_code == 302

    [row] = Case.objects.get(pk=review.pk).part("risks")
    assert row.number.endswith(f"法意字〔{today()[:4]}〕第1号")
    assert row.number in browser.see(f"{page}?tab=opinions")
    assert browser.get(f"{page}papers/legal-opinion.docx").status_code == 200
    as_(squad.officer).fill(f"{page}carry_out/", outcome="已约谈", on=today())
    assert "已约谈" in browser.see(f"{page}?tab=opinions")
