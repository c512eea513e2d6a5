"""人民调解统计: the ministry's table of disputes, each line with the records behind it."""

from django.db.models import F

from lawgov.casework.models import Event
from lawgov.organisations.indicators import BASIS as BODY_BASIS
from lawgov.organisations.indicators import ORGANISATIONS
from lawgov.organisations.models import Kind
from lawgov.privacy.masks import mask_text
from reporting.indicators import REGISTRY, Column, Count, Quotient, Stock, Sum, register
from reporting.returns import Line, Return, Section
from reporting.returns import register as register_return
from reporting.sources import Parts

from ..choices import Annulment, Basis, Prevented, Ruling
from ..indicators import DISPUTES
from ..models import Agreement, Confirmation
from ..states import ENDING, SETTLING

ACCEPTED, AGREED, ENDED = "受理日期", "达成协议日期", "达成协议、调解不成、撤回或转送的日期"
# As the ministry's table lists them; a street's own types stand under 其他 there.
TYPES = {
    "family": "婚姻家庭", "neighbour": "邻里", "housing": "房屋宅基地", "contract": "合同",
    "business": "生产经营", "damages": "损害赔偿", "land": "山林土地", "expropriation": "征地拆迁",
    "environment": "环境污染", "labour": "劳动争议", "consumer": "消费", "medical": "医疗",
    "traffic": "道路交通事故", "property": "物业", "other": "其他",
}  # fmt: skip
CASE = (
    Column("number", "案件编号", lambda row: row.case.number),
    Column("title", "名称", lambda row: mask_text(row.case.title)),
    Column("unit", "单位", lambda row: row.case.unit),
)
# What an event tells together with the dispute that it is about.
STEPS = Parts(
    "矛盾纠纷办理环节",
    Event,
    (
        Column("on", "日期", lambda row: row.on),
        *CASE,
        Column("step", "环节", lambda row: row.label),
        Column("people", "涉及当事人数", lambda row: row.people),
        Column("prevented", "防止激化", lambda row: dict(Prevented.choices).get(row.prevented, "")),
    ),
    kinds=("dispute",),
    unit="unit",
    at="at",
    derived={
        "began": F("case__dispute__basis"),
        "people": F("case__dispute__people"),
        "prevented": F("case__dispute__prevented"),
        "prevented_cases": F("case__dispute__prevented_cases"),
        "prevented_people": F("case__dispute__prevented_people"),
    },
)
AGREEMENTS = Parts(
    "人民调解协议",
    Agreement,
    (
        Column("effective_on", "生效日期", lambda row: row.effective_on),
        *CASE,
        Column("form", "形式", lambda row: row.get_form_display()),
        Column("agreed_amount", "协议涉及金额（元）", lambda row: row.agreed_amount / 100),
    ),
    kinds=("dispute",),
    on="effective_on",
)
ANNULLED = Parts(
    "失效的人民调解协议",
    Agreement,
    (
        Column("annulled_on", "失效日期", lambda row: row.annulled_on),
        *CASE,
        Column("annulment", "情形", lambda row: row.get_annulment_display()),
    ),
    always={"annulled_on__isnull": False},
    kinds=("dispute",),
    on="annulled_on",
)
CONFIRMATIONS = Parts(
    "调解协议司法确认",
    Confirmation,
    (
        Column("on", "申请日期", lambda row: row.on),
        *CASE,
        Column("court", "法院", lambda row: row.court),
        Column("ruling", "裁定", lambda row: row.get_ruling_display()),
    ),
    kinds=("dispute",),
)


def of_step(code: str, name: str, meaning: str, basis: str, **where: object) -> Count:
    return Count(f"mediation.{code}", name, "件", DISPUTES, meaning, basis=basis, **where)


def begun(code: str, label: str) -> Count:
    return Count(
        f"mediation.accepted_{code}", f"受理纠纷数：{label}", "件", STEPS,
        f"受理方式为{label}的纠纷。", basis=ACCEPTED, step="accept", began=code,
    )  # fmt: skip


def of_type(code: str, label: str) -> Count:
    return of_step(
        f"type_{code}", f"受理纠纷数：{label}纠纷", f"受理时类型为{label}的纠纷。", ACCEPTED,
        step="accept", type=code,
    )  # fmt: skip


def prevented(code: str, label: str) -> list[Sum]:
    """Each is a pair: so many disputes, so many people."""
    return [
        Sum(
            f"mediation.prevented_{code}_{unit}", f"防止{label}：{measure}数", measure, STEPS,
            f"处理终结时登记为防止{label}的{measure}数。", basis=ENDED, of=f"prevented_{unit}",
            step=ENDING, prevented=code,
        )
        for unit, measure in (("cases", "件"), ("people", "人"))
    ]  # fmt: skip


def annulled(code: str, label: str) -> Count:
    return Count(
        f"mediation.agreements_{code}", f"被法院{label}的调解协议数", "件", ANNULLED,
        f"本期被{label}的调解协议，不论何时达成。", basis="失效日期", annulment=code,
    )  # fmt: skip


RECEIVED = of_step("accepted", "受理纠纷数", "受理的纠纷，不论以后结果。", ACCEPTED, step="accept")
BY_BASIS = [begun(code, label) for code, label in Basis.choices]
BY_TYPE = [of_type(code, label) for code, label in TYPES.items()]
FAILED = of_step("failed", "调解不成数", "调解不成而终结的纠纷。", "终止日期", step="fail")
WITHDRAWN = of_step("withdrawn", "撤回数", "当事人要求终止的纠纷。", "撤回日期", step="withdraw")
REFERRED = of_step(
    "referred", "转送数", "转送其他单位的纠纷。", "转送日期", step=("refer", "agency_accepts")
)
REJECTED = of_step("rejected", "不予受理数", "不予受理的纠纷。", "登记日期", step="reject")
MEDIATED, HANDLED, SCREENED = (
    REGISTRY[f"dispute.{code}"].counted for code in ("mediated", "handled", "screened")
)
RATE = Quotient(
    "mediation.success_rate", "调解成功率", "成功调解件数占调处件数的百分比。",
    part=MEDIATED, whole=HANDLED, basis=ENDED,
)  # fmt: skip
PEOPLE = Sum(
    "mediation.people", "调解成功涉及当事人数", "人", STEPS, "达成协议的纠纷涉及的人数之和。",
    basis=AGREED, of="people", step=SETTLING,
)  # fmt: skip
WRITTEN = of_step("written", "书面协议数", "达成书面协议的纠纷。", AGREED, step="agree_written")
ORAL = of_step("oral", "口头协议数", "达成口头协议的纠纷。", AGREED, step="agree_oral")
AMOUNT = Sum(
    "mediation.agreed_amount", "协议涉及金额", "元", AGREEMENTS, "调解协议载明的金额之和。",
    basis="协议生效日期", of="agreed_amount", per=100,
)  # fmt: skip
PERFORMED = of_step("performed", "协议履行数", "履行完毕的协议。", "履行完毕日期", step="perform")
APPLIED = Count(
    "mediation.confirmations", "申请司法确认数", "件", CONFIRMATIONS, "双方共同向法院申请的。",
    basis="申请日期",
)  # fmt: skip
VALID = Count(
    "mediation.confirmed", "司法确认有效数", "件", CONFIRMATIONS, "本期申请、裁定协议有效的。",
    basis="申请日期", ruling=Ruling.VALID,
)  # fmt: skip
FALLEN = [annulled(code, label) for code, label in Annulment.choices]
PREVENTED = [each for code, label in Prevented.choices for each in prevented(code, label)]
COMMITTEES = Stock(
    "mediation.committees", "人民调解委员会数", "个", ORGANISATIONS, "期末在册的人民调解委员会。",
    basis=BODY_BASIS, kind=Kind.MEDIATION_COMMITTEE,
)  # fmt: skip
INDICATORS = register(
    RECEIVED, *BY_BASIS, *BY_TYPE, FAILED, WITHDRAWN, REFERRED, REJECTED, RATE, PEOPLE, WRITTEN,
    ORAL, AMOUNT, PERFORMED, APPLIED, VALID, *FALLEN, *PREVENTED, COMMITTEES,
)  # fmt: skip


def section(title: str, *figures: Count | Quotient) -> Section:
    return Section(title, tuple(Line(each.name.rpartition("：")[2], each) for each in figures))


YEARLY = register_return(
    Return(
        code="mediation",
        name="人民调解工作统计表",
        sections=(
            section("排查与受理", SCREENED, RECEIVED, *BY_BASIS, REJECTED),
            section("受理纠纷的类型", *BY_TYPE),
            section("处理结果", HANDLED, MEDIATED, FAILED, WITHDRAWN, REFERRED, RATE, PEOPLE),
            section("调解协议", WRITTEN, ORAL, AMOUNT, PERFORMED, APPLIED, VALID, *FALLEN),
            Section("防止激化", tuple(Line(each.name, each) for each in PREVENTED)),
            section("组织", COMMITTEES),
        ),
        notes=("各项按环节发生的日期统计；防止激化以“件”“人”成对填报。",),
    )
)
