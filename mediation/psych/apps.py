from django.apps import AppConfig


class PsychConfig(AppConfig):
    name = "mediation.psych"
    verbose_name = "心理服务"

    def ready(self) -> None:
        from lawgov.casework import outbox, procedure, questions

        from .counselling import COUNSELLING
        from .crisis import CRISIS, for_dispute
        from .key_person import KEY_PERSON
        from .referring import open_counselling

        for kind in (COUNSELLING, CRISIS, KEY_PERSON):
            procedure.register(kind)
        questions.answers("crisis.for_dispute")(for_dispute)
        outbox.on("dispute")(open_counselling)
