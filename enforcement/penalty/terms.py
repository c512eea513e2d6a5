"""How long each stage after the investigation may take, where the law leaves it to be set."""

from django.conf import settings

from lawgov.parameters.known import Parameter

PUBLIC_DAYS = 7  # working days, 国办发〔2018〕118号
DECIDE = Parameter(
    "penalty.decide_days", "处罚办案期限", settings.PENALTY_DECIDE_DAYS, "日", 15, 180,
    basis="《行政处罚法》第六十条（法律、法规、规章另有规定的从其规定）",
)  # fmt: skip
DEFENCE = Parameter(
    "penalty.defence_days", "陈述申辩期限", settings.PENALTY_DEFENCE_DAYS, "个工作日", 3, 15,
    basis="《行政处罚法》第四十四、四十五条（期限由告知书载明）",
)  # fmt: skip
CLOSE = Parameter(
    "penalty.close_days", "处罚结案期限", settings.PENALTY_CLOSE_DAYS, "个工作日", 3, 60
)
ARCHIVE = Parameter(
    "penalty.archive_days", "处罚案卷归档期限", settings.PENALTY_ARCHIVE_DAYS, "日", 7, 180
)

HEARING_ASKED_DAYS = 5  # working days, 行政处罚法第六十四条第一项
HEARING_NOTICE_DAYS = 7  # working days, 第六十四条第二项
SERVE_DAYS = 7  # working days, 第六十一条
PAY_DAYS = 15  # calendar days, 第六十七条
DEMAND_DAYS = 10  # working days, 行政强制法第五十四条
REMEDY_MONTHS = 6  # 行政诉讼法第四十六条: the longer of the two remedies
COURT_MONTHS = 3  # 行政强制法第五十三条
SUE_DAYS = 15  # after a reconsideration, 行政诉讼法第四十五条
NOTICE_SERVED_DAYS = 30  # 公告送达, 民事诉讼法第九十五条
