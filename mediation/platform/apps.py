from django.apps import AppConfig


class PlatformConfig(AppConfig):
    name = "mediation.platform"
    verbose_name = "矛调平台"

    def ready(self) -> None:
        from lawgov.casework import procedure

        from . import agenda  # noqa: F401 - listens to the outbox
        from .procedure import QUESTION

        procedure.register(QUESTION)
