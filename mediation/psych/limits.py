"""How often key persons are visited, by grade, and when a crisis and a counselling are followed."""

from django.conf import settings

from lawgov.parameters.known import Parameter

from .choices import Grade

VISIT = {
    Grade.HIGH: Parameter(
        "keyperson.high_days", "一级重点人员走访间隔", settings.KEYPERSON_HIGH_DAYS, "日", 1, 90
    ),
    Grade.MEDIUM: Parameter(
        "keyperson.medium_days",
        "二级重点人员走访间隔",
        settings.KEYPERSON_MEDIUM_DAYS,
        "日",
        1,
        180,
    ),
    Grade.LOW: Parameter(
        "keyperson.low_days", "三级重点人员走访间隔", settings.KEYPERSON_LOW_DAYS, "日", 1, 366
    ),
}
ASSESS = Parameter(
    "psych.assess_days", "心理评估期限", settings.PSYCH_ASSESS_DAYS, "个工作日", 1, 15
)
FOLLOW = Parameter(
    "psych.follow_days", "心理服务回访期限", settings.PSYCH_FOLLOW_DAYS, "日", 1, 180
)
