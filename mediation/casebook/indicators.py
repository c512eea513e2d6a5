"""What the casebook and the civic issues count."""

from django.db.models import DateField, Value
from django.db.models.functions import Cast

from reporting.indicators import Column, Count, Stock, register
from reporting.sources import Parts, events

from .choices import TOPIC, Form, Output
from .models import Edition

PRINTED = Parts(
    "调解案例汇编",
    Edition,
    (
        Column("on", "成册日期", lambda row: row.printed_on),
        Column("number", "编号", lambda row: row.case.number),
        Column("title", "名称", str),
        Column("unit", "单位", lambda row: row.case.unit),
        Column("copies", "印数", lambda row: row.copies),
    ),
    always={"form": Form.BOOK, "printed_on__isnull": False},
    kinds=("edition",),
    on="printed_on",
    until="for_ever",  # what was printed stays printed
    derived={"for_ever": Cast(Value(None), DateField())},
)
ISSUES = events("civic_issue", "民生议题办理记录", type=TOPIC)

INDICATORS = register(
    Stock(
        "dispute.casebook_editions",
        "调解案例汇编版次",
        "版",
        PRINTED,
        "至期末已经成册的调解案例汇编，含使用本平台以前印出而补登的；展板不计。",
        basis="成册日期",
    ),
    Count(
        "civic.pacts",
        "民生议题形成公约数",
        "份",
        ISSUES,
        "经研讨、草拟、公示而生效的小区公约。",
        basis="生效日期",
        step="take_effect",
        facet=Output.PACT,
    ),
    Count(
        "civic.opinions",
        "民生议题法律意见书数",
        "份",
        ISSUES,
        "研讨后由律师出具的法律意见书。",
        basis="出具日期",
        step="issue",
        facet=Output.OPINION,
    ),
)
