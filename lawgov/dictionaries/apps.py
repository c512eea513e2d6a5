"""The field's lists, each seeded where it is empty."""

import csv
from pathlib import Path
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.db import connections
from django.db.models.signals import post_migrate


class DictionariesConfig(AppConfig):
    name = "lawgov.dictionaries"
    verbose_name = "字典"

    def ready(self) -> None:
        post_migrate.connect(seed, sender=self)


def seed(*, using: str, **_: Any) -> None:
    """After a migration or a flush: the lists that come with the product, if they are empty."""
    from .models import Naming, Term

    known = connections[using].introspection.table_names()
    if not {Term._meta.db_table, Naming._meta.db_table} <= set(known):
        return
    there = set(Term.objects.values_list("dictionary", flat=True))
    for path in sorted((settings.BASE / "fixtures" / "dictionaries").glob("*.csv")):
        if path.stem not in there:
            load(path)


def load(path: Path) -> None:
    """A list is called as its file; columns: code, label, under (codes apart by blanks), note;
    points, where its codes weigh something."""
    from .models import Naming, Term

    with path.open(encoding="utf-8", newline="") as file:
        for place, row in enumerate(csv.DictReader(file), 1):
            term = Term.objects.create(
                dictionary=path.stem, code=row["code"], order=place * 10,
                under=row["under"].split(), note=row["note"],
            )  # fmt: skip
            points = int(row.get("points") or 0)
            Naming.objects.create(term=term, label=row["label"], points=points)
