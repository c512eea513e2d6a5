"""What the register of organisations counts: bodies in force on a day, by kind."""

from reporting.indicators import Column, Held, Source, Stock, register

from .models import Kind, Organisation

ORGANISATIONS = Source(
    "机构名录",
    Organisation,
    (
        Column("name", "名称", lambda body: body.name),
        Column("kind", "类别", lambda body: body.get_kind_display()),
        Column("unit", "所在单位", lambda body: body.unit),
        Column("since", "设立日期", lambda body: body.since),
        Column("until", "撤销日期", lambda body: body.until),
        Column("area", "场地面积（平方米）", lambda body: body.area),
    ),
    on="since",
    until="until",
)
BASIS = "设立、撤销日期"

INDICATORS = register(
    Stock(
        "org.mediation_platforms",
        "矛调分平台数",
        "个",
        ORGANISATIONS,
        "期末在用的街镇矛盾纠纷调处化解分平台。",
        basis=BASIS,
        kind=Kind.MEDIATION_PLATFORM,
    ),
    Stock(
        "org.mediation_stations",
        "矛调工作站数",
        "个",
        ORGANISATIONS,
        "期末在用的社区矛盾纠纷调处化解工作站。",
        basis=BASIS,
        kind=Kind.MEDIATION_STATION,
    ),
    Stock(
        "org.mediation_groups",
        "矛调工作组数",
        "个",
        ORGANISATIONS,
        "期末在用的网格矛盾纠纷排查化解工作组。",
        basis=BASIS,
        kind=Kind.MEDIATION_GROUP,
    ),
    Held(
        "org.platform_area",
        "矛调分平台场地面积",
        "平方米",
        ORGANISATIONS,
        "期末在用的街镇矛盾纠纷调处化解分平台的场地面积之和。",
        basis=BASIS,
        of="area",
        kind=Kind.MEDIATION_PLATFORM,
    ),
    Stock(
        "org.law_groups",
        "法治建设委员会专项小组数",
        "个",
        ORGANISATIONS,
        "期末在用、隶属于委员会的专项小组。",
        basis=BASIS,
        kind=Kind.SPECIAL_GROUP,
        above__kind=Kind.COMMITTEE,
    ),
)
