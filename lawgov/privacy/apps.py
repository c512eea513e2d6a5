from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    name = "lawgov.privacy"
    verbose_name = "个人信息保护"

    def ready(self) -> None:
        from . import checks, logs  # noqa: F401 - checks register themselves

        logs.join()
