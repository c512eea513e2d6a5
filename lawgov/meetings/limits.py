"""How long the minutes of a meeting may take."""

from django.conf import settings

from lawgov.parameters.known import Parameter

MINUTES = Parameter(
    "meeting.minutes_days", "形成纪要期限", settings.MEETING_MINUTES_DAYS, "个工作日", 1, 30
)
