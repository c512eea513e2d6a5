from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "lawgov.notices"
    verbose_name = "提醒"
