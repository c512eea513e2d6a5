"""How long a certificate may stay out, and a person in a sensitive post, where no law says so."""

from django.conf import settings

from lawgov.parameters.known import Parameter

RECALL = Parameter(
    "officer.recall_days", "收回执法证期限", settings.OFFICER_RECALL_DAYS, "个工作日", 1, 30
)
RENEW = Parameter(
    "officer.renew_days", "执法证到期前换证提前量", settings.OFFICER_RENEW_DAYS, "日", 1, 180
)
SENSITIVE = Parameter(
    "officer.sensitive_years", "关键敏感岗位任职上限", settings.OFFICER_SENSITIVE_YEARS, "年", 1, 10
)
