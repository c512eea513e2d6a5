"""The standards, each seeded where it is empty."""

from typing import Any

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class StandardsConfig(AppConfig):
    name = "enforcement.standards"
    verbose_name = "执法标准"

    def ready(self) -> None:
        post_migrate.connect(seed, sender=self)


def seed(*, using: str, **_: Any) -> None:
    from . import seeds

    seeds.load(using)
