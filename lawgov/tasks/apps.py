from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "lawgov.tasks"
    verbose_name = "交办"

    def ready(self) -> None:
        from lawgov.casework import procedure

        from . import news
        from .procedure import TASK

        procedure.register(TASK)
        news.announce(TASK.kind)
