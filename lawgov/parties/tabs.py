"""The tab of a case's page on which its parties stand."""

from typing import Any, NamedTuple

from django.utils.timezone import localdate

from lawgov.casework.models import Case
from lawgov.casework.shown import MASKS
from lawgov.casework.web.pages import CASES, Tab
from lawgov.people.models import User

from .models import Party
from .same import Elsewhere, elsewhere

MASKED = {
    "id_number": ("证件号码", MASKS["id_number"]),
    "phone": ("联系电话", MASKS["phone"]),
    "address": ("单位或住址", MASKS["address"]),
    "agent_phone": ("代理人电话", MASKS["agent_phone"]),
}


class Value(NamedTuple):
    """What is shown of a party; a masked value names the field that can be asked for."""

    label: str
    words: str
    field: str = ""


class Shown(NamedTuple):
    party: Party
    values: list[Value]
    needs: str
    elsewhere: Elsewhere


def parties(case: Case, user: User) -> dict[str, Any]:
    found = zip(case.part("parties"), elsewhere(case, user), strict=True)
    return {
        "parties": [Shown(row, values(row, user), needs(row), other) for row, other in found],
        "unmask_page": f"{CASES[case.kind].one}-unmask",
    }


def needs(row: Party) -> str:
    return "尚未登记法定代理人（监护人）" if row.lacks_guardian(localdate()) else ""


def values(row: Party, user: User) -> list[Value]:
    plain = [
        Value("类别", row.get_kind_display()),
        Value("性别", row.get_gender_display()),
        Value("民族", row.ethnicity),
        Value("职业", row.occupation),
        Value(row.get_agent_kind_display() or "代理人", agent(row)),
    ]
    hidden = [
        Value(label, mask(getattr(row, name)), name if row.may_reveal(user, name) else "")
        for name, (label, mask) in MASKED.items()
    ]
    return [value for value in plain[:1] + hidden[:3] + plain[1:] + hidden[3:] if value.words]


def agent(row: Party) -> str:
    authority = row.get_agent_authority_display()
    return f"{row.shown_agent}（{authority}）" if authority else row.shown_agent


TAB = Tab("parties", "当事人", "parties/_parties.html", parties)
