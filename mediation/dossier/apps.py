from django.apps import AppConfig


class DossierConfig(AppConfig):
    name = "mediation.dossier"
    verbose_name = "调解卷宗"

    def ready(self) -> None:
        from lawgov.dossiers import dossier

        from .dossier import FILE

        dossier.register(FILE)
