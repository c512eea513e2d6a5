"""The working-day calendar, seeded where it is empty."""

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.db import connections
from django.db.models.signals import post_migrate


class WorkdaysConfig(AppConfig):
    name = "lawgov.workdays"
    verbose_name = "工作日历"

    def ready(self) -> None:
        post_migrate.connect(seed, sender=self)


def seed(*, using: str, **_: Any) -> None:
    """After a migration or a flush: the notices that come with the product, if there are none."""
    from . import notices
    from .models import HolidayYear

    table = HolidayYear._meta.db_table
    if table not in connections[using].introspection.table_names() or HolidayYear.objects.exists():
        return
    for path in sorted((settings.BASE / "fixtures" / "workdays").glob("*.csv")):
        notices.load(path)
