from django.apps import AppConfig


class ReviewConfig(AppConfig):
    name = "enforcement.review"
    verbose_name = "法制审核"

    def ready(self) -> None:
        from lawgov.casework import procedure

        from . import standing  # noqa: F401 - it answers what other rooms ask
        from .procedure import REVIEW

        procedure.register(REVIEW)
