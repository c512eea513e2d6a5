"""What the tree of units counts: its members in force on a day."""

from django.urls import reverse

from reporting.indicators import Column, Source, Stock, register

from .models import Unit
from .scope import Level

TREE = Source(
    "区划单位",
    Unit,
    (
        Column("code", "代码", lambda unit: unit.code),
        Column("name", "名称", lambda unit: unit.name),
        Column("level", "层级", lambda unit: unit.get_level_display()),
        Column("since", "启用日期", lambda unit: unit.since),
        Column("until", "停用日期", lambda unit: unit.until),
    ),
    unit="code",
    on="since",
    until="until",
    opens=lambda unit: reverse("unit", args=[unit.code]),
    kept=True,  # a tree without a level below has none of it
)

INDICATORS = register(
    Stock(
        "org.communities",
        "社区居委会数",
        "个",
        TREE,
        "期末在用的社区（居委会、居民区）。",
        basis="启用、停用日期",
        level=Level.COMMUNITY,
    ),
    Stock(
        "org.grids",
        "工作网格数",
        "个",
        TREE,
        "期末在用的网格。",
        basis="启用、停用日期",
        level=Level.GRID,
    ),
)
