"""What follows an agreement: 履行, 回访, 司法确认, 归档."""

from lawgov.casework.facts import (
    Choice,
    Day,
    Flag,
    LongText,
    Text,
)
from lawgov.casework.procedure import Clock, Step
from lawgov.handovers.referring import ALL_ANSWERED, FED_BACK

from . import limits
from .choices import (
    Performance,
    Retention,
    Satisfaction,
)
from .rules import following as rules
from .rules.law import MEDIATION_LAW
from .rules.standing import POLICE_TOLD
from .states import ALL, OFFICE, SETTLED

STEPS = {
    "confirm": Step(
        "申请司法确认", SETTLED, "", OFFICE,
        {
            "on": Day("申请日期"),
            "court": Text("受理法院", most=100),
            "jointly": Flag("双方当事人共同申请"),
        },
        (rules.JOINTLY, rules.CONFIRM_IN_TIME),
        sets=lambda case, facts: {"confirmed_on": facts["on"]},
        fits=lambda case: case.detail.confirmed_on is None,
    ),
    "perform": Step(
        "履行完毕", ("agreed", "breached", "revisited"), "performed", OFFICE,
        {"on": Day("履行完毕日期"), "note": Text("履行凭证说明", required=False)}, style="primary",
    ),
    "breach": Step(
        "登记未履行", ("agreed", "revisited"), "breached", OFFICE,
        {
            "on": Day("日期"),
            "performance": Choice("履行情况", choices=Performance),
            "urged": LongText("督促情况及告知的途径"),
        },
    ),
    "revisit": Step(
        "回访", SETTLED, "revisited", ALL,
        {
            "on": Day("回访日期"),
            "performance": Choice("履行情况", choices=Performance),
            "satisfaction": Choice("满意度", choices=Satisfaction),
            "situation": LongText("回访情况", required=False),
        },
        part="visits",
    ),
    "archive": Step(
        "归档", ("revisited", "failed", "rejected", "withdrawn", "referred"), "archived", OFFICE,
        {"retention": Choice("保管期限", choices=Retention)},
        (POLICE_TOLD, ALL_ANSWERED, FED_BACK),
    ),
}  # fmt: skip
CLOCKS = (
    Clock(
        "回访", limits.REVISIT, "平台办理规则", ("perform", "breach"),
        ("revisit",),
    ),
    Clock(
        "司法确认", rules.CONFIRM_DAYS, f"{MEDIATION_LAW}第三十三条", ("agree_written",),
        ("confirm",), window=True, told_day="effective_on",
    ),
)  # fmt: skip
