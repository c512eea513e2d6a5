"""What each risk factor weighs, where the list was filled before it weighed anything."""

from django.db import migrations
from django.utils.timezone import localdate

WEIGHTS = {
    "crowd": 1, "group": 2, "minor": 2, "threat": 4, "violence": 3, "mental": 3, "hardship": 1,
    "repeated": 2, "petition": 2,
}  # fmt: skip
ADDED = {
    "weapon": ("涉及凶器", 4), "self_harm": ("流露轻生念头", 4), "police_calls": ("多次报警", 2),
    "failed": ("多次调解未成", 2), "date": ("临近敏感节点", 1),
}  # fmt: skip


def weigh(apps, schema_editor):
    Term = apps.get_model("dictionaries", "Term")
    Naming = apps.get_model("dictionaries", "Naming")
    known = {term.code: term for term in Term.objects.filter(dictionary="dispute.factor")}
    if not known:
        return  # it is filled from the product's own list
    for code in WEIGHTS.keys() & known.keys():
        last = Naming.objects.filter(term=known[code]).order_by("pk").last()
        Naming.objects.create(
            term=known[code], label=last.label, points=WEIGHTS[code], since=localdate()
        )
    for place, (code, (label, points)) in enumerate(ADDED.items(), 1):
        if code not in known:
            term = Term.objects.create(dictionary="dispute.factor", code=code, order=500 + place)
            Naming.objects.create(term=term, label=label, points=points)


class Migration(migrations.Migration):
    dependencies = [("mediation", "0009_dangers"), ("dictionaries", "0003_points")]

    operations = [migrations.RunPython(weigh, migrations.RunPython.noop)]
