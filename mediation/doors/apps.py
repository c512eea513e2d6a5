from django.apps import AppConfig


class DoorsConfig(AppConfig):
    name = "mediation.doors"
    verbose_name = "扫码上报"
