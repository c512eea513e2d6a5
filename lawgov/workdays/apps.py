from django.apps import AppConfig


class WorkdaysConfig(AppConfig):
    name = "lawgov.workdays"
    verbose_name = "工作日历"
