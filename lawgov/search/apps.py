from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "lawgov.search"
    verbose_name = "检索"

    def ready(self) -> None:
        from lawgov.casework import batch, filters, invariants, outbox

        from . import finding, indexing

        outbox.on_step(indexing.follow)
        batch.saved.append(indexing.index)
        filters.candidates.append(finding.candidates)
        invariants.CHECKS["检索"] = indexing.faults
