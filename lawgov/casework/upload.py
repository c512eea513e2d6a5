"""Files that come with a step: judged by their content, kept under a random name, with a hash."""

import hashlib
import os
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from django import forms
from django.apps import apps
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Sum
from django.utils import timezone
from django.utils.datastructures import MultiValueDict

from .facts import Fact, Row, Wrong
from .formats import ENDINGS, FORMATS, Format, limits
from .refusals import BadFacts
from .scrutiny.hostile import Hostile
from .text import clean, unclean

MOST_FILES = 20  # at once
LONGEST_NAME = 200
CARRIED = ("name", "stored", "preview", "media_type", "size", "sha256", "by", "at")


@dataclass(frozen=True)
class Received:
    """A file that was found to be what it says, not kept yet."""

    file: UploadedFile
    name: str
    format: Format
    sha256: str
    preview: bytes


class Picker(forms.FileInput):
    """Two controls of one name, so that a phone offers its camera too, without a script."""

    template_name = "casework/_picker.html"
    allow_multiple_selected = True

    def use_required_attribute(self, initial: Any) -> bool:
        """Either control will do, which a browser cannot be told."""
        return False

    def value_from_datadict(
        self, data: Mapping[str, Any], files: MultiValueDict[str, UploadedFile], name: str
    ) -> list[UploadedFile]:
        return files.getlist(name)


@dataclass(frozen=True)
class Files(Fact):
    """One or more uploaded files; the event keeps their hashes, so the chain vouches for them."""

    def read(self, raw: Any) -> list[Received]:
        given = raw if isinstance(raw, list) else [raw]
        if not all(isinstance(file, UploadedFile) for file in given):
            raise Wrong("应为上传的文件")
        if len(given) > MOST_FILES:
            raise Wrong(f"一次至多{MOST_FILES}个文件")
        return [received(file) for file in given]

    def field(self, case: Any = None) -> forms.Field:
        accepted = ",".join(f".{ending}" for ending in FORMATS)
        widget = Picker(attrs={"accept": accepted, "multiple": True})
        return forms.FileField(widget=widget, **self.common())

    def common(self) -> dict[str, Any]:
        return super().common() | {"help_text": self.help or limits()}

    def schema(self) -> dict[str, Any]:
        one = {"type": "string", "format": "binary"}
        return {"type": "array", "items": one, "description": limits()}

    def kept(self, value: Any) -> Any:
        return [each.sha256 for each in value]

    def shown(self, value: Any) -> str:
        return "、".join(f"摘要 {digest[:16]}…" for digest in digests(value))

    def told(self, value: Any, case: Any) -> str:
        names = {row.sha256: row.name for row in case.part("attachments")}
        return "、".join(names.get(digest, self.shown([digest])) for digest in digests(value))


def digests(kept: str | list[str]) -> list[str]:
    """The hashes that an event keeps; one alone was kept bare, before several could come."""
    return [kept] if isinstance(kept, str) else kept


@dataclass(frozen=True)
class Kept(Row):
    """An attachment of the case, by its number."""

    part: str = "attachments"

    def told(self, value: Any, case: Any) -> str:
        row = case.one(self.part, value)
        return row.name if row else str(value)


def received(file: UploadedFile) -> Received:
    """The file with what was found out about it; Wrong says what is wrong, and of which file."""
    name = clean(os.path.basename((file.name or "").replace("\\", "/")))
    try:
        found = format_of(file, name)
        preview = found.look(file)  # type: ignore[arg-type]
    except Hostile as why:
        raise Wrong(f"{name[-50:]}：{why}" if name else str(why)) from why
    stem, ending = os.path.splitext(name)
    return Received(file, stem[: LONGEST_NAME - len(ending)] + ending, found, sha256(file), preview)


def format_of(file: UploadedFile, name: str) -> Format:
    """What the name says that the file is, where it may be taken at all."""
    if (why := unclean(file.name or "")) or not name:
        raise Hostile(f"文件名{why or '为空'}")
    found = FORMATS.get(PurePath(name).suffix.lower().lstrip("."))
    if not found:
        raise Hostile(f"只收 {ENDINGS}")
    if not file.size:
        raise Hostile("文件是空的")
    if file.size > found.most_mb * 1024 * 1024:
        raise Hostile(f"不能超过{found.most_mb}MB")
    if not found.fits(file.content_type or ""):
        raise Hostile(f"声明的类型“{(file.content_type or '')[:50]}”与扩展名不一致")
    return found


def sha256(file: UploadedFile) -> str:
    digest = hashlib.sha256()
    file.seek(0)
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def keep_all(case: Any, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The rows of the files that a step brings, each a file that the case does not have yet."""
    known = {row.sha256: row.name for row in case.part("attachments") if not row.void}
    given: list[Received] = facts["file"]
    twice = [f"{each.name}：与已有附件“{known[each.sha256]}”内容相同"
             for each in given if each.sha256 in known]  # fmt: skip
    if len({each.sha256 for each in given}) < len(given):
        twice.append("所选文件中有内容相同的")
    if twice:
        raise BadFacts({"file": twice})
    label = facts.get("label", "")
    return {"attachments": [keep(each) | {"label": label} for each in given]}


def keep(each: Received) -> dict[str, Any]:
    """Store the bytes and give the columns of the attachment's row."""
    name = uuid.uuid4().hex
    stored = default_storage.save(f"attachments/{name}", each.file)
    preview = ""
    if each.preview:
        preview = default_storage.save(f"previews/{name}", ContentFile(each.preview))
    return {
        "name": each.name,
        "stored": stored,
        "preview": preview,
        "media_type": each.format.media_type,
        "size": each.file.size,
        "sha256": each.sha256,
    }


def forget(rows: Sequence[Any]) -> None:
    """Remove the files of rows that were not written after all; what came along stays where it
    came from."""
    known = apps.get_model("casework.Attachment")._default_manager
    for row in rows:
        name = getattr(row, "stored", "")
        if not name or known.filter(stored=name).exists():
            continue
        for stored in filter(None, (name, getattr(row, "preview", ""))):
            default_storage.delete(stored)


def carried(rows: Iterable[Any], whence: str) -> list[dict[str, Any]]:
    """Files as rows of another case: the same bytes, each saying whence it came and who took it
    when."""
    valid = [row for row in rows if not row.void]
    return [{n: getattr(row, n) for n in CARRIED} | {"label": whence[:50]} for row in valid]


def in_quota(case: Any, facts: Mapping[str, Any]) -> bool:
    """All files of the case together, voided ones too: they are kept."""
    held = sum(row.size for row in case.part("attachments"))
    return held + sent(facts) <= settings.ATTACHMENT_CASE_MB * 1024 * 1024


def in_day(case: Any, facts: Mapping[str, Any]) -> bool:
    """What one person sends in a day, to whichever case."""
    if not sent(facts):
        return True
    midnight = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    rows = apps.get_model("casework.Attachment")._default_manager
    today = rows.filter(by=facts["by"], at__gte=midnight).aggregate(sum=Sum("size"))["sum"] or 0
    return int(today) + sent(facts) <= settings.ATTACHMENT_DAY_MB * 1024 * 1024


def sent(facts: Mapping[str, Any]) -> int:
    return sum(each.file.size or 0 for each in facts.get("file", ()))
