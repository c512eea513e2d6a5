"""How a case stands with its review: the questions that other rooms ask."""

from typing import Any

from lawgov.casework.models import Case
from lawgov.casework.questions import answers

from . import subjects
from .models import Opinion, Review


def last_opinion(subject: Case) -> Opinion | None:
    return Opinion.objects.filter(subject=subject).order_by("pk").last()


@answers("review.passed")
def passed(subject: Case, text_hash: str) -> bool:
    """Whether the last word on the case passes this very text."""
    opinion = last_opinion(subject)
    return opinion is not None and opinion.passes and opinion.text_hash == text_hash


@answers("review.standing")
def standing(subject: Case) -> dict[str, Any] | None:
    """The last review of a case in words, and whether the text has changed since."""
    review = Review.objects.filter(subject=subject).select_related("case__handler").last()
    if review is None:
        return None
    opinion = last_opinion(subject)
    now = subjects.of(subject).text_hash
    return {
        "review": review.case,
        "state": review.case.state_label,
        "opinion": opinion,
        "passed": opinion is not None and opinion.passes and opinion.text_hash == now,
        "stale": bool(opinion or review.under_way) and review.text_hash != now,
    }
