"""A question that is put to the quarter's meeting stands on its agenda, once."""

from typing import Any

from lawgov.casework import outbox
from lawgov.casework.models import Case
from lawgov.meetings.models import Item


@outbox.on("question")
def put_on(told: dict[str, Any]) -> None:
    if told["step"] != "put_on":
        return
    question = Case.objects.get(pk=told["case"])
    event = question.events.select_related("by").get(seq=told["seq"])
    meeting = Case.objects.get(pk=event.facts["meeting"])
    if Item.objects.filter(case=meeting, about=question).exists() or meeting.state != "called":
        return
    key = f"question-{question.pk}-{event.seq}"
    meeting.take("add_items", by=event.by, key=key, items=[{"number": question.number}])
