from django.apps import AppConfig


class HandoversConfig(AppConfig):
    name = "lawgov.handovers"
    verbose_name = "移交"
