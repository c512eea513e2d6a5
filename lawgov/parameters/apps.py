from django.apps import AppConfig


class ParametersConfig(AppConfig):
    name = "lawgov.parameters"
    verbose_name = "参数"
