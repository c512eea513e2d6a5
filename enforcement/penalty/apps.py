from django.apps import AppConfig


class PenaltyConfig(AppConfig):
    name = "enforcement.penalty"
    verbose_name = "处罚案件"

    def ready(self) -> None:
        from lawgov.casework import procedure

        from . import leavers  # noqa: F401 - it answers by being known
        from .procedure import PENALTY

        procedure.register(PENALTY)
