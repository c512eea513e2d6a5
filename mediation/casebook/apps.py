from django.apps import AppConfig


class CasebookConfig(AppConfig):
    name = "mediation.casebook"
    verbose_name = "案例汇编"
