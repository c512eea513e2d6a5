"""Limits of the house that hold for every kind of case."""

from django.conf import settings

from lawgov.parameters.known import Parameter

BACKDATED = Parameter(
    "casework.backdated_days", "补登期限", settings.BACKDATED_DAYS, "日", least=0, most=3660
)
NEAR = Parameter(
    "casework.near_days", "临期提醒", settings.NEAR_DAYS, "个工作日", least=1, most=30,
    everywhere=True,
)  # fmt: skip
