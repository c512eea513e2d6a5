"""How long a file may take to be put right, and until when a year is counted."""

from django.conf import settings

from lawgov.parameters.known import Parameter

MEND_DAYS = Parameter(
    "casefile.mend_days", "案卷整改期限", settings.CASEFILE_MEND_DAYS, "个工作日", 1, 60
)
# Some places close the year's return before its end; the law names only the day of publication.
RETURN_UNTIL = Parameter(
    "enforcement.return_until", "执法统计年报截止日（12月）",
    settings.ENFORCEMENT_RETURN_UNTIL, "日", 1, 31,
)  # fmt: skip
