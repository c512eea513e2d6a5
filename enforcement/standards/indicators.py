"""What the standards count: tags and powers in force on a day."""

from reporting.indicators import Column, Source, Stock, register

from .choices import PowerKind
from .models import PatrolTag, PowerItem

SPAN = (
    Column("unit", "单位", lambda row: row.unit),
    Column("since", "施行日期", lambda row: row.since),
    Column("until", "停用日期", lambda row: row.until),
)
TAGS = Source(
    "分类标签",
    PatrolTag,
    (
        Column("code", "代码", lambda row: row.code),
        Column("name", "标签名称", lambda row: row.name),
        *SPAN,
    ),
    on="since",
    until="until",
)
POWERS = Source(
    "权责清单",
    PowerItem,
    (
        Column("code", "代码", lambda row: row.code),
        Column("name", "事项名称", lambda row: row.name),
        *SPAN,
    ),
    on="since",
    until="until",
)

INDICATORS = register(
    Stock(
        "platform.tags",
        "管理平台分类标签数",
        "个",
        TAGS,
        "期末本单位自有、在用的分类标签，各级标签都计；沿用上级标签树的不计。",
        basis="施行、停用日期",
    ),
    Stock(
        "enforcement.powers",
        "行政处罚权责事项数",
        "项",
        POWERS,
        "期末本单位自有、在用的行政处罚事项；沿用上级清单的不计。",
        basis="施行、停用日期",
        kind=PowerKind.PENALTY,
    ),
)
