from django.apps import AppConfig


class EmergencyConfig(AppConfig):
    name = "mediation.emergency"
    verbose_name = "应急处突"

    def ready(self) -> None:
        from lawgov.casework import procedure, questions

        from .procedure import INCIDENT, for_dispute

        procedure.register(INCIDENT)
        questions.answers("incident.for_dispute")(for_dispute)
