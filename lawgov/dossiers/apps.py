from django.apps import AppConfig


class DossiersConfig(AppConfig):
    name = "lawgov.dossiers"
    verbose_name = "案卷"
