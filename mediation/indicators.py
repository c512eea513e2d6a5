"""What mediation counts. A dispute counts in the period of the named step, not by its state."""

from lawgov.people.models import MediatorKind
from lawgov.privacy.masks import mask_text
from reporting.indicators import Column, Count, Distinct, Quotient, Sum, register
from reporting.sources import Parts, events

from . import models
from .choices import CHANNEL, DISPUTE_TYPE, Course
from .states import ENDING, SETTLING

DISPUTES = events("dispute", "矛盾纠纷办理记录", type=DISPUTE_TYPE, channel=CHANNEL)
COURSES = Parts(
    "首选途径",
    models.Course,
    (
        Column("on", "日期", lambda row: row.on),
        Column("number", "编号", lambda row: row.case.number),
        Column("title", "名称", lambda row: mask_text(row.case.title)),
        Column("unit", "单位", lambda row: row.case.unit),
        Column("course", "首选途径", lambda row: row.get_course_display()),
    ),
    always={"first": True},
    kinds=("dispute",),
)
FIRST_CHOSEN = "首次选择途径的日期"
ENDED = "达成协议、调解不成、撤回或转送的日期"

INDICATORS = register(
    Distinct(
        "dispute.handled",
        "调处矛盾纠纷数",
        "起",
        DISPUTES,
        "处理终结的纠纷，不论结果：达成协议、调解不成、撤回、转送；不予受理的不计。",
        basis=ENDED,
        of="case",
        step=ENDING,
    ),
    Distinct(
        "dispute.mediated",
        "成功调解（化解）矛盾纠纷数",
        "件",
        DISPUTES,
        "达成书面或口头调解协议的纠纷，同年再次达成的计一件；以后是否履行、归档不影响计数。",
        basis="达成协议日期",
        of="case",
        step=SETTLING,
    ),
    Sum(
        "dispute.amount",
        "调处纠纷涉及标的金额",
        "元",
        DISPUTES,
        "处理终结的纠纷在终结时的标的金额之和。",
        basis=ENDED,
        of="amount",
        per=100,
        step=ENDING,
    ),
    Distinct(
        "dispute.lawyer_assigned",
        "委派青年律师调解员纠纷数",
        "宗",
        DISPUTES,
        "分派给青年律师调解员的纠纷，多次分派的计一宗，记在期内首次分派之日。",
        basis="分派日期",
        of="case",
        step="assign",
        facet=MediatorKind.YOUNG_LAWYER,
    ),
    Distinct(
        "dispute.lawyer_closed",
        "青年律师调解员办结纠纷数",
        "宗",
        DISPUTES,
        "由青年律师调解员承办而处理终结的纠纷，不论结果。",
        basis=ENDED,
        of="case",
        step=ENDING,
        facet=MediatorKind.YOUNG_LAWYER,
    ),
    Quotient(
        "dispute.first_choice_rate",
        "首选非诉途径比例",
        "登记了首选途径的纠纷中，首选人民调解、行政调解、仲裁或公证的比例；以后改选途径不影响。",
        part=Count(
            "dispute.first_choice_out_of_court",
            "首选非诉途径纠纷数",
            "件",
            COURSES,
            "首选途径不是诉讼的纠纷。",
            basis=FIRST_CHOSEN,
            course=tuple(each.value for each in Course if each != Course.LITIGATION),
        ),
        whole=Count(
            "dispute.first_choice",
            "登记首选途径纠纷数",
            "件",
            COURSES,
            "登记了首选途径的纠纷。",
            basis=FIRST_CHOSEN,
        ),
        basis=FIRST_CHOSEN,
    ),
)
