"""How long an owner has to answer when urged."""

from django.conf import settings

from lawgov.parameters.known import Parameter

URGE_DAYS = Parameter("task.urge_days", "督办答复期限", settings.TASK_URGE_DAYS, "个工作日", 1, 15)
