from django.apps import AppConfig


class UnitsConfig(AppConfig):
    name = "lawgov.units"
    verbose_name = "行政区划"
