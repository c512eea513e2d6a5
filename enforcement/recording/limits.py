"""Limits of the full-process record that local rules set, each another way."""

from django.conf import settings

from lawgov.parameters.known import Parameter

SOURCE = "国办发〔2018〕118号"
IN_VIEW = Parameter(
    "recording.in_view", "音像记录入镜执法人员", settings.RECORDING_IN_VIEW, "人", 1, 10,
    basis="《行政处罚法》第四十二条",
)  # fmt: skip
UPLOAD = Parameter(
    "recording.upload_days", "执法记录归档期限", settings.RECORDING_UPLOAD_DAYS, "日", 0, 30,
    basis=SOURCE,
)  # fmt: skip
MEND = Parameter(
    "recording.mend_days", "执法记录整改期限", settings.RECORDING_MEND_DAYS, "日", 1, 90
)
KEEP = Parameter(
    "recording.keep_days", "音像记录保存期限", settings.RECORDING_KEEP_DAYS, "日", 180, 36500,
    basis=SOURCE,
)  # fmt: skip
