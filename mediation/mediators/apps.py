from django.apps import AppConfig


class MediatorsConfig(AppConfig):
    name = "mediation.mediators"
    verbose_name = "调解员"

    def ready(self) -> None:
        from lawgov.casework import procedure

        from .procedures.mediator import MEDIATOR
        from .procedures.subsidy import SUBSIDY

        procedure.register(MEDIATOR)
        procedure.register(SUBSIDY)
