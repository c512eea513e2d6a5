"""How long a story waits for its review, and how long a draft pact hangs out."""

from django.conf import settings

from lawgov.parameters.known import Parameter

REVIEW_DAYS = Parameter(
    "casebook.review_days", "调解案例审稿期限", settings.CASEBOOK_REVIEW_DAYS, "个工作日", 1, 60
)
PUBLICITY_DAYS = Parameter(
    "casebook.publicity_days", "公约公示期限", settings.CASEBOOK_PUBLICITY_DAYS, "日", 1, 60
)
