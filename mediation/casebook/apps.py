from django.apps import AppConfig


class CasebookConfig(AppConfig):
    name = "mediation.casebook"
    verbose_name = "案例汇编"

    def ready(self) -> None:
        from lawgov.casework import outbox, procedure
        from lawgov.dossiers import dossier

        from .binding import bind
        from .book import BOOK
        from .procedures.edition import EDITION
        from .procedures.issue import ISSUE
        from .procedures.story import STORY

        for each in (STORY, EDITION, ISSUE):
            procedure.register(each)
        dossier.register(BOOK)
        outbox.on(EDITION.kind)(bind)
