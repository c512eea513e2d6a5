"""How long each stage of a dispute may take, where no law fixes it."""

from django.conf import settings

from lawgov.parameters.known import Parameter

ACCEPT = Parameter(
    "mediation.accept_days", "受理审查期限", settings.MEDIATION_ACCEPT_DAYS, "个工作日", 1, 30
)
MEDIATE = Parameter(
    "mediation.days", "调解期限", settings.MEDIATION_DAYS, "日", 7, 180,
    basis="《人民调解工作若干规定》第三十三条（一般一个月）",
)  # fmt: skip
OFFER = Parameter(
    "mediation.offer_days", "移交接收期限", settings.MEDIATION_OFFER_DAYS, "个工作日", 1, 15
)
TAKE_ON = Parameter(
    "mediation.take_on_days", "接受委派期限", settings.MEDIATION_TAKE_ON_DAYS, "个工作日", 1, 15
)
RECUSAL = Parameter(
    "mediation.recusal_days", "决定回避期限", settings.MEDIATION_RECUSAL_DAYS, "个工作日", 1, 15
)
REVISIT = Parameter(
    "mediation.revisit_days", "回访期限", settings.MEDIATION_REVISIT_DAYS, "日", 1, 90
)
REPEAT = Parameter(
    "mediation.repeat_days", "登记时核对重复的范围", settings.MEDIATION_REPEAT_DAYS, "日", 1, 730
)
CROWD = Parameter(
    "mediation.crowd_points", "涉及人数每过一档（5、10、30、100人）的分值",
    settings.MEDIATION_CROWD_POINTS, "分", 0, 10,
)  # fmt: skip
YELLOW = Parameter(
    "mediation.yellow_score", "黄色起分", settings.MEDIATION_YELLOW_SCORE, "分", 1, 100
)
RED = Parameter("mediation.red_score", "红色起分", settings.MEDIATION_RED_SCORE, "分", 1, 100)
YELLOW_DAYS = Parameter(
    "mediation.yellow_days", "黄色纠纷化解期限", settings.MEDIATION_YELLOW_DAYS, "日", 1, 90
)
RED_DAYS = Parameter(
    "mediation.red_days", "红色纠纷化解期限", settings.MEDIATION_RED_DAYS, "日", 1, 90
)
YELLOW_LEVEL = Parameter(
    "mediation.yellow_level", "黄色纠纷牵头层级（1网格、2社区、3街镇）",
    settings.MEDIATION_YELLOW_LEVEL, "级", 1, 3,
)  # fmt: skip
RED_LEVEL = Parameter(
    "mediation.red_level", "红色纠纷牵头层级（1网格、2社区、3街镇）",
    settings.MEDIATION_RED_LEVEL, "级", 1, 3,
)  # fmt: skip
REVISIT_AGAIN = Parameter(
    "mediation.revisit_again_days", "重大复杂纠纷再次回访期限",
    settings.MEDIATION_REVISIT_AGAIN_DAYS, "日", 30, 365,
)  # fmt: skip
