"""What may be attached: each ending with what the content must be, and who looks into it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import IO

from django.conf import settings

from .scrutiny import media, office, pdf, pictures, prose

OPEN_XML = "application/vnd.openxmlformats-officedocument."
ZIP = ("application/zip", "application/x-zip-compressed")
UNSAID = ("", "application/octet-stream")  # what a browser declares when it does not know


@dataclass(frozen=True)
class Format:
    """`look` gives the preview of a picture, nothing for the rest; it raises Hostile."""

    media_type: str
    look: Callable[[IO[bytes]], bytes]
    also: tuple[str, ...] = ()  # other names under which browsers declare it

    @property
    def kind(self) -> str:
        """image, audio, video, or document."""
        kind = self.media_type.partition("/")[0]
        return "document" if kind in ("application", "text") else kind

    @property
    def most_mb(self) -> int:
        return most_mb(self.kind)

    def fits(self, declared: str) -> bool:
        return declared.lower() in (self.media_type, *self.also, *UNSAID)


JPEG = Format("image/jpeg", pictures.jpeg, ("image/jpg", "image/pjpeg"))
FORMATS: Mapping[str, Format] = {
    "jpg": JPEG,
    "jpeg": JPEG,
    "png": Format("image/png", pictures.png, ("image/x-png",)),
    "heic": Format("image/heic", pictures.heic, ("image/heif",)),
    "pdf": Format("application/pdf", pdf.pdf, ("application/x-pdf",)),
    "docx": Format(f"{OPEN_XML}wordprocessingml.document", office.word, ZIP),
    "xlsx": Format(f"{OPEN_XML}spreadsheetml.sheet", office.sheet, ZIP),
    "txt": Format("text/plain", prose.text),
    "mp3": Format("audio/mpeg", media.mp3, ("audio/mp3",)),
    "m4a": Format("audio/mp4", media.mp4, ("audio/x-m4a", "audio/m4a", "audio/aac", "video/mp4")),
    "wav": Format("audio/wav", media.wav, ("audio/x-wav", "audio/wave", "audio/vnd.wave")),
    "mp4": Format("video/mp4", media.mp4, ("audio/mp4",)),
    "webm": Format("video/webm", media.webm, ("audio/webm",)),
}
ENDINGS = "、".join(ending for ending in FORMATS if ending != "jpeg")


def most_mb(kind: str) -> int:
    played = kind in ("audio", "video")
    return settings.ATTACHMENT_MEDIA_MAX_MB if played else settings.ATTACHMENT_MAX_MB


def limits() -> str:
    """What may be sent, in words that stand beside the control."""
    return (
        f"可传 {ENDINGS}；照片、文档每个不超过{most_mb('document')}MB，"
        f"录音录像每个不超过{most_mb('video')}MB，可一次选多个"
    )
