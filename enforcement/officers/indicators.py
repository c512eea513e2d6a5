"""What the officers' files count: who came and went, what became of certificates, rotations."""

from lawgov.casework.web.pages import address
from reporting.indicators import Column, Count, Quotient, Source, Stock, register
from reporting.sources import events

from .choices import COUNTED, NEWCOMERS, Duty, LeaveReason
from .models import Officer

FILES = events("officer", "执法人员档案")
OFFICERS = Source(
    "执法人员名册",
    Officer,
    (
        Column("name", "姓名", lambda row: row.case.title),
        Column("duty", "岗位类别", lambda row: row.get_duty_display()),
        Column("unit", "单位", lambda row: row.case.unit),
        Column("since", "到岗日期", lambda row: row.since),
        Column("left_on", "离岗日期", lambda row: row.left_on),
    ),
    kinds=("officer",),
    unit="case__unit",
    on="since",
    until="left_on",
    related=("case",),
    opens=lambda row: address(row.case),
)
IN_POST = Stock(
    "officer.in_post",
    "在岗执法人员数",
    "人",
    OFFICERS,
    "期末在岗的执法、管理和法制审核人员；执法辅助人员不计。",
    basis="到岗、离岗日期",
    duty=COUNTED,
)
REVIEWERS = Stock(
    "officer.reviewers",
    "法制审核人员数",
    "人",
    OFFICERS,
    "期末在岗、岗位类别为法制审核的人员。",
    basis="到岗、离岗日期",
    duty=Duty.REVIEWER,
)

INDICATORS = register(
    Count(
        "officer.added",
        "新增执法人员数",
        "人",
        FILES,
        "新录用、调入、转隶而登记的执法人员；为原有人员补建的档案和执法辅助人员不计。",
        basis="登记日期",
        step="enrol",
        channel=NEWCOMERS,
        type=COUNTED,
    ),
    Count(
        "officer.transferred",
        "调离执法人员数",
        "人",
        FILES,
        "调离的执法人员；退休、辞职等其他离岗和执法辅助人员不计。",
        basis="离岗日期",
        step="leave",
        facet=LeaveReason.TRANSFERRED,
        type=COUNTED,
    ),
    Count(
        "officer.certs_cancelled",
        "注销执法证数",
        "张",
        FILES,
        "注销的执法证；更换、到期而未注销的不计。",
        basis="注销日期",
        step="cancel_certificate",
    ),
    Count(
        "officer.loss_notices",
        "执法证遗失公告数",
        "次",
        FILES,
        "发布的执法证遗失公告。",
        basis="公告日期",
        step="report_loss",
    ),
    Count(
        "officer.rotations",
        "轮岗人次",
        "人次",
        FILES,
        "执法人员由一个岗位轮换到另一个岗位，一次计一人次。",
        basis="轮岗日期",
        step="rotate",
    ),
    Count(
        "officer.trainings",
        "执法培训人次",
        "人次",
        FILES,
        "登记的执法培训，一人参加一次计一人次；列入计划而尚未登记的不计。",
        basis="登记日期",
        step=("train", "assess"),
    ),
    IN_POST,
    REVIEWERS,
    Quotient(
        "review.staff_ratio",
        "法制审核人员配比",
        "法制审核人员数 ÷ 在岗执法人员数；没有在岗执法人员时不显示。原则上不低于 5%。",
        part=REVIEWERS,
        whole=IN_POST,
        basis="到岗、离岗日期",
    ),
)
