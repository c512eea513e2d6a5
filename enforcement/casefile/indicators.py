"""The yearly enforcement return, counted by the day of the decision, and the checks of files."""

from datetime import date

from django.db.models import Case as Choose
from django.db.models import CharField, F, Q, Value, When

from enforcement.penalty.choices import Course, MeasureKind, Outcome, RemedyKind, RemedyResult
from enforcement.penalty.models import Decision, Measure, Remedy
from enforcement.standards.choices import Penalty
from lawgov.privacy.masks import mask_text
from reporting.indicators import Column, Count, Quotient, Sum, register
from reporting.returns import Line, Return, Section
from reporting.returns import register as register_return
from reporting.sources import Parts, events

from .limits import RETURN_UNTIL
from .models import FileCheck

DECIDED, TAKEN = "决定日期", "采取日期"


def yes(condition: Q) -> Choose:
    return Choose(When(condition, then=Value("yes")), default=Value(""), output_field=CharField())


# Two penalties in one decision count once, under the heaviest; the kinds stand lightest first.
HEAVIEST = Choose(
    *[When(kinds__contains=[kind], then=Value(kind)) for kind in reversed(Penalty.values)],
    default=Value(""),
    output_field=CharField(),
)
CASE = (
    Column("number", "案件编号", lambda row: row.case.number),
    Column("title", "名称", lambda row: mask_text(row.case.title)),
    Column("unit", "单位", lambda row: row.case.unit),
)
DECISIONS = Parts(
    "行政处罚决定",
    Decision,
    (
        Column("on", DECIDED, lambda row: row.on),
        *CASE,
        Column("decided", "决定书文号", lambda row: row.number),
        Column("outcome", "决定", lambda row: row.get_outcome_display()),
        Column("heaviest", "处罚种类（最重）", lambda row: dict(Penalty.choices).get(row.heaviest)),
        Column("fine", "罚款（元）", lambda row: row.fine / 100),
        Column("confiscated", "没收（元）", lambda row: row.confiscated / 100),
        Column("annulled", "被撤销、变更日期", lambda row: row.annulled_on),
    ),
    kinds=("penalty",),
    derived={
        "heaviest": HEAVIEST,
        "course": F("case__penalty__course"),
        "annulled": yes(Q(annulled_on__isnull=False)),
    },
)
MEASURES = Parts(
    "登记保存与行政强制措施",
    Measure,
    (
        Column("taken_on", TAKEN, lambda row: row.taken_on),
        *CASE,
        Column("kind", "种类", lambda row: row.get_kind_display()),
    ),
    always={"taken_on__isnull": False},
    kinds=("penalty",),
    on="taken_on",
)
REMEDIES = Parts(
    "行政复议、行政诉讼",
    Remedy,
    (
        Column("on", "受理日期", lambda row: row.on),
        *CASE,
        Column("kind", "途径", lambda row: row.get_kind_display()),
        Column("result", "结果", lambda row: row.get_result_display()),
    ),
    kinds=("penalty",),
)
STEPS = events("penalty", "处罚案件办理记录")
CHECKS = Parts(
    "案卷评查",
    FileCheck,
    (
        Column("scored_on", "评分日期", lambda row: row.scored_on),
        *CASE,
        Column("form", "评查方式", lambda row: row.get_form_display()),
        Column("total", "得分", lambda row: row.total),
    ),
    always={"scored_on__isnull": False},
    kinds=("file_check",),
    on="scored_on",
)


def penalties(code: str, name: str, meaning: str, **where: object) -> Count:
    return Count(f"enforcement.{code}", name, "件", DECISIONS, meaning, basis=DECIDED,
                 outcome=Outcome.PENALTY, **where)  # fmt: skip


def of_step(code: str, name: str, meaning: str, basis: str, step: str) -> Count:
    return Count(f"enforcement.{code}", name, "件", STEPS, meaning, basis=basis, step=step)


def money(code: str, name: str, column: str) -> Sum:
    return Sum(
        f"enforcement.{code}", name, "元", DECISIONS,
        "处罚决定书载明的金额之和，不论是否已经缴纳；以后被撤销、变更的仍计入，另行列明。",
        basis=DECIDED, of=column, per=100, outcome=Outcome.PENALTY,
    )  # fmt: skip


def measures(code: str, kind: str) -> Count:
    label = MeasureKind(kind).label
    return Count(f"enforcement.{code}", f"{label}次数", "次", MEASURES, f"采取的{label}。",
                 basis=TAKEN, kind=kind)  # fmt: skip


def remedies(code: str, name: str, meaning: str, **where: object) -> Count:
    return Count(f"enforcement.{code}", name, "件", REMEDIES, meaning, basis="受理日期", **where)


ONCE = "一份决定书含两种以上处罚的，按最重的一种计一件。"
BY_KIND = [
    penalties(f"penalties_{kind}", f"行政处罚决定数：{label}",
              f"最重的处罚种类为{label}的决定。{ONCE}", heaviest=kind)
    for kind, label in Penalty.choices
]  # fmt: skip
PENALTIES = penalties("penalties", "行政处罚决定数", f"给予行政处罚的决定。{ONCE}")
ANNULLED = penalties(
    "penalties_annulled", "被撤销、变更的行政处罚决定数",
    "本期作出、以后经复议、诉讼或者自行纠正被撤销、变更、确认违法或者无效的处罚决定。",
    annulled="yes",
)  # fmt: skip
SIMPLE = penalties("penalties_simple", "简易程序处罚决定数", "当场作出的处罚决定。",
                   course=Course.SIMPLE)  # fmt: skip
ORDINARY = penalties("penalties_ordinary", "普通程序处罚决定数", "按普通程序作出的处罚决定。",
                     course=Course.ORDINARY)  # fmt: skip
EXEMPTED = Count(
    "enforcement.exempted", "不予行政处罚决定数", "件", DECISIONS, "不予行政处罚的决定，不论理由。",
    basis=DECIDED, outcome=tuple(Outcome.exempt()),
)  # fmt: skip
FINES = money("fines", "罚款金额", "fine")
CONFISCATED = money("confiscated", "没收金额", "confiscated")
FILED = of_step("filed", "立案数", "批准立案的处罚案件。", "批准立案日期", "approve_filing")
UNFILED = of_step("unfiled", "不予立案数", "审批不予立案的案件。", "审批日期", "refuse_filing")
DROPPED = of_step("dropped", "撤销案件数", "立案后撤销的案件。", "撤案日期", "drop")
TRANSFERRED = of_step(
    "transferred", "移送公安机关案件数", "涉嫌犯罪移送公安机关的案件。", "移送日期", "transfer"
)
REFERRED = of_step(
    "referred", "移送有权机关案件数", "不属本机关管辖而移送的案件。", "移送日期", "refer"
)
COURT = of_step(
    "court_applied", "申请法院强制执行数", "向人民法院申请强制执行的案件。", "申请日期",
    "apply_court",
)  # fmt: skip
PRESERVED = measures("preserved", MeasureKind.PRESERVE)
SEALED = measures("sealed", MeasureKind.SEAL)
SEIZED = measures("seized", MeasureKind.SEIZE)
RECONSIDERED = remedies(
    "reconsidered", "行政复议案件数", "对处罚决定申请并受理的行政复议。",
    kind=RemedyKind.RECONSIDERATION,
)  # fmt: skip
LITIGATED = remedies(
    "litigated", "行政诉讼案件数", "对处罚决定提起并受理的行政诉讼。", kind=RemedyKind.LITIGATION
)
CORRECTED = remedies(
    "corrected", "复议诉讼纠正数",
    "本期受理、结果为变更、撤销、确认违法或者无效的行政复议、行政诉讼。",
    result=tuple(RemedyResult.annulling()),
)  # fmt: skip
FILES_CHECKED = Count(
    "enforcement.files_checked", "评查案卷数", "件", CHECKS, "完成评分的案卷，自查、互查各计一件。",
    basis="评分日期",
)  # fmt: skip
POINTS = Sum("enforcement.file_points", "案卷评查得分合计", "分", CHECKS, "各件案卷得分之和。",
             basis="评分日期", of="total")  # fmt: skip
FULL = Sum("enforcement.file_points_full", "案卷评查满分合计", "分", CHECKS, "各件案卷满分之和。",
           basis="评分日期", of="full")  # fmt: skip
SCORE = Quotient(
    "enforcement.file_score", "案卷评查平均得分（百分制）", "得分合计占满分合计的百分比。",
    part=POINTS, whole=FULL, basis="评分日期",
)  # fmt: skip
INDICATORS = register(
    FILED, UNFILED, DROPPED, TRANSFERRED, REFERRED, PENALTIES, *BY_KIND, ANNULLED, SIMPLE,
    ORDINARY, EXEMPTED, FINES, CONFISCATED, COURT, PRESERVED, SEALED, SEIZED, RECONSIDERED,
    LITIGATED, CORRECTED, FILES_CHECKED, POINTS, FULL, SCORE,
)  # fmt: skip


def section(title: str, *counts: Count) -> Section:
    return Section(title, tuple(Line(each.name.rpartition("：")[2], each) for each in counts))


YEARLY = register_return(
    Return(
        code="enforcement",
        name="行政执法统计年报",
        sections=(
            section("行政处罚决定（按最重的处罚种类）", *BY_KIND, PENALTIES, ANNULLED),
            section("罚没金额（按决定书载明的金额）", FINES, CONFISCATED),
            section("程序与处理结果", SIMPLE, ORDINARY, FILED, UNFILED, EXEMPTED, DROPPED,
                    TRANSFERRED, REFERRED),
            section("行政强制", PRESERVED, SEALED, SEIZED, COURT),
            section("行政复议、行政诉讼", RECONSIDERED, LITIGATED, CORRECTED),
        ),
        notes=(
            "按作出决定的日期统计；罚没金额不排名，不与经费、考核挂钩（行政处罚法第七十四条）。",
        ),
        last_day=lambda unit, year: date(year, 12, RETURN_UNTIL.on(unit)),
    )
)  # fmt: skip
