"""What must always hold over the stored rows: read by `manage.py verify`, added to by each app."""

import hashlib
from collections.abc import Callable, Iterator

from django.core.files.storage import default_storage
from django.db.models import Count, Max

from . import chain, upload
from .models import Attachment, Case, Counter, Entry, Event
from .procedure import PROCEDURES

Check = Callable[[], Iterator[str]]


def chains() -> Iterator[str]:
    return chain.faults(Case.objects, Event.objects, Entry.objects)


def numbers() -> Iterator[str]:
    """Per unit, kind and year the serials are 1..n without a gap, and the text says the same."""
    by = ("registry", "kind", "year")
    numbered = Case.objects.exclude(serial=None)
    counted = {
        tuple(row[name] for name in by): (row["top"], row["rows"])
        for row in numbered.order_by().values(*by).annotate(top=Max("serial"), rows=Count("pk"))
    }
    counters = Counter.objects.filter(kind__in=PROCEDURES).order_by("unit")
    told = {(c.unit, c.kind, c.year): c.n for c in counters}
    for key in sorted(counted.keys() | told.keys(), key=str):
        top, rows = counted.get(key, (0, 0))
        if not top == rows == told.get(key):
            yield f"{key} 的编号不连续：最大{top}，共{rows}件，计数器{told.get(key)}"
    for case in numbered.iterator(chunk_size=5000):
        if not case.number.endswith(f"〔{case.year}〕第{case.serial}号"):
            yield f"案件 {case.pk} 的编号“{case.number}”与序号{case.serial}不符"


def vouched() -> set[tuple[str, int, str]]:
    """The hashes of files that events and entries keep, each with the row that it belongs to."""
    events = Event.objects.filter(facts__has_key="file").values_list("case_id", "facts__file")
    entries = Entry.objects.filter(proofs__gt=0).iterator(chunk_size=500)
    of_cases = {("案件", case, each) for case, kept in events for each in upload.digests(kept)}
    return of_cases | {
        ("记录", entry.pk, each)
        for entry in entries
        for name in entry.register.brings
        for each in entry.data.get(name, [])
    }


def files() -> Iterator[str]:
    """Every attachment's bytes have the hash that they came with, and that its event tells."""
    told, found = vouched(), set()
    for row in Attachment.objects.order_by("pk").iterator(chunk_size=500):
        whose = ("案件", row.case_id) if row.case_id else ("记录", row.entry_id or 0)
        name = f"附件 {row.pk}（{whose[0]} {whose[1]}）"
        if (*whose, row.sha256) not in told:
            yield f"{name}的摘要与办理记录不符"
        found.add((*whose, row.sha256))
        if not default_storage.exists(row.stored):
            yield f"{name}的文件不在"
            continue
        with default_storage.open(row.stored) as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != row.sha256:
                yield f"{name}的内容与摘要不符"
    for kind, pk, digest in sorted(told - found):
        yield f"{kind} {pk} 的附件（摘要 {digest[:16]}…）不在"


CHECKS: dict[str, Check] = {
    "链": chains,
    "编号": numbers,
    "附件": files,
}
