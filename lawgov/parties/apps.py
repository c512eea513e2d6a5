from django.apps import AppConfig


class PartiesConfig(AppConfig):
    name = "lawgov.parties"
    verbose_name = "当事人"
