"""What of a case can be found, and how the index follows the cases."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from django.apps import apps
from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from lawgov.casework.models import Case, CaseQuerySet, Link, Outbox
from lawgov.casework.outbox import MOST_TRIES
from lawgov.casework.procedure import PROCEDURES
from lawgov.units import scope

from . import words
from .models import Indexed

CHUNK = 500
UNIT = "#"  # before a unit's code; nobody can ask for it, since marks are no words


class Line(NamedTuple):
    """A text of a case; `spelled` if it can be asked for by its initials too."""

    text: str
    spelled: str = ""


def line(text: str) -> Line:
    return Line(words.plain(" ".join(text.split())))


def titled(text: str) -> Line:
    told = line(text).text
    return Line(told, words.initials(told))


def named(text: str) -> Line:
    told = line(text).text
    return Line(told, words.initials(told, is_name=True))


def documents(cases: Sequence[Case]) -> list[Indexed]:
    """The rows of the index for these cases as they are now."""
    told = stated([case for case in cases if not case.sensitivity])
    return [document(case, told[case.pk]) for case in cases]


def document(case: Case, lines: list[Line]) -> Indexed:
    """Of a sensitive case nothing but the number: no search leads to it by chance."""
    number = Line("".join(words.pieces(words.plain(case.number))))
    lines = [number, *(one for one in lines if one.text)]
    found = {word for one in lines for text in one for word in words.of_text(text)}
    return Indexed(
        case=case,
        words=sorted(found | places(case)),
        text="\n".join(one.text for one in lines),
        initials="\n".join(one.spelled for one in lines),
        seq=case.version,
    )


def places(case: Case) -> set[str]:
    """The case's unit and the one it is offered to, with all above them."""
    codes = {code for code in (case.unit, case.offered_to) if code}
    return {UNIT + code for one in codes for code in (*scope.ancestors(one), one)}


def stated(cases: Sequence[Case]) -> dict[int, list[Line]]:
    """By case: its title, what its kind lets be searched, outside numbers, names."""
    told: dict[int, list[Line]] = defaultdict(list)
    kinds: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        told[case.pk].append(titled(case.title))
        kinds[case.kind].append(case)
    for kind, some in kinds.items():
        add_details(told, kind, some)
        add_names(told, kind, some)
    links = Link.objects.filter(case__in=cases).exclude(outside="").order_by("pk")
    for pk, outside in links.values_list("case_id", "outside"):
        told[pk].append(line(outside))
    return told


def add_details(told: dict[int, list[Line]], kind: str, cases: list[Case]) -> None:
    procedure = PROCEDURES[kind]
    if procedure.searched:
        rows = apps.get_model(procedure.detail)._default_manager.filter(
            pk__in=[c.pk for c in cases]
        )
        for pk, *texts in rows.values_list("pk", *procedure.searched):
            told[pk] += map(line, texts)


def add_names(told: dict[int, list[Line]], kind: str, cases: list[Case]) -> None:
    """A minor is not found by a name, neither the own nor the guardian's."""
    if model := PROCEDURES[kind].parts.get("parties"):
        known = {case.pk: case for case in cases}
        for row in apps.get_model(model)._default_manager.filter(case__in=cases).order_by("pk"):
            row.case = known[row.case_id]
            if not row.is_minor:
                told[row.case_id] += map(named, (row.name, row.agent_name))


def index(cases: Sequence[Case]) -> None:
    """Write the rows of these cases; one who read an older version overwrites no newer one."""
    table = Indexed._meta.db_table
    rows = [(d.case_id, d.words, d.text, d.initials, d.seq) for d in documents(cases)]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {table} AS old (case_id, words, text, initials, seq)"
            " VALUES (%s, %s, %s, %s, %s) ON CONFLICT (case_id) DO UPDATE SET"
            " words = EXCLUDED.words, text = EXCLUDED.text, initials = EXCLUDED.initials,"
            " seq = EXCLUDED.seq WHERE old.seq <= EXCLUDED.seq",
            rows,
        )


def follow(payload: dict[str, Any]) -> None:
    """A step was taken: the index takes the case as it is by now."""
    index(list(Case.objects.filter(pk=payload["case"])))


def behind() -> CaseQuerySet:
    """Cases that the index does not hold at their version."""
    return Case.objects.filter(Q(indexed=None) | ~Q(indexed__seq=F("version")))


def fill(cases: CaseQuerySet) -> Iterator[int]:
    """Index these cases, oldest first, telling how many are done; what is done stays done."""
    last = done = 0
    while some := list(cases.filter(pk__gt=last).order_by("pk")[:CHUNK]):
        with transaction.atomic():
            index(some)
        last, done = some[-1].pk, done + len(some)
        yield done


def faults() -> Iterator[str]:
    """Each case is indexed at its version, or the worker has still been told of it."""
    on_time = Q(tries__lt=MOST_TRIES) | Q(claimed_until__gt=timezone.now())
    told = Outbox.objects.filter(on_time, topic__in=PROCEDURES)
    waiting = set(told.values_list("payload__case", flat=True))
    for pk in behind().order_by("pk").values_list("pk", flat=True).iterator():
        if pk not in waiting:
            yield f"案件 {pk} 的检索索引缺失或过时，请运行 manage.py index_cases"
