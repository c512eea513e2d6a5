from django.apps import AppConfig


class LegalServiceConfig(AppConfig):
    name = "mediation.legalservice"
    verbose_name = "公共法律服务"
