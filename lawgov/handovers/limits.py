"""How long an agency and the office may take over a referral, where no law fixes it."""

from django.conf import settings

from lawgov.parameters.known import Parameter

REPLY = Parameter(
    "handover.reply_days", "机构移送答复期限", settings.HANDOVER_REPLY_DAYS, "个工作日", 1, 15
)
FEED_BACK = Parameter(
    "handover.feedback_days", "机构移送反馈期限", settings.HANDOVER_FEEDBACK_DAYS, "日", 1, 180
)
