from django.apps import AppConfig


class MediatorsConfig(AppConfig):
    name = "mediation.mediators"
    verbose_name = "调解队伍"
