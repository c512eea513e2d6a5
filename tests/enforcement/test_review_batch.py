"""A review loaded in bulk beside its case: bound to it, and numbered like any other."""

from datetime import date, timedelta
from random import Random

import pytest
from django.core.management import call_command
from django.utils import timezone

from demo.days import Days, Watch
from demo.enforcement_reviews import Bench
from demo.people import Worker
from enforcement.review.models import Opinion, Review
from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.casework.questions import ask

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


def test_the_demo_takes_cases_through_their_rounds_before_they_are_stored(squad, paper):
    batch, days, start = Batch(linked=True), Days(timezone.now()), date(2023, 5, 8)
    us = {user: Worker(user, user.seats[0].id) for user in (squad.partner, squad.reviewer)}
    bench, watch = Bench(batch, days, [us[squad.reviewer]]), Watch(Random(1), days.last)
    by = {"by": squad.officer, "post": squad.officer.seats[0].id, "at": watch.at(start)}
    facts = registration(act_on="2023-05-08")
    subject = batch.open("penalty", STREET, **by, **facts, on=start)

    with bench.in_session():
        review = bench.send(subject, us[squad.partner], watch, start)
        ended = review.pass_in(2, lambda day: setattr(paper, "text", "罚款一万元"))
        assert ask("review.passed", subject, review.case.detail.text_hash)
    batch.save()

    assert ended == date(2023, 5, 12)
    stored = Opinion.objects.filter(subject=subject.pk).order_by("pk")
    assert [row.passes for row in stored] == [False, True]
    assert ask("review.passed", subject, review.case.detail.text_hash)
