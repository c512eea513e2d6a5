"""How long a review may take, where no law fixes it."""

from django.conf import settings

from lawgov.parameters.known import Parameter

CHECK_DAYS = Parameter(
    "review.check_days", "法制审核形式审查期限", settings.REVIEW_CHECK_DAYS, "个工作日", 1, 10
)
REVIEW_DAYS = Parameter("review.days", "法制审核期限", settings.REVIEW_DAYS, "个工作日", 1, 30)
SUPPLY_DAYS = Parameter(
    "review.supply_days", "送审材料补正期限", settings.REVIEW_SUPPLY_DAYS, "个工作日", 1, 30
)
MEMBERS = Parameter(
    "review.risk_members", "风险评估会最少人数", settings.REVIEW_RISK_MEMBERS, "人", 2, 15
)
