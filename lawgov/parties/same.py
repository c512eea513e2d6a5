"""Who is the same person, and where else they stand: by blind index, within the reader's reach."""

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet

from lawgov.casework.models import Case
from lawgov.people.models import User

from .models import Party

NOBODY = Q(pk__in=[])
MOST = 200  # of the latest; nobody reads on


def like(party: Party) -> Q:
    """Rows with this ID number; or with this phone, unless they carry another ID number."""
    found = NOBODY
    if party.id_blind:
        found |= Q(id_blind=party.id_blind)
    if party.phone_blind:
        phone = Q(phone_blind=party.phone_blind)
        found |= phone & Q(id_blind="") if party.id_blind else phone
    return found


def is_like(party: Party, row: Any) -> bool:
    """What `like` asks of the database, of a row at hand."""
    if party.id_blind and row.id_blind:
        return bool(party.id_blind == row.id_blind)
    return bool(party.phone_blind) and party.phone_blind == row.phone_blind


def same_person(party: Party) -> QuerySet[Party]:
    """The other rows of this person, in whatever case; what of it one may see is not asked here."""
    return Party.objects.filter(like(party)).exclude(pk=party.pk)


class Elsewhere(NamedTuple):
    """How many other cases of a person lie in the reader's reach."""

    cases: int
    open: int


def elsewhere(case: Case, user: User) -> list[Elsewhere]:
    """For each party of the case, asked in one query; what lies out of reach is not counted."""
    parties = case.part("parties")
    wanted = reduce(or_, map(like, parties), NOBODY)
    known = any(party.id_blind or party.phone_blind for party in parties)
    seen = Case.objects.visible_to(user).exclude(pk=case.pk)
    columns = ("id_blind", "phone_blind", "case_id", "case__closed_on")
    found = Party.objects.filter(wanted, case__in=seen).values_list(*columns, named=True)
    rows = list(found.order_by("-case_id")[: MOST * len(parties)]) if known else []
    return [counted(row for row in rows if is_like(party, row)) for party in parties]


def counted(rows: Iterable[Any]) -> Elsewhere:
    closed = {row.case_id: row.case__closed_on for row in rows}
    return Elsewhere(len(closed), sum(on is None for on in closed.values()))


def history(party: Party, user: User) -> list[Party]:
    """The person's rows in other cases that the user may see, the latest case first."""
    seen = Case.objects.visible_to(user).exclude(pk=party.case_id)
    rows = same_person(party).filter(case__in=seen).select_related("case")
    latest = rows.order_by("-case__opened_on", "-case_id", "-pk")[:MOST]
    return list({row.case_id: row for row in latest}.values())


def repeated(case: Case, user: User) -> list[str]:
    """What to tell who has just written parties down; no name: it travels in a cookie."""
    step = case.procedure.steps[case.history[-1].step]
    if not step.facts.keys() & {"party", "parties"}:
        return []
    found = zip(case.part("parties"), elsewhere(case, user), strict=True)
    return [
        f"{party.get_side_display()}另有{other.open}件未办结事项，请在“当事人”中核对是否同一件事"
        for party, other in found
        if other.open
    ]
