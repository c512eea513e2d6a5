"""How long each stage of legal service may take, where no law fixes it."""

from django.conf import settings

from lawgov.parameters.known import Parameter

MINUTES = Parameter(
    "legalservice.minutes", "预约咨询每次时长", settings.LEGALSERVICE_MINUTES, "分钟", 5, 240
)
CONFIRM = Parameter(
    "legalservice.confirm_days",
    "预约确认期限",
    settings.LEGALSERVICE_CONFIRM_DAYS,
    "个工作日",
    1,
    5,
)
ANSWER = Parameter(
    "legalservice.answer_days", "咨询答复期限", settings.LEGALSERVICE_ANSWER_DAYS, "个工作日", 1, 15
)
FEEDBACK = Parameter(
    "legalservice.feedback_days", "走访需求反馈期限", settings.LEGALSERVICE_FEEDBACK_DAYS,
    "个工作日", 1, 60,
)  # fmt: skip
AID_CHECK = Parameter(
    "aid.check_days", "援助申请初审期限", settings.AID_CHECK_DAYS, "个工作日", 1, 7
)
AID_SUPPLEMENT = Parameter(
    "aid.supplement_days", "援助材料补充期限", settings.AID_SUPPLEMENT_DAYS, "日", 1, 30
)
