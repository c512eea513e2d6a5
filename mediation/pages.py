"""What the pages show of disputes and of rounds of screening."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from urllib.parse import urlencode

from django.db.models import Model
from django.urls import reverse

from lawgov.casework.facts import Money
from lawgov.casework.models import Case, Entry, Side
from lawgov.casework.web import tabs
from lawgov.casework.web.pages import (
    CasePages,
    Column,
    RegisterPages,
    Tab,
    add_cases,
    add_register,
)
from lawgov.documents import tabs as papers
from lawgov.people.models import User
from lawgov.privacy.masks import mask_name, mask_text

from .choices import Channel, Found, Round
from .filters import DisputeFilter, ScreeningFilter

AMOUNT = Money("金额")


def channel(case: Case) -> str:
    return str(dict(Channel.choices).get(case.channel, case.channel))


def kind(case: Case) -> str:
    dispute = case.dispute
    finer = dispute.get_subtype_display()
    return f"{dispute.get_type_display()}（{finer}）" if finer else dispute.get_type_display()


def handler(case: Case) -> str:
    return case.handler.name if case.handler else ""


def amount(case: Case) -> str:
    return AMOUNT.shown(case.dispute.amount) if case.dispute.amount else ""


def of_side(side: str) -> Any:
    """Parties of one side by masked names, for a sheet that leaves the house."""
    return lambda row: "、".join(
        mask_name(party.name) for party in row.case.parties.all() if party.side == side
    )


COLUMNS = (Column("类型", kind), Column("承办人", handler))
EXPORTED = (
    Column("编号", lambda row: row.case.number),
    Column("纠纷名称", lambda row: row.case.title),
    Column("类型", lambda row: kind(row.case)),
    Column("来源", lambda row: channel(row.case)),
    Column("申请人", of_side(Side.APPLICANT)),
    Column("被申请人", of_side(Side.RESPONDENT)),
    Column("标的金额（元）", lambda row: Decimal(row.case.dispute.amount) / 100),
    Column("风险等级", lambda row: row.case.dispute.get_risk_display()),
    Column("所属单位", lambda row: row.unit),
    Column("经办单位", lambda row: row.desk),
    Column("承办人", lambda row: handler(row.case)),
    Column("状态", lambda row: row.case.state_label),
    Column("登记日期", lambda row: row.case.opened_on),
    Column("到期日", lambda row: row.case.due_on or ""),
    Column("办结日期", lambda row: row.case.closed_on or ""),
)
FACTS = (
    Column("纠纷类型", kind),
    Column("来源", channel),
    Column("简要情况", lambda case: mask_text(case.dispute.summary)),
    Column("发生地点", lambda case: mask_text(case.dispute.place)),
    Column("标的金额", amount),
    Column("涉及人数", lambda case: f"{case.dispute.people}人"),
    Column("风险等级", lambda case: case.dispute.get_risk_display()),
    Column("敏感性", lambda case: case.get_sensitivity_display() if case.sensitivity else ""),
    Column("登记日期", lambda case: str(case.opened_on)),
    Column("受理方式", lambda case: case.dispute.get_basis_display()),
    Column("调解员类别", lambda case: case.dispute.get_mediator_kind_display()),
    Column("调解员确定方式", lambda case: case.dispute.get_chosen_by_display()),
    Column("权利义务告知", lambda case: str(case.dispute.informed_on or "")),
    Column("当事人明确拒绝", lambda case: str(case.dispute.refused_on or "")),
    Column("激化危险", lambda case: "有" if case.dispute.danger else ""),
    Column("报告有关部门", lambda case: str(case.dispute.reported_on or "")),
    Column("申请司法确认", lambda case: str(case.dispute.confirmed_on or "")),
    Column("办结日期", lambda case: str(case.closed_on or "")),
    Column("保管期限", lambda case: case.dispute.get_retention_display()),
)


def records(case: Case, user: User) -> dict[str, Any]:
    """Sessions, the agreement, visits: each row as label and words."""
    return {
        "sessions": spelled(case.part("sessions")),
        "agreements": spelled(case.part("agreements")),
        "visits": spelled(case.part("visits")),
    }


def spelled(rows: Iterable[Model]) -> list[tuple[str, list[tuple[str, str]]]]:
    return [
        (str(row), [pair for pair in map(word(row), row._meta.fields) if pair[1]]) for row in rows
    ]


def word(row: Model) -> Any:
    """A column of the row as its label and what it says, blank where it says nothing."""

    def said(field: Any) -> tuple[str, str]:
        value = getattr(row, field.attname)
        if field.primary_key or field.is_relation or value in (None, "", False):
            return field.verbose_name, ""
        if field.choices:
            return field.verbose_name, str(dict(field.flatchoices)[value])
        return field.verbose_name, "是" if value is True else mask_text(str(value))

    return said


def found_dispute(entry: Entry) -> str:
    """A round that found a dispute goes on to its registration."""
    if entry.facet != Found.DISPUTE:
        return ""
    start = {"entry": entry.pk, "channel": Channel.SCREENING, "unit": entry.unit}
    return f"{reverse('dispute-new')}?{urlencode(start)}"


DISPUTES = add_cases(
    CasePages(
        kind="dispute",
        one="dispute",
        many="disputes",
        filters=DisputeFilter,
        detail="dispute",
        columns=COLUMNS,
        exported=EXPORTED,
        facts=FACTS,
        tabs=(
            tabs.FACTS,
            tabs.PARTIES,
            tabs.HISTORY,
            Tab("records", "调解记录与协议", "mediation/_records.html", records),
            papers.TAB,
            tabs.ATTACHMENTS,
            tabs.LINKS,
        ),
        hidden=("entry",),
    )
)
SCREENINGS = add_register(
    RegisterPages(
        kind="screening",
        one="screening",
        many="screenings",
        label="排查",
        filters=ScreeningFilter,
        template="mediation/screening_new.html",
        start={"type": Round.VISIT},
        leads=found_dispute,
    )
)
