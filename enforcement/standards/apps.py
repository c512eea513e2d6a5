from django.apps import AppConfig


class StandardsConfig(AppConfig):
    name = "enforcement.standards"
    verbose_name = "执法标准"
