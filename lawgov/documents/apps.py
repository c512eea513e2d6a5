from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "lawgov.documents"
    verbose_name = "文书"

    def ready(self) -> None:
        from lawgov.casework import invariants, writing

        from .invariants import whole

        invariants.CHECKS["文书"] = whole
        writing.LOST_RACE.add("document_once")  # a version that the worker made meanwhile
