"""What meetings count: those held, and who of the judicial office sat in on them."""

from lawgov.casework.models import Event
from lawgov.casework.web.pages import address
from lawgov.people.models import Role
from lawgov.privacy.masks import mask_text
from reporting.indicators import Column, Count, Distinct, Source, register
from reporting.sources import Parts

from .choices import Capacity, Type
from .models import Attendee, Decision

HELD = Source(
    "会议召开记录",
    Event,
    (
        Column("on", "日期", lambda event: event.on),
        Column("number", "编号", lambda event: event.case.number),
        Column("title", "名称", lambda event: mask_text(event.case.title)),
        Column("unit", "单位", lambda event: event.unit),
        Column("type", "类型", lambda event: str(Type(event.type).label)),
    ),
    always={"kind": "meeting", "step": "hold"},
    kinds=("meeting",),
    at="at",
    related=("case",),
    opens=lambda event: address(event.case),
)
ATTENDANCE = Source(
    "会议参会记录",
    Attendee,
    (
        Column("on", "日期", lambda row: row.case.meeting.held_on),
        Column("number", "编号", lambda row: row.case.number),
        Column("title", "名称", lambda row: mask_text(row.case.title)),
        Column("unit", "单位", lambda row: row.case.unit),
        Column("name", "参会人员", lambda row: row.name),
    ),
    unit="case__unit",
    on="case__meeting__held_on",
    related=("case", "case__meeting"),
    opens=lambda row: address(row.case),
)
SETTLED = Parts(
    "会议交办事项办结记录",
    Decision,
    (
        Column("on", "办结日期", lambda row: row.task.closed_on),
        Column("number", "会议编号", lambda row: row.case.number),
        Column("title", "会议名称", lambda row: mask_text(row.case.title)),
        Column("unit", "单位", lambda row: row.case.unit),
        Column("text", "决定事项", lambda row: mask_text(row.text)),
    ),
    always={"void": False, "task__state": "done"},
    kinds=("meeting",),
    on="task__closed_on",
    related=("case", "task"),
)

INDICATORS = register(
    Count(
        "decision.committee_meetings",
        "党工委会议次数",
        "次",
        HELD,
        "召开的党工委会议。",
        basis="召开日期",
        type=Type.COMMITTEE,
    ),
    Distinct(
        "decision.justice_attendance",
        "司法所负责人列席会议次数",
        "次",
        ATTENDANCE,
        "司法所人员列席的主任办公会，一次会议计一次；请假缺席的不计。",
        basis="召开日期",
        of="case",
        case__meeting__type=Type.OFFICE,
        capacity=Capacity.OBSERVER,
        role=Role.JUSTICE,
    ),
    Count(
        "meeting.petition_joint",
        "信访联席会议次数",
        "次",
        HELD,
        "召开的信访联席会议。",
        basis="召开日期",
        type=Type.PETITION,
    ),
    Count(
        "meeting.petition_settled",
        "信访联席会议交办办结事项数",
        "项",
        SETTLED,
        "信访联席会议交办、已确认办结的事项。",
        basis="办结日期",
        case__meeting__type=Type.PETITION,
    ),
)
