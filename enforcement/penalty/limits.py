"""How long a stage of a penalty case may take, where no law fixes it."""

from django.conf import settings

from lawgov.parameters.known import Parameter

FILE = Parameter(
    "enforcement.file_days", "立案期限", settings.ENFORCEMENT_FILE_DAYS, "个工作日", 1, 30,
    basis="《行政处罚法》第五十四条（及时立案）",
)  # fmt: skip
RECORD = Parameter(
    "enforcement.record_days", "简易案件提请备案期限", settings.ENFORCEMENT_RECORD_DAYS,
    "个工作日", 1, 30, basis="《行政处罚法》第五十二条",
)  # fmt: skip
