"""How long a report by code may wait, at each stage and by its colour."""

from django.conf import settings

from lawgov.parameters.known import Parameter

GRADE = Parameter(
    "doors.grade_days", "扫码上报定级期限", settings.DOORS_GRADE_DAYS, "个工作日", 1, 10
)
GREEN = Parameter(
    "doors.green_days", "绿色上报答复期限", settings.DOORS_GREEN_DAYS, "个工作日", 1, 30
)
YELLOW = Parameter(
    "doors.yellow_days", "黄色上报答复期限", settings.DOORS_YELLOW_DAYS, "个工作日", 1, 30
)
RED = Parameter("doors.red_days", "红色上报答复期限", settings.DOORS_RED_DAYS, "个工作日", 1, 30)
RATE = Parameter("doors.rate_days", "上报人评价期限", settings.DOORS_RATE_DAYS, "日", 1, 90)
