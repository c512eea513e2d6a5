from django.apps import AppConfig


class PublicityConfig(AppConfig):
    name = "enforcement.publicity"
    verbose_name = "执法公示"
