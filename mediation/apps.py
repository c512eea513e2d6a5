from django.apps import AppConfig


class MediationConfig(AppConfig):
    name = "mediation"
    verbose_name = "纠纷调解"

    def ready(self) -> None:
        from lawgov.casework import procedure
        from lawgov.documents import papers

        from . import news
        from .documents import PAPERS
        from .procedure import DISPUTE

        procedure.register(DISPUTE)
        papers.register(DISPUTE.kind, *PAPERS)
        news.announce(DISPUTE.kind)
