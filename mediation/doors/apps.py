from django.apps import AppConfig


class DoorsConfig(AppConfig):
    name = "mediation.doors"
    verbose_name = "扫码上报"

    def ready(self) -> None:
        from lawgov.casework import procedure, registers
        from lawgov.notices import lines, who
        from lawgov.notices.models import What

        from . import turning  # noqa: F401 - it answers what a dispute begins with
        from .procedure import CODE_REPORT
        from .registers import CODE_PLACE

        procedure.register(CODE_REPORT)
        registers.register(CODE_PLACE)
        for step in ("submit", "climb", "reopen"):
            lines.add(CODE_REPORT.kind, step, What.URGED, who.turn)
