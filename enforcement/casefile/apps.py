from django.apps import AppConfig


class CasefileConfig(AppConfig):
    name = "enforcement.casefile"
    verbose_name = "执法案卷"

    def ready(self) -> None:
        from . import demands  # noqa: F401 - it answers casefile.missing
