from django.apps import AppConfig


class PenaltyConfig(AppConfig):
    name = "enforcement.penalty"
    verbose_name = "处罚案件"
