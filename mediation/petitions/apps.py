from django.apps import AppConfig


class PetitionsConfig(AppConfig):
    name = "mediation.petitions"
    verbose_name = "信访接访"

    def ready(self) -> None:
        from lawgov.casework import procedure, questions, registers

        from .procedure import PETITION, for_dispute
        from .receiving import RECEPTION_DAY
        from .registers import RECEPTION

        procedure.register(PETITION)
        procedure.register(RECEPTION_DAY)
        registers.register(RECEPTION)
        questions.answers("petition.for_dispute")(for_dispute)
