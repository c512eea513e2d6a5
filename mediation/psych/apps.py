from django.apps import AppConfig


class PsychConfig(AppConfig):
    name = "mediation.psych"
    verbose_name = "心理服务"
