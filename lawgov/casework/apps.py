from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "lawgov.casework"
    verbose_name = "案件"

    def ready(self) -> None:
        from lawgov.workdays import calendar

        from .deadlines import queue

        calendar.changed.append(queue)
