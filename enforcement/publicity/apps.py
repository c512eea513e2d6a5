from django.apps import AppConfig


class PublicityConfig(AppConfig):
    name = "enforcement.publicity"
    verbose_name = "执法公示"

    def ready(self) -> None:
        from lawgov.casework import procedure

        from . import following  # noqa: F401 - follows the cases, and answers what is asked
        from .procedure import PUBLICATION

        procedure.register(PUBLICATION)
