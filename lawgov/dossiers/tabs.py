"""The tab of a case with its file: what stands there in order, what is missing and why."""

from typing import Any, NamedTuple

from django.urls import reverse

from lawgov.casework.models import Case
from lawgov.casework.web.pages import Tab
from lawgov.jobs.models import Job, Kind
from lawgov.people.models import User
from lawgov.privacy.forms import ReasonForm
from lawgov.privacy.masks import mask_text

from .binding import may_have_plain
from .dossier import DOSSIERS, Slot
from .pieces import Piece

SHOWN_JOBS = 3


class Line(NamedTuple):
    """A piece of the file, or a place that is empty though it must not be."""

    label: str
    piece: Piece | None
    why: str = ""


def shown(case: Case, user: User) -> dict[str, Any]:
    of = DOSSIERS[case.kind]
    needed = of.needed(case)
    volumes = [
        (volume.label, [line for slot in of.order if slot.volume == volume
                        for line in lines(case, slot, needed)])
        for volume in of.volumes
    ]  # fmt: skip
    jobs = Job.objects.visible_to(user).filter(kind=Kind.FILE, params__case=case.pk)
    return {
        "noun": of.noun,
        "end": of.end(case),
        "volumes": volumes,
        "lacks": of.missing(case),
        "address": reverse(f"{case.kind}-file", args=[case.pk]),
        "reason": ReasonForm() if may_have_plain(case, user) else None,
        "made": list(jobs.order_by("-pk")[:SHOWN_JOBS]),
    }


def lines(case: Case, slot: Slot, needed: dict[str, str]) -> list[Line]:
    found = [Line(mask_text(piece.label), piece) for piece in slot.finds(case)]
    if not found and slot.code in needed:
        return [Line(slot.label, None, needed[slot.code])]
    return found


def tab(label: str) -> Tab:
    return Tab("file", label, "dossiers/_file.html", shown)
