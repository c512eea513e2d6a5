"""The tab 案卷 of a penalty case: what stands in its file in order, what is missing and why."""

from typing import Any, NamedTuple

from lawgov.casework.models import Case
from lawgov.casework.questions import answers
from lawgov.jobs.models import Job, Kind
from lawgov.people.models import User
from lawgov.privacy.forms import ReasonForm
from lawgov.privacy.masks import mask_text

from .binding import may_have_plain
from .choices import Volume
from .contents import ORDER, Slot
from .demands import demands, end_of, missing
from .pieces import Piece

SHOWN_JOBS = 3


class Line(NamedTuple):
    """A piece of the file, or a place that is empty though it must not be."""

    label: str
    piece: Piece | None
    why: str = ""


@answers("casefile.shown")
def shown(case: Case, user: User) -> dict[str, Any]:
    needed = {demand.slot: demand.article for demand in demands(case)}
    volumes = [
        (volume.label, [line for slot in ORDER if slot.volume == volume
                        for line in lines(case, slot, needed)])
        for volume in Volume
    ]  # fmt: skip
    jobs = Job.objects.visible_to(user).filter(kind=Kind.FILE, params__case=case.pk)
    return {
        "end": end_of(case).label,
        "volumes": volumes,
        "lacks": missing(case),
        "reason": ReasonForm() if may_have_plain(case, user) else None,
        "made": list(jobs.order_by("-pk")[:SHOWN_JOBS]),
    }


def lines(case: Case, slot: Slot, needed: dict[str, str]) -> list[Line]:
    found = [Line(mask_text(piece.label), piece) for piece in slot.finds(case)]
    if not found and slot.code in needed:
        return [Line(slot.label, None, needed[slot.code])]
    return found
