from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class ReportingConfig(AppConfig):
    name = "reporting"
    verbose_name = "统计与报告"

    def ready(self) -> None:
        """Find every app's indicators.py, as the Django admin finds admin.py."""
        from lawgov.casework import invariants

        from .proof import figures_match_records

        autodiscover_modules("indicators")
        invariants.CHECKS["数字与记录"] = figures_match_records
