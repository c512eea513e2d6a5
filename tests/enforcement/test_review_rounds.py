"""A legal review in its rounds, and what a passed one is bound to."""

import pytest

from enforcement.review.models import Opinion
from lawgov.casework.questions import ask
from lawgov.casework.refusals import StepRefused

from .reviews import paper, review_in, sent, told, walk

__all__ = ["paper"]
pytestmark = pytest.mark.django_db


def passed(paper):
    return ask("review.passed", paper.case, told(paper)["text_hash"])


@pytest.mark.parametrize(
    "state",
    ["submitted", "incomplete", "reviewing", "sent_back", "rechecking", "raised", "passed",
     "refused", "withdrawn"],
)  # fmt: skip
def test_a_review_reaches_each_of_its_states_and_only_one_of_them_passes(state, squad, paper):
    assert review_in(state, squad, paper).state == state
    assert passed(paper) == (state == "passed")


def test_a_changed_text_needs_a_new_review(squad, paper):
    review_in("passed", squad, paper)

    paper.text = "罚款三万元"

    assert not passed(paper)
    assert ask("review.standing", paper.case)["stale"]
    assert sent(squad, paper).state == "submitted"


def test_a_returned_review_passes_in_its_second_round_and_keeps_both(squad, paper):
    review = review_in("sent_back", squad, paper)
    paper.text = "罚款一万五千元"

    walk(review, squad, "resubmit", "accept", "agree")

    assert passed(paper)
    kept = [(row.round, row.passes) for row in review.part("opinions")]
    assert kept == [(1, False), (2, True)]
    assert [row.text for row in review.part("rounds")] == [
        "拟作决定：罚款二万元", "拟作决定：罚款一万五千元"
    ]  # fmt: skip


def test_an_opinion_is_never_altered_or_taken_back(squad, paper):
    from django.db import IntegrityError, transaction

    review_in("sent_back", squad, paper)
    for change in (
        lambda: Opinion.objects.update(passes=True, type="agree"),
        lambda: Opinion.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError, match="只增不改"), transaction.atomic():
            change()


def test_the_same_text_is_not_sent_in_again(squad, paper):
    review = review_in("sent_back", squad, paper)

    with pytest.raises(StepRefused, match="文本应已修改"):
        walk(review, squad, "resubmit")
