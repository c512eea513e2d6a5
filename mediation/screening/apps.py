from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    name = "mediation.screening"
    verbose_name = "矛盾排查"
