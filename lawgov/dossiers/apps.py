from django.apps import AppConfig


class DossiersConfig(AppConfig):
    name = "lawgov.dossiers"
    verbose_name = "案卷"

    def ready(self) -> None:
        from . import binding

        binding.register()
