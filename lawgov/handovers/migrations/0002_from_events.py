"""Handovers of before this table: each offering event gets its row, with what became of it."""

from itertools import groupby

from django.db import migrations

OFFERS = ("raise", "hand_down")
ANSWERS = {"accept_offer": "accepted", "return_offer": "returned", "revoke_offer": "revoked"}
CHUNK = 500


def fill(apps, schema_editor):
    Event, Handover = (
        apps.get_model("casework", "Event"),
        apps.get_model("handovers", "Handover"),
    )
    told = Event.objects.filter(step__in=OFFERS, kind="dispute")
    cases, last = told.order_by("case_id").values_list("case_id", flat=True).distinct(), 0
    while some := list(cases.filter(case_id__gt=last)[:CHUNK]):
        last = some[-1]
        events = Event.objects.filter(case__in=some).order_by("case_id", "seq")
        known = set(Handover.objects.filter(case__in=some).values_list("case_id", "seq"))
        rows = [
            row
            for _, group in groupby(events, key=lambda event: event.case_id)
            for row in walk(Handover, group)
            if (row.case_id, row.seq) not in known
        ]
        Handover.objects.bulk_create(rows)


def walk(Handover, events):
    """The offers of one case; the desk is its first unit, then whoever accepted last."""
    rows, desk = [], ""
    for event in events:
        desk = desk or event.unit
        if event.step in OFFERS:
            rows.append(offer(Handover, event, desk))
        elif event.step in ANSWERS:
            row = rows[-1]
            row.answer, row.answered_by_id = ANSWERS[event.step], event.by_id
            row.answered_on = event.on
            desk = row.to_unit if row.answer == "accepted" else desk
    return rows


def offer(Handover, event, desk):
    from django.conf import settings

    from lawgov.workdays import calendar

    due = calendar.add(event.on, settings.MEDIATION_OFFER_DAYS, working=True)
    return Handover(
        case_id=event.case_id, seq=event.seq, step=event.step, from_unit=desk,
        to_unit=event.facts["to"], by_id=event.by_id, post_id=event.post_id, on=event.on,
        due_on=due.day,
    )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("handovers", "0001_initial"), ("workdays", "0001_initial")]
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
