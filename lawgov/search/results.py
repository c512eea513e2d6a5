"""A page of what was found, for people and machines."""

from collections.abc import Sequence
from typing import NamedTuple

from django.core.exceptions import ValidationError

from lawgov.casework.models import Case
from lawgov.casework.paging import mark_of
from lawgov.casework.refusals import BadFacts
from lawgov.parties.filters import INDEX
from lawgov.people.models import User

from . import finding


class Found(NamedTuple):
    cases: list[Case]
    next: str  # the mark of the next page, or nothing
    pieces: Sequence[str]  # what to mark


def look(user: User, kinds: Sequence[str], text: str, index: str, mark: str, size: int) -> Found:
    """The newest cases with this text, or with the person of this blind index."""
    if text and index:
        raise BadFacts({"q": ["文字与当事人号码请分开检索"]})
    pieces: Sequence[str] = ()
    if index:
        ids = finding.of_person(user, kinds, checked(index), mark, size)
    else:
        question = finding.Question.read(text)
        pieces = question.pieces
        ids = finding.newest(user, kinds, question, mark, size)
    order = {pk: place for place, pk in enumerate(ids[:size])}
    cases = Case.objects.filter(pk__in=order).select_related("indexed", "handler")
    rows = sorted(cases, key=lambda case: order[case.pk])
    return Found(rows, mark_of(rows[-1], "opened_on") if len(ids) > size else "", pieces)


def checked(index: str) -> str:
    try:
        INDEX(index)
    except ValidationError as wrong:
        raise BadFacts({"party": wrong.messages}) from wrong
    return index
