from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    name = "mediation.returns"
    label = "mediation_returns"
    verbose_name = "人民调解统计"
