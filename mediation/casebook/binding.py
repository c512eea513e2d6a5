"""A printed edition binds the stories that it holds: each is told so, once."""

from typing import Any

from lawgov.casework.models import Case

from . import rules


def bind(told: dict[str, Any]) -> None:
    if told["step"] != "publish":
        return
    edition = Case.objects.get(pk=told["case"])
    waiting = Case.objects.filter(pk__in=[row.story_id for row in rules.held(edition)])
    for story in waiting.filter(state="reviewed").order_by("pk"):
        story.take("bind", by=None, edition=edition, on=edition.detail.printed_on)
