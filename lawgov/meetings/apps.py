from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "lawgov.meetings"
    verbose_name = "会议"

    def ready(self) -> None:
        from lawgov.casework import outbox, procedure
        from lawgov.documents import papers

        from . import news
        from .decisions import give_tasks
        from .documents import PAPERS
        from .procedure import MEETING

        procedure.register(MEETING)
        outbox.on(MEETING.kind)(give_tasks)
        papers.register(MEETING.kind, *PAPERS)
        news.announce(MEETING.kind)
