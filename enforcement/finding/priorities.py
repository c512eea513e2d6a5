"""How pressing a field is: what the nearest unit has set for it on the day."""

from datetime import date

from lawgov.units import scope
from lawgov.units.periods import in_force

from .choices import Priority
from .models import FieldPriority


def priority_of(unit: str, field: str, on: date) -> str:
    """Where nobody has set anything the field is an ordinary one."""
    rows = FieldPriority.objects.filter(
        in_force(on), field=field, unit__in=[*scope.ancestors(unit), unit]
    )
    nearest = max(rows, key=lambda row: (len(row.unit), row.unit != scope.NATION), default=None)
    return nearest.priority if nearest else Priority.ORDINARY
