from django.apps import AppConfig


class EmergencyConfig(AppConfig):
    name = "mediation.emergency"
    verbose_name = "应急处突"
