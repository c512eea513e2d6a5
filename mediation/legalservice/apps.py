from django.apps import AppConfig


class LegalServiceConfig(AppConfig):
    name = "mediation.legalservice"
    verbose_name = "公共法律服务"

    def ready(self) -> None:
        from lawgov.casework import outbox, procedure, registers

        from . import turning
        from .procedures.aid import AID_REQUEST
        from .procedures.consultation import CONSULTATION
        from .procedures.pact import PACT
        from .procedures.point import SERVICE_POINT
        from .registers import DUTY

        for kind in (CONSULTATION, PACT, AID_REQUEST, SERVICE_POINT):
            procedure.register(kind)
        registers.register(DUTY)
        for topic in turning.OPENING:
            outbox.on(topic)(turning.mark_turned)
