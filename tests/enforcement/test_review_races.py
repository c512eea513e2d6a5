"""Two at once over one review: one wins, the other is told so."""

from collections import Counter

import pytest

from enforcement.review.models import Opinion, Review

from ..api.conftest import Api
from ..api.test_races import at_once
from ..cast import STREET
from .reviews import FINE, paper, review_in, sent

__all__ = ["paper"]
pytestmark = pytest.mark.django_db(transaction=True)
URL = "/api/v1/reviews/"


def post(api, review, step, **facts):
    seen = {"version": review.version}
    return api.post(f"{URL}{review.pk}/{step}/", seen | facts).status_code


def test_of_two_reviewers_who_take_a_case_in_at_once_one_wins(squad, paper):
    review = sent(squad, paper)
    people = [squad.reviewer, squad.second]
    apis = [Api(user) for user in people]

    codes = at_once(2, lambda n: post(apis[n], review, "accept", handler=people[n].pk))

    assert Counter(codes) == {200: 1, 409: 1}
    review.refresh_from_db()
    assert review.handler == people[codes.index(200)]


def test_of_two_answers_given_at_once_one_wins(squad, paper):
    review = review_in("reviewing", squad, paper)
    apis = [Api(squad.reviewer), Api(squad.reviewer)]
    back = {**FINE, "papers": "faulty", "verdict": "amend", "defects": ["paper"], "body": "改"}
    said = [("agree", {**FINE, "body": "同意"}), ("send_back", back)]

    codes = at_once(2, lambda n: post(apis[n], review, said[n][0], **said[n][1]))

    assert Counter(codes) == {200: 1, 409: 1}
    assert Opinion.objects.get().passes == (codes.index(200) == 0)


def test_a_case_sent_in_twice_at_once_is_one_review(squad, paper):
    apis = [Api(user) for user in (squad.partner, squad.third) * 3]
    given = {"unit": STREET, "subject": paper.case.pk, "statement": "事实清楚"}

    found = at_once(6, lambda n: apis[n].post(URL, given))

    assert Counter(each.status_code for each in found) == {201: 1, 409: 5}
    lost = [each.json()["detail"] for each in found if each.status_code == 409]
    assert all("正在办理" in why for why in lost)
    assert Review.objects.count() == 1
