"""How often a mediator is appraised; what a case is subsidised with, and when a batch looks odd."""

from django.conf import settings

from lawgov.parameters.known import Parameter

from .choices import Outcome

APPRAISE = Parameter(
    "mediator.appraise_days", "调解员考核间隔", settings.MEDIATOR_APPRAISE_DAYS, "日", 90, 730
)
STANDARD = {
    Outcome.WRITTEN: Parameter(
        "subsidy.written", "以案定补标准（书面协议）", settings.SUBSIDY_WRITTEN, "元", 0, 5000
    ),
    Outcome.ORAL: Parameter(
        "subsidy.oral", "以案定补标准（口头协议）", settings.SUBSIDY_ORAL, "元", 0, 5000
    ),
    Outcome.FAILED: Parameter(
        "subsidy.failed", "以案定补标准（调解不成）", settings.SUBSIDY_FAILED, "元", 0, 5000
    ),
}
SAMPLE = Parameter(
    "subsidy.sample_percent", "以案定补抽查回访比例", settings.SUBSIDY_SAMPLE_PERCENT, "%", 1, 100
)
SAME_DAY = Parameter(
    "subsidy.same_day", "同日成批结案起查数", settings.SUBSIDY_SAME_DAY, "件", 2, 100
)
ALL_SUCCESS = Parameter(
    "subsidy.all_success", "全部成功起查数", settings.SUBSIDY_ALL_SUCCESS, "件", 2, 1000
)
ONE_SOURCE = Parameter(
    "subsidy.one_source_percent", "单一单位占比起查", settings.SUBSIDY_ONE_SOURCE_PERCENT, "%",
    10, 100,
)  # fmt: skip
