"""What penalty cases count: each in the period of the named step, whatever became of it later."""

from enforcement.standards.choices import OBJECT
from lawgov.casework.models import Event
from lawgov.casework.web.pages import address
from lawgov.privacy.masks import mask_text
from reporting.indicators import Column, Count, Source, Sum, register

from .choices import Course

CASES = Source(
    "处罚案件办理记录",
    Event,
    (
        Column("on", "日期", lambda event: event.on),
        Column("number", "编号", lambda event: event.case.number),
        Column("title", "案由", lambda event: mask_text(event.case.title)),
        Column("unit", "单位", lambda event: event.unit),
        Column("step", "环节", lambda event: event.label),
        Column("type", "执法对象", lambda event: OBJECT.on(event.on).get(event.type, "")),
        Column("facet", "程序", lambda event: dict(Course.choices).get(event.facet, "")),
        Column("amount", "对象数量", lambda event: event.amount),
    ),
    always={"kind": "penalty"},
    kinds=("penalty",),
    at="at",
    labels={"type": OBJECT},
    related=("case",),
    opens=lambda event: address(event.case),
)
PUNISHING = ("decide", "decide_on_spot")
DECIDED = "处罚决定日期"

INDICATORS = register(
    Sum(
        "enforcement.vehicles_filed",
        "立案处罚车辆数",
        "台",
        CASES,
        "作出行政处罚决定的案件中，执法对象为车辆的车辆数之和；不予处罚、撤案、移送的不计。",
        basis=DECIDED,
        of="amount",
        step=PUNISHING,
        type="vehicle",
    ),
    Count(
        "enforcement.simple_recorded",
        "简易案件备案数",
        "件",
        CASES,
        "核对后予以备案的简易程序案件。",
        basis="备案日期",
        step="confirm_record",
    ),
)
