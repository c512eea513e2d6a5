from django.apps import AppConfig


class CasefileConfig(AppConfig):
    name = "enforcement.casefile"
    verbose_name = "执法案卷"

    def ready(self) -> None:
        from lawgov.casework import procedure

        from . import binding, demands, tabs  # noqa: F401 - two of them answer questions
        from .procedure import FILE_CHECK

        procedure.register(FILE_CHECK)
        binding.register()
