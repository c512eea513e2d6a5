"""The doors by which a dispute comes in, where the list was filled before they were known."""

from django.db import migrations
from django.utils.timezone import localdate

ADDED = {
    "walk_in": "窗口来访", "phone": "来电反映", "grid": "网格上报",
    "procuratorate": "检察机关移送", "legal_aid": "法律援助机构转来",
    "incident": "突发事件移交", "crisis": "心理危机转来",
}  # fmt: skip
RENAMED = {"consultation": "咨询发现"}


def add(apps, schema_editor):
    Term = apps.get_model("dictionaries", "Term")
    Naming = apps.get_model("dictionaries", "Naming")
    known = Term.objects.filter(dictionary="dispute.channel")
    if not known.exists():
        return  # it is filled from the product's own list
    there = set(known.values_list("code", flat=True))
    for place, (code, label) in enumerate(ADDED.items(), 1):
        if code not in there:
            term = Term.objects.create(dictionary="dispute.channel", code=code, order=500 + place)
            Naming.objects.create(term=term, label=label)
    for code, label in RENAMED.items():
        for term in known.filter(code=code):
            Naming.objects.create(term=term, label=label, since=localdate())


class Migration(migrations.Migration):
    dependencies = [
        ("mediation", "0007_dispatching"),
        ("dictionaries", "0002_kept"),
    ]

    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
