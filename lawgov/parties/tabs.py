"""The tab of a case's page on which its parties stand."""

from typing import Any, NamedTuple

from lawgov.casework.models import Case, Sensitivity
from lawgov.casework.shown import MASKS
from lawgov.casework.web.pages import CASES, Tab
from lawgov.people.models import User
from lawgov.privacy import masks

from .models import Party

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
    name: str
    values: list[Value]


def parties(case: Case, user: User) -> dict[str, Any]:
    rows = case.part("parties")
    return {
        "parties": [Shown(row, name(row, row.name), values(row, user)) for row in rows],
        "unmask_page": f"{CASES[case.kind].one}-unmask",
    }


def name(row: Party, text: str) -> str:
    """Who handles a case knows its people by name; minors are hidden even so."""
    return masks.mask_name(text) if row.case.sensitivity == Sensitivity.MINOR else text


def values(row: Party, user: User) -> list[Value]:
    plain = [
        Value("类别", row.get_kind_display()),
        Value("性别", row.get_gender_display()),
        Value("民族", row.ethnicity),
        Value("职业", row.occupation),
        Value("代理人", name(row, row.agent_name)),
    ]
    hidden = [
        Value(label, mask(getattr(row, name)), name if row.may_reveal(user, name) else "")
        for name, (label, mask) in MASKED.items()
    ]
    return [value for value in plain[:1] + hidden[:3] + plain[1:] + hidden[3:] if value.words]


TAB = Tab("parties", "当事人", "parties/_parties.html", parties)
