from django.apps import AppConfig


class MediationConfig(AppConfig):
    name = "mediation"
    verbose_name = "纠纷调解"

    def ready(self) -> None:
        from lawgov.casework import procedure, registers

        from .procedure import DISPUTE
        from .registers import SCREENING

        procedure.register(DISPUTE)
        registers.register(SCREENING)
