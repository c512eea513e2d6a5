"""What legal reviews count: those concluded, and the risk meetings with their legal opinions."""

from lawgov.casework.models import Event
from lawgov.casework.web.pages import address
from lawgov.privacy.masks import mask_text
from reporting.indicators import Column, Count, Distinct, Source, register

from .choices import Type
from .procedure import CONCLUDING

REVIEWED = Source(
    "法制审核办理记录",
    Event,
    (
        Column("on", "日期", lambda event: event.on),
        Column("number", "编号", lambda event: event.case.number),
        Column("title", "名称", lambda event: mask_text(event.case.title)),
        Column("unit", "单位", lambda event: event.unit),
        Column("type", "审核类型", lambda event: str(Type(event.type).label)),
        Column("step", "环节", lambda event: event.label),
    ),
    always={"kind": "review"},
    kinds=("review",),
    at="at",
    related=("case",),
    opens=lambda event: address(event.case),
)

INDICATORS = register(
    Distinct(
        "review.enforcement_major",
        "重大执法决定法制审核数",
        "件",
        REVIEWED,
        "审核终结的重大执法决定：出具同意意见，或者意见被采纳、不再送审；"
        "几轮审核计一件，撤回的不计。",
        basis="出具同意意见、采纳意见的日期",
        of="case",
        step=CONCLUDING,
        type=Type.ENFORCEMENT,
    ),
    Count(
        "review.risk_meetings",
        "疑难案件风险评估会次数",
        "次",
        REVIEWED,
        "召开的疑难案件履职风险评估会，每次形成处置方案和一份编号的法律意见书。",
        basis="评估日期",
        step="weigh_risk",
    ),
)
