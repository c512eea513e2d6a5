"""What is wrong with parties as they are filled in: numbers, ages and agents against each other."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.timezone import localdate

from lawgov.privacy import identity

from .models import ADULT_FROM, SIDES, Age, AgentKind, Party

EARNS_FROM = 16  # 民法典第十八条第二款
Faults = dict[str, list[str]]


def of_row(row: Mapping[str, Any]) -> Faults:
    """One party's facts against each other."""
    found: Faults = {}
    if why := of_age(row):
        found["age"] = [why]
    if row.get("agent_kind") and not row.get("agent_name"):
        found["agent_name"] = ["填了代理人类别，还应填写代理人姓名"]
    if row.get("agent_kind") == AgentKind.ENTRUSTED and not row.get("agent_authority"):
        found["agent_authority"] = ["委托代理人须注明代理权限（《民法典》第一百六十五条）"]
    return found


def of_age(row: Mapping[str, Any]) -> str:
    if not row.get("id_number") or not row.get("age"):
        return ""
    years = identity.age(identity.birth_date(row["id_number"]), localdate())
    if row["age"] == Age.ADULT and years < ADULT_FROM:
        return "与身份证号不符：此人未满十八周岁"
    if row["age"] == Age.EARNING and years < EARNS_FROM:
        return "与身份证号不符：此人未满十六周岁"
    return ""


def of_rows(rows: list[dict[str, Any]]) -> Faults:
    """Every row by itself, and the same person twice on one side."""
    found: Faults = {}
    for place, row in enumerate(rows):
        found |= {f"{place}.{name}": why for name, why in of_row(row).items()}
        if why := twice(row, rows[:place]):
            found[f"{place}.id_number"] = [why]
    return found


def twice(row: Mapping[str, Any], others: Iterable[Mapping[str, Any]]) -> str:
    """Who of the others is this very person on the same side, in words."""
    if not row.get("id_number"):
        return ""
    for other in others:
        if (other["side"], other.get("id_number")) == (row["side"], row["id_number"]):
            both = f"“{row['name']}”与“{other['name']}”"
            return f"{both}身份证号相同，是同一人，{SIDES[row['side']]}中只登记一次"
    return ""


def as_rows(parties: Iterable[Party]) -> list[dict[str, Any]]:
    """Parties on record, named as they are shown."""
    return [
        {"side": party.side, "id_number": party.id_number, "name": party.shown_name}
        for party in parties
    ]
