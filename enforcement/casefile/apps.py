from django.apps import AppConfig


class CasefileConfig(AppConfig):
    name = "enforcement.casefile"
    verbose_name = "执法案卷"
