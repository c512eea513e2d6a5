"""What the list of scenes in force demands of a case, by the steps that it has taken."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from enforcement.standards import scenes
from enforcement.standards.choices import Means
from lawgov.casework.questions import answers

from .choices import DEFECT, Form

MANNER = "manner"  # the fact by which a step has scenes of its own: serve, and serve_left


@answers("recording.missing")
def missing(case: Any) -> list[str]:
    """Every film that is not there, and every record that waits to be put right, in words."""
    if "recordings" not in case.procedure.parts:
        return []
    return [*unfilmed(case), *faulty(case)]


def unfilmed(case: Any) -> Iterator[str]:
    on = cache(lambda day: filmed(case.unit, day))
    there = {row.about for row in case.part("recordings") if is_film(case, row)}
    for event in case.history:
        for code in codes(event):
            if (label := on(event.on).get(code)) and event.seq not in there:
                yield f"{event.on} {label}：缺音像记录"


def filmed(unit: str, day: date) -> dict[str, str]:
    """By code, the scenes that had to be filmed on that day."""
    must = scenes.required(unit, day)
    return {scene.code: scene.label for scene in must if scene.means == Means.RECORDING}


def codes(event: Any) -> list[str]:
    manner = event.facts.get(MANNER)
    return [event.step, *([f"{event.step}_{manner}"] if isinstance(manner, str) else [])]


def is_film(case: Any, row: Any) -> bool:
    """With a file that stands: whoever voids the attachment takes the record away."""
    kept = {file.sha256 for file in case.part("attachments") if not file.void}
    return not row.void and row.form == Form.MEDIA and not kept.isdisjoint(row.digests)


def faulty(case: Any) -> Iterator[str]:
    for row in case.part("recordings"):
        if row.is_faulty:
            found = "、".join(DEFECT.get(code, code) for code in row.defects)
            yield f"{row}：{found}，应于{row.mend_by}前整改"
