from django.apps import AppConfig


class FindingConfig(AppConfig):
    name = "enforcement.finding"
    verbose_name = "发现与检查"
