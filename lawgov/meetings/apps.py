from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    name = "lawgov.meetings"
    verbose_name = "会议"
