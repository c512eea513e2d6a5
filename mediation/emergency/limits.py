"""By when an incident is summed up."""

from django.conf import settings

from lawgov.parameters.known import Parameter

SUM_UP = Parameter(
    "incident.sum_up_days", "突发事件总结期限", settings.INCIDENT_SUM_UP_DAYS, "日", 1, 90
)
