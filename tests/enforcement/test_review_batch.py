"""A review loaded in bulk beside its case: bound to it, and numbered like any other."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from enforcement.review.models import Opinion, Review
from lawgov.casework.batch import Batch
from lawgov.casework.models import Case

from ..cast import STREET
from .penalty import registration
from .reviews import answers, paper, review_in

__all__ = ["paper"]
pytestmark = pytest.mark.django_db


def test_cases_that_name_each_other_are_loaded_together(squad, paper):
    review_in("passed", squad, paper)
    batch, at = Batch(linked=True), timezone.now() - timedelta(seconds=9)

    def by(user):
        return {"by": user, "post": user.seats[0].id, "at": at}

    subjects = [batch.open("penalty", STREET, **by(squad.officer), **registration(place=place))
                for place in ("共康路2号", "共康路3号")]  # fmt: skip
    for subject in subjects:
        review = batch.open(
            "review", STREET, **by(squad.partner), subject=subject, statement="事实清楚"
        )
        batch.take(review, "accept", **by(squad.reviewer), handler=squad.reviewer)
        batch.take(review, "agree", **by(squad.reviewer), **answers(squad)["agree"])
    batch.save()

    stored = Review.objects.filter(subject__in=[case.pk for case in subjects])
    assert {row.case.links.get().other_id for row in stored} == {case.pk for case in subjects}
    numbers = Opinion.objects.order_by("pk").values_list("number", flat=True)
    assert [number.partition("第")[2] for number in numbers] == ["1号", "2号", "3号"]
    call_command("verify")
    with pytest.raises(ValueError, match="不能成批续办"):
        batch.take(Case.objects.get(pk=subjects[0].pk), "apply_filing", **by(squad.officer))
