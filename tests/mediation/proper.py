"""Mediation proper: the marks under a draft, an agreement by instalments, one that is over."""

import base64
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from lawgov.casework.models import Case
from tests.cast import answers, dispute_in, today

# Four black points; each is followed by nothing, so that every picture is a file of its own.
POINT = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)
TEXT = "乙某赔偿甲某一千元"


def fresh(case: Case) -> Case:
    return Case.objects.get(pk=case.pk)


def day(offset: int) -> str:
    return (timezone.localdate() + timedelta(days=offset)).isoformat()


def drafted(cast: Any, **changes: Any) -> Case:
    case = dispute_in("mediating", cast, **changes)
    case.take("draft", by=cast.mediator, content=TEXT)
    return fresh(case)


def drawn() -> SimpleUploadedFile:
    return SimpleUploadedFile("签名.png", POINT, "image/png")


def marks(case: Case) -> list[dict[str, Any]]:
    """Every mark that the draft takes: by finger, by hand, by seal."""
    parties = [{"signer": "party", "party": row.pk} for row in case.part("parties")]
    finger = {"mark": "fingerprint", "note": "右手食指", "on": today()}
    scan = SimpleUploadedFile("章.txt", "印章".encode(), "text/plain")
    return [
        *(each | finger for each in parties),
        {"signer": "mediator", "mark": "hand", "file": drawn(), "on": today()},
        {"signer": "committee", "mark": "seal", "file": scan, "on": today()},
    ]


def signed(cast: Any, **changes: Any) -> Case:
    case = drafted(cast, **changes)
    for each in marks(case):
        case.take("sign", by=cast.mediator, **each)
    return fresh(case)


def written(**changes: Any) -> dict[str, Any]:
    """The agreement of a draft that is signed: no day is stated."""
    given = answers()["agree_written"] | {"content": TEXT}
    stated = ("parties_signed_on", "mediator_signed_on", "sealed_on")
    return {name: value for name, value in given.items() if name not in stated} | changes


def by_instalments(cast: Any) -> Case:
    case = dispute_in("mediating", cast)
    parts = [{"due_on": day(n * 30), "amount": "500"} for n in (0, 1)]
    facts = answers()["agree_written"] | {"perform_by": day(30), "agreed_amount": "1000"}
    case.take("agree_written", by=cast.mediator, instalments=parts, **facts)
    return fresh(case)


def confirmed(cast: Any, ruling: str = "valid") -> Case:
    case = dispute_in("agreed", cast)
    case.take("confirm", by=cast.mediator, **answers()["confirm"])
    case = fresh(case)
    facts = {"ruling": ruling, "ruling_number": "（2026）沪0106民特1号", "on": today()}
    case.take("record_ruling", by=cast.mediator, **facts)
    return fresh(case)
