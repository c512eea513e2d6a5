"""The tree of units; its root, the nation, is always there."""

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


class UnitsConfig(AppConfig):
    name = "lawgov.units"
    verbose_name = "行政区划"

    def ready(self) -> None:
        post_migrate.connect(plant, sender=self)


def plant(*, using: str, **_: Any) -> None:
    """Files of units begin at the provinces."""
    from .models import Unit
    from .scope import NATION

    if Unit._meta.db_table in connections[using].introspection.table_names():
        Unit.objects.using(using).get_or_create(code=NATION, defaults={"name": "全国"})
