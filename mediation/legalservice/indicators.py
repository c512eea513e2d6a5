"""What public legal service counts: who was advised, at how many sessions, which pacts hold."""

from lawgov.casework.web.pages import address
from lawgov.privacy.masks import mask_text
from lawgov.units.indicators import INDICATORS as UNITS
from reporting.indicators import Column, Count, Quotient, Source, Stock, Sum, register
from reporting.sources import entries

from .choices import Duty
from .models import Consultation, Pact

CONSULTATIONS = Source(
    "法律咨询登记",
    Consultation,
    (
        Column("on", "接待日期", lambda row: row.held_on),
        Column("number", "编号", lambda row: row.case.number),
        Column("title", "咨询事项", lambda row: mask_text(row.case.title)),
        Column("unit", "单位", lambda row: row.case.unit),
        Column("mode", "服务方式", lambda row: row.get_mode_display()),
        Column("persons", "咨询人数", lambda row: row.persons),
    ),
    kinds=("consultation",),
    unit="case__unit",
    on="held_on",
    related=("case",),
    opens=lambda row: address(row.case),
)
SESSIONS = entries("duty", "律师值班记录")
PACTS = Source(
    "律所签约名册",
    Pact,
    (
        Column("name", "律师事务所", lambda row: row.case.title),
        Column("unit", "社区", lambda row: row.community),
        Column("since", "签约日期", lambda row: row.since),
        Column("until", "有效期至", lambda row: row.until),
    ),
    kinds=("pact",),
    unit="community",
    on="since",
    until="over_on",
    related=("case",),
    opens=lambda row: address(row.case),
)
SIGNED = Stock(
    "counsel.signed_communities",
    "与律所共建签约社区数",
    "个",
    PACTS,
    "期末有在约律师事务所的社区；一个社区同时只签约一家，到期未续的不计。",
    basis="签约、失效日期",
)
COMMUNITIES = next(each for each in UNITS if each.code == "org.communities")

INDICATORS = register(
    Sum(
        "legalservice.consult_persons",
        "法律咨询人次",
        "人次",
        CONSULTATIONS,
        "已经接待的法律咨询人数之和，现场、电话、上门都计；预约而未到、取消的不计。",
        basis="接待日期",
        of="persons",
    ),
    Count(
        "legalservice.consult_sessions",
        "法律咨询场次",
        "场次",
        SESSIONS,
        "已经举行的坐诊、巡诊和集中咨询活动，一场记一次；作废的不计。",
        basis="值班日期",
        type=tuple(Duty.values),
    ),
    SIGNED,
    Quotient(
        "counsel.signed_rate",
        "与律所签约社区覆盖率",
        "与律所共建签约社区数 ÷ 社区居委会数；没有社区时不显示。",
        part=SIGNED,
        whole=COMMUNITIES,  # type: ignore[arg-type]
        basis="签约、失效日期",
    ),
)
