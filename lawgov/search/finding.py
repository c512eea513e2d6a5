"""What is asked, and the cases that have it: by the index, and by what it does not hold yet."""

from collections.abc import Collection, Iterator
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet

from lawgov.casework.filters import MOST_WORDS
from lawgov.casework.models import Case, CaseQuerySet, Outbox
from lawgov.casework.paging import after
from lawgov.casework.procedure import PROCEDURES
from lawgov.casework.refusals import BadFacts
from lawgov.casework.text import unclean
from lawgov.parties.filters import cases_of
from lawgov.people.models import User
from lawgov.privacy import identity, masks
from lawgov.privacy.crypto import blind
from lawgov.units import scope

from . import words
from .indexing import UNIT, documents
from .models import Indexed

LONGEST = 100
MOST_WAITING = 500  # of the newest steps: a worker that is further behind is not made up for
BRACKETS = str.maketrans("（([［【〈", "〔〔〔〔〔〔", " ") | str.maketrans(
    "）)]］】〉", "〕〕〕〕〕〕"
)


class Question:
    """Some text that was typed: every piece of it must be in what is found."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.pieces = words.pieces(words.plain(text))
        self.words = {word for piece in self.pieces for word in words.asked(piece)}

    @classmethod
    def read(cls, text: str) -> "Question":
        """The question, or BadFacts with what is wrong in it."""
        question = cls(text.strip())
        if fault := question.fault:
            raise BadFacts({"q": [fault]})
        return question

    @property
    def fault(self) -> str:
        if len(self.text) > LONGEST:
            return f"最多{LONGEST}个字"
        if len(self.text.split()) > MOST_WORDS:
            return f"最多{MOST_WORDS}个词"
        if wrong := unclean(self.text):
            return wrong
        if masks.mask_text(self.text) != self.text:
            return "证件号码、电话请在检索框中单独、完整地输入，并核对是否输错"
        return "" if self.pieces else "请输入文字、数字或字母"

    @cached_property
    def number(self) -> str:
        """The question as a case's number would be written, if it could be one."""
        number = self.text.translate(BRACKETS)
        return number if any(c.isdecimal() for c in number) else ""

    @cached_property
    def unsure(self) -> list[str]:
        """Pieces whose words may all be there without the piece."""
        return [piece for piece in self.pieces if not words.says_all(piece)]

    def holds(self) -> Q:
        q = Q(words__contains=sorted(self.words))
        for piece in self.unsure:
            q &= Q(text__contains=piece) | Q(initials__contains=piece)
        return q

    def fits(self, row: Indexed) -> bool:
        """The same, of a row that is not stored."""
        return self.words <= set(row.words) and all(
            piece in row.text or piece in row.initials for piece in self.unsure
        )


def person(text: str) -> str:
    """The blind index of a person's number, if the text is one; it stands in no address."""
    for rule in (identity.id_number, identity.phone):
        try:
            return blind(rule(text))
        except ValidationError:
            continue
    return ""


def held(user: User, kind: str, question: Question) -> QuerySet[Indexed]:
    """What the index holds near the user; whether it may be seen is asked of the case."""
    codes = [low for low, _ in user.spans(PROCEDURES[kind].readers)]
    near = Q() if scope.NATION in codes else Q(words__overlap=[UNIT + code for code in codes])
    return Indexed.objects.filter(question.holds(), near)


def fresh(seen: CaseQuerySet, kinds: Collection[str], question: Question) -> list[int]:
    """Of the cases that may be seen, those that fit but were not indexed since their last step."""
    told = Outbox.objects.filter(topic__in=kinds).order_by("-pk")
    waiting = list(told.values_list("payload__case", flat=True)[:MOST_WAITING])
    if not waiting and not question.number:
        return []
    new = Q(pk__in=waiting) | Q(number=question.number) if question.number else Q(pk__in=waiting)
    rows = documents(list(seen.filter(new)))
    return [row.pk for row in rows if row.case.number == question.number or question.fits(row)]


def narrow(seen: Any, user: User, kind: str, question: Question, also: Collection[int]) -> Any:
    ids = held(user, kind, question).values("case")
    if also:
        ids = ids.union(Case.objects.filter(pk__in=also).values("pk"), all=True)
    return seen.filter(pk__in=ids)


def candidates(seen: Any, user: User, kind: str, text: str) -> Any:
    """Of a list of one kind, what the index knows under this text; it knows no bare signs."""
    question = Question(text)
    if not question.pieces:
        return seen
    return narrow(seen, user, kind, question, fresh(seen, [kind], question))


def newest(
    user: User, kinds: Collection[str], question: Question, mark: str, size: int
) -> list[int]:
    """The newest that are found, one more than a page."""
    also = fresh(Case.objects.visible_to(user, *kinds), kinds, question) if kinds else []
    return across(
        [narrow(seen, user, kind, question, also) for kind, seen in each(user, kinds)], mark, size
    )


def of_person(user: User, kinds: Collection[str], index: str, mark: str, size: int) -> list[int]:
    found = [seen.filter(pk__in=cases_of(index)) for _, seen in each(user, kinds)]
    return across(found, mark, size)


def each(user: User, kinds: Collection[str]) -> Iterator[tuple[str, CaseQuerySet]]:
    """What the user may see of each kind, read along the index that fits it."""
    for kind in kinds:
        yield kind, Case.objects.visible_to(user, kind).newest(user, kind)


def across(parts: list[Any], mark: str, size: int) -> list[int]:
    """The newest of several kinds, in one query."""
    rest = after(mark, "opened_on")
    tops = [part.filter(rest).values("opened_on", "pk")[: size + 1] for part in parts]
    if len(tops) > 1:
        every = tops[0].union(*tops[1:], all=True)
        tops = [every.order_by("-opened_on", "-pk")[: size + 1]]
    return [row["pk"] for top in tops for row in top]
