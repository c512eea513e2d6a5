from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    name = "mediation.screening"
    verbose_name = "矛盾排查"

    def ready(self) -> None:
        from lawgov.casework import procedure, registers

        from . import reminding  # noqa: F401 - it listens for plans
        from .plans import PLAN
        from .registers import SCREENING

        procedure.register(PLAN)
        registers.register(SCREENING)
