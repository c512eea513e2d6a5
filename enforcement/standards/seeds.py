"""The standards that come with the product: nationwide rows, to be overridden by each place."""

import csv
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import connections

from .models import (
    CatalogueItem,
    DiscretionBand,
    PatrolTag,
    PowerItem,
    RubricItem,
    SceneItem,
    Standard,
)

FOLDER = settings.BASE / "fixtures" / "standards"
FILES: dict[str, type[Standard]] = {
    "powers": PowerItem,
    "bands": DiscretionBand,
    "catalogue": CatalogueItem,
    "scenes": SceneItem,
    "rubrics": RubricItem,
    "tags": PatrolTag,
}


def load(using: str) -> None:
    """After a migration or a flush: each file into its table, if that is there and empty."""
    known = set(connections[using].introspection.table_names())
    for name, model in FILES.items():
        if model._meta.db_table in known and not model._default_manager.exists():
            model._default_manager.bulk_create(rows(model, FOLDER / f"{name}.csv"))


def rows(model: type[Standard], path: Path) -> list[Standard]:
    """The columns of the file are those of the table; codes of an array stand apart by blanks."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            model(**{name: value(model, name, text) for name, text in row.items()})
            for row in csv.DictReader(file)
        ]


def value(model: type[Standard], name: str, text: str) -> Any:
    field = model._meta.get_field(name)
    if isinstance(field, ArrayField):
        return text.split()
    return field.to_python(text)  # type: ignore[union-attr]
