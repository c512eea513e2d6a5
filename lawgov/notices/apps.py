from django.apps import AppConfig


class NoticesConfig(AppConfig):
    name = "lawgov.notices"
    verbose_name = "提醒"

    def ready(self) -> None:
        from . import due, hooks, lines, mail  # noqa: F401 - they listen to the outbox
