from typing import Any

from django.apps import AppConfig


class FindingConfig(AppConfig):
    name = "enforcement.finding"
    verbose_name = "发现与检查"

    def ready(self) -> None:
        from django.db.models.signals import post_migrate

        from lawgov.casework import outbox, procedure, registers

        from . import filing, publishing  # noqa: F401 - publishing answers what is asked
        from .procedures.campaign import CAMPAIGN
        from .procedures.finding import FINDING
        from .procedures.hazard import HAZARD
        from .procedures.inspection import INSPECTION
        from .procedures.lead import LEAD
        from .procedures.plan import PLAN
        from .registers import HOTSPOT, PATROL

        for kind in (LEAD, FINDING, INSPECTION, PLAN, CAMPAIGN, HAZARD):
            procedure.register(kind)
        for register in (PATROL, HOTSPOT):
            registers.register(register)
        outbox.on(filing.PENALTY)(filing.mark_filed)
        post_migrate.connect(seed, sender=self)


def seed(*, using: str, **_: Any) -> None:
    """After a migration or a flush: the fields that press everywhere, if nothing is set."""
    from .priorities import load

    load(using)
