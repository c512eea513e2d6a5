from django.apps import AppConfig


class TasksConfig(AppConfig):
    name = "lawgov.tasks"
    verbose_name = "交办"
