"""How long what is found may wait, where no law fixes it."""

from django.conf import settings

from lawgov.parameters.known import Parameter

GRADE = Parameter(
    "finding.grade_days", "线索定级期限", settings.FINDING_GRADE_DAYS, "个工作日", 1, 10
)
VERIFY = Parameter(
    "finding.verify_days", "线索核查期限", settings.FINDING_VERIFY_DAYS, "个工作日", 1, 60
)
REPEAT = Parameter(
    "finding.repeat_days", "再次违法的认定期间", settings.FINDING_REPEAT_DAYS, "日", 0, 1095
)
DISPATCH = Parameter(
    "finding.dispatch_days", "派单期限", settings.FINDING_DISPATCH_DAYS, "个工作日", 1, 5
)
HANDLE = Parameter(
    "finding.handle_days", "处置期限", settings.FINDING_HANDLE_DAYS, "个工作日", 1, 30
)
CHECK = Parameter("finding.check_days", "核查期限", settings.FINDING_CHECK_DAYS, "个工作日", 1, 10)
MAJOR_HAZARD = Parameter(
    "hazard.major_days", "重大隐患整改最长期限", settings.HAZARD_MAJOR_DAYS, "日", 1, 365
)
RECHECK_HAZARD = Parameter(
    "hazard.recheck_days", "隐患复查期限", settings.HAZARD_RECHECK_DAYS, "个工作日", 1, 30
)
