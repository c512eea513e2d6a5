from django.apps import AppConfig


class CounterConfig(AppConfig):
    name = "lawgov.counter"
    verbose_name = "群众窗口"
