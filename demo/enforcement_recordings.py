"""Sound recordings of some inquiries: good, short of officers, unclear, put right."""

import io
import wave
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate

from lawgov.casework.models import Case
from lawgov.people.models import Role, User

from .people import Cast
from .plans import Street

CASES = 4
SAID = "演示数据：已补充说明。"
OPEN = ("investigating", "concluded", "notified")
RATE = 8000


def record(street: Street, cast: Cast) -> None:
    """Of the newest cases in which somebody was asked."""
    head = cast.near(Role.ENFORCEMENT_HEAD, street.code)[0].user
    open_ones = Case.objects.filter(kind="penalty", unit=street.code, state__in=OPEN)
    for n, case in enumerate(open_ones.order_by("-pk")[:CASES]):
        inquiry = case.part("inquiries")[0]
        seen = list(User.objects.filter(pk__in=inquiry.officers))[: 1 if n == 1 else None]
        event = next(event for event in case.history if event.step == "investigate")
        case.take("record", by=event.by, **clip(n, event, inquiry, seen))
        row = case.part("recordings")[-1]
        if n == 2:
            case.take("check_record", by=head, recording=row.pk, faults=["sound"])
        if n == 3:
            case.take(
                "mend_record", by=event.by, recording=row.pk, remedied="演示数据：已补充说明。"
            )


def clip(n: int, event: Any, inquiry: Any, seen: list[User]) -> dict[str, Any]:
    return {
        "about": event.seq, "form": "media", "place": inquiry.place, "in_view": seen,
        "file": [SimpleUploadedFile(f"调查取证{n + 1}.wav", sound(n + 1), "audio/wav")],
        "shot_on": localdate(), "starts": "09:30", "ends": "09:50", "told": n != 3,
        "note": "演示数据：复查时补录",
    }  # fmt: skip


def sound(seconds: int) -> bytes:
    """Silence, which a browser plays."""
    out = io.BytesIO()
    with wave.open(out, "wb") as made:
        made.setnchannels(1)
        made.setsampwidth(1)
        made.setframerate(RATE)
        made.writeframes(bytes([128]) * RATE * seconds)
    return out.getvalue()
