from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "lawgov.casework"
    verbose_name = "案件"
