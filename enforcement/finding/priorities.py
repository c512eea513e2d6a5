"""How pressing a field is: what the nearest unit has set for it on the day."""

import csv
from datetime import date

from django.conf import settings
from django.db import connections

from .choices import Priority
from .models import FieldPriority

SEED = settings.BASE / "fixtures" / "finding" / "priorities.csv"


def priority_of(unit: str, field: str, on: date) -> str:
    """Where nobody has set anything the field is an ordinary one."""
    nearest = FieldPriority.objects.over(unit).in_force(on).filter(field=field).first()
    return nearest.priority if nearest else Priority.ORDINARY


def load(using: str) -> None:
    """The fields that press everywhere, until a unit sets its own."""
    known = connections[using].introspection.table_names()
    if FieldPriority._meta.db_table not in known or FieldPriority.objects.exists():
        return
    with SEED.open(encoding="utf-8", newline="") as file:
        FieldPriority.objects.bulk_create(FieldPriority(**row) for row in csv.DictReader(file))
