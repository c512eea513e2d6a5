"""Making a paper once for each text: the same facts give the same document."""

import hashlib
import json
import uuid
from collections.abc import Iterable
from dataclasses import asdict

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from lawgov.casework.models import Case

from .models import Document, Source
from .papers import Content, Paper
from .printing import edition, printed
from .values import Masked

ENDINGS = ("docx", "pdf")


def make(case: Case, paper: Paper) -> Document:
    """The document as the case stands now; the last one, if nothing has changed since."""
    content = paper.content(case, Masked())
    text_hash = digest(content, paper.layout)
    rows = list(Document.objects.filter(case=case, paper=paper.code).order_by("version"))
    last = next((row for row in reversed(rows) if row.source == Source.MADE), None)
    if last and last.text_hash == text_hash and on_file(last):
        return last
    stored = {ending: keep(printed(content, paper.layout, ending), ending) for ending in ENDINGS}
    version = next_version(rows)
    try:
        with transaction.atomic():
            return Document.objects.create(
                case=case, paper=paper.code, version=version, text_hash=text_hash, **stored
            )
    except IntegrityError:  # the worker and a reader made it at once; one of them did
        for name in stored.values():
            default_storage.delete(name)
        return Document.objects.get(case=case, paper=paper.code, version=version)


def next_version(rows: Iterable[Document]) -> int:
    return max((row.version for row in rows), default=0) + 1


def digest(content: Content, layout: str) -> str:
    text = json.dumps(asdict(content), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(edition(layout) + text.encode("utf-8", "surrogatepass")).hexdigest()


def on_file(document: Document) -> bool:
    return all(default_storage.exists(getattr(document, ending)) for ending in ENDINGS)


def keep(data: bytes, ending: str) -> str:
    return default_storage.save(f"papers/{uuid.uuid4().hex}.{ending}", ContentFile(data))
