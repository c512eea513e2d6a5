"""What must always hold of papers: their files, their numbers, and the texts under the chain."""

import hashlib
from collections import Counter as Tally
from collections.abc import Iterator

from django.core.files.storage import default_storage

from lawgov.casework.models import Counter
from lawgov.casework.procedure import PROCEDURES

from .models import Document, Final, Source
from .papers import PAPERS


def whole() -> Iterator[str]:
    yield from drafts()
    yield from numbers()


def drafts() -> Iterator[str]:
    """A text that somebody wrote is still the one that its event vouches for."""
    for row in Document.objects.filter(source=Source.SUBMITTED).order_by("pk").iterator():
        if not default_storage.exists(row.docx):
            yield f"文书 {row.pk}（案件 {row.case_id}）的文件不在"
            continue
        with default_storage.open(row.docx) as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != row.text_hash:
                yield f"文书 {row.pk}（案件 {row.case_id}）的内容与摘要不符"


def numbers() -> Iterator[str]:
    """Each word, unit and year has as many finals as its counter has told numbers."""
    finals = Final.objects.select_related("case", "document")
    words = {paper.word for papers in PAPERS.values() for paper in papers.values()}
    told = {
        (c.unit, c.kind, c.year): c.n
        for c in Counter.objects.filter(kind__in=words - PROCEDURES.keys())
    }
    found = Tally(
        (row.case.registry, PAPERS[row.case.kind][row.paper].word, row.on.year) for row in finals
    )
    for key in sorted(told.keys() | found.keys()):
        if told.get(key, 0) != found[key]:
            yield f"文书编号 {key} 不连续：共{found[key]}件，计数器{told.get(key)}"
    for row in finals:
        if row.text_hash != row.document.text_hash:
            yield f"定稿 {row.number} 的文本与其版本不符"
