"""Reviews as the report counts them, and what a review tells machines."""

import pytest
from django.utils.timezone import localdate

from enforcement.review.indicators import INDICATORS
from reporting.indicators import figures
from reporting.periods import Period

from ..api.conftest import Api
from ..cast import STREET, today
from .penalty import registered
from .reviews import paper, review_in, walk

__all__ = ["paper"]
pytestmark = pytest.mark.django_db


def values():
    found = figures(STREET, Period.of(localdate().year), INDICATORS)
    return {figure.indicator.code: figure.value for figure in found}


def test_a_review_counts_once_it_is_concluded_however_many_rounds_it_took(squad, paper):
    review_in("withdrawn", squad, paper)
    review = review_in("sent_back", squad, paper)
    assert values()["review.enforcement_major"] == 0

    paper.text = "罚款一万元"
    walk(review, squad, "resubmit", "accept", "agree")
    assert values()["review.enforcement_major"] == 1

    party = {"side": "party", "kind": "person", "name": "孙某", "phone": "13800000000"}
    paper.case = registered(squad, parties=[party])
    review_in("refused", squad, paper)
    assert values()["review.enforcement_major"] == 2


def test_each_risk_meeting_counts(squad, paper):
    review = walk(review_in("submitted", squad, paper), squad, "ask_risk")
    review.take(
        "weigh_risk", by=squad.justice, on=today(), risk_class="remedy", level="low",
        members=[squad.reviewer, squad.officer, squad.head], plan="约谈", opinion="有据",
    )  # fmt: skip

    assert values()["review.risk_meetings"] == 1


def test_machines_read_a_review_with_its_rounds_its_opinions_and_its_subject(squad, paper):
    review = review_in("sent_back", squad, paper)
    api = Api(squad.officer)

    whole = api.get(f"/api/v1/reviews/{review.pk}/").json()
    [row] = api.get("/api/v1/reviews/", {"defect": "proof"}).json()["results"]

    assert whole["detail"]["subject_id"] == paper.case.pk
    assert whole["rounds"][0]["text_hash"] == whole["opinions"][0]["text_hash"]
    assert [row["type"] for row in whole["opinions"]] == ["investigate"]
    assert (row["subject"], row["round"]) == (paper.case.pk, 1)
