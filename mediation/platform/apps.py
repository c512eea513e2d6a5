from django.apps import AppConfig


class PlatformConfig(AppConfig):
    name = "mediation.platform"
    verbose_name = "矛调平台"
