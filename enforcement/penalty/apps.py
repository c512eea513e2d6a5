from django.apps import AppConfig


class PenaltyConfig(AppConfig):
    name = "enforcement.penalty"
    verbose_name = "处罚案件"

    def ready(self) -> None:
        from lawgov.casework import procedure
        from lawgov.documents import papers

        from . import answers, leavers, warning  # noqa: F401 - they answer by being known
        from .documents import PAPERS
        from .procedure import PENALTY

        procedure.register(PENALTY)
        papers.register(PENALTY.kind, *PAPERS)
