from django.apps import AppConfig


class HandoversConfig(AppConfig):
    name = "lawgov.handovers"
    verbose_name = "移交"

    def ready(self) -> None:
        from lawgov.casework import invariants
        from lawgov.people import leaving
        from lawgov.workdays import calendar

        from .due import queue
        from .invariants import agree
        from .leavers import left_behind

        calendar.changed.append(queue)
        invariants.CHECKS["移交"] = agree
        leaving.told.append(left_behind)
