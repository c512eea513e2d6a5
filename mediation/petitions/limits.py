"""How petitions are timed where no law fixes it, and on which day leaders receive."""

from django.conf import settings

from lawgov.parameters.known import Parameter

WEEKDAY = Parameter(
    "petition.reception_weekday", "街道主要领导接访日", settings.PETITION_RECEPTION_WEEKDAY,
    "（1为周一，7为周日）", 1, 7,
)  # fmt: skip
REVISIT = Parameter(
    "petition.revisit_days", "信访回访期限", settings.PETITION_REVISIT_DAYS, "日", 1, 180
)
# 信访工作条例 fixes these; they are no settings.
TELL, OBJECT, HANDLE, EXTEND, ASK, DECIDE = 15, 5, 60, 30, 30, 30
REPRESENTATIVES = 5
