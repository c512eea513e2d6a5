"""Making a paper once for each text: the same facts give the same document."""

import hashlib
import json
import uuid
from dataclasses import asdict

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from lawgov.casework.models import Case

from .models import Document
from .papers import Content, Paper
from .printing import edition, printed
from .values import Masked

ENDINGS = ("docx", "pdf")


def make(case: Case, paper: Paper) -> Document:
    """The document as the case stands now; the last one, if nothing has changed since."""
    content = paper.content(case, Masked())
    text_hash = digest(content, paper.layout)
    last = Document.objects.filter(case=case, paper=paper.code).order_by("version").last()
    if last and last.text_hash == text_hash and on_file(last):
        return last
    stored = {ending: keep(printed(content, paper.layout, ending), ending) for ending in ENDINGS}
    version = last.version + 1 if last else 1
    try:
        with transaction.atomic():
            return Document.objects.create(
                case=case, paper=paper.code, version=version, text_hash=text_hash, **stored
            )
    except IntegrityError:  # the worker and a reader made it at once; one of them did
        for name in stored.values():
            default_storage.delete(name)
        return Document.objects.get(case=case, paper=paper.code, version=version)


def digest(content: Content, layout: str) -> str:
    text = json.dumps(asdict(content), ensure_ascii=False, sort_keys=True)
    return hashlib.sha256(edition(layout) + text.encode("utf-8", "surrogatepass")).hexdigest()


def on_file(document: Document) -> bool:
    return all(default_storage.exists(getattr(document, ending)) for ending in ENDINGS)


def keep(data: bytes, ending: str) -> str:
    return default_storage.save(f"papers/{uuid.uuid4().hex}.{ending}", ContentFile(data))
