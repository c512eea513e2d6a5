from django.apps import AppConfig


class PenaltyConfig(AppConfig):
    name = "enforcement.penalty"
    verbose_name = "处罚案件"

    def ready(self) -> None:
        from lawgov.casework import invariants, procedure
        from lawgov.documents import papers

        from . import answers, leavers, warning  # noqa: F401 - they answer by being known
        from .documents import PAPERS
        from .invariants import vouched
        from .procedure import PENALTY

        procedure.register(PENALTY)
        invariants.CHECKS["处罚决定"] = vouched
        papers.register(PENALTY.kind, *PAPERS)
