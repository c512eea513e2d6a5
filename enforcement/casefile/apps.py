from django.apps import AppConfig


class CasefileConfig(AppConfig):
    name = "enforcement.casefile"
    verbose_name = "执法案卷"

    def ready(self) -> None:
        from lawgov.casework import procedure
        from lawgov.dossiers import dossier

        from .dossier import FILE
        from .procedure import FILE_CHECK

        procedure.register(FILE_CHECK)
        dossier.register(FILE)
