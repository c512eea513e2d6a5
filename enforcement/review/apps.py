from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "enforcement.review"
    verbose_name = "法制审核"

    def ready(self) -> None:
        from lawgov.casework import invariants, procedure
        from lawgov.documents import papers

        from . import (
            news,
            standing,  # noqa: F401 - it answers what other rooms ask
        )
        from .documents import PAPERS
        from .invariants import vouched
        from .procedure import REVIEW

        procedure.register(REVIEW)
        invariants.CHECKS["法制审核"] = vouched
        papers.register(REVIEW.kind, *PAPERS)
        news.announce(REVIEW.kind)
