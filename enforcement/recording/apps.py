from django.apps import AppConfig


class RecordingConfig(AppConfig):
    name = "enforcement.recording"
    verbose_name = "全过程记录"

    def ready(self) -> None:
        from . import missing  # noqa: F401 - answers what is asked
