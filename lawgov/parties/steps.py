"""How parties come into a case and are put right: facts and steps that a kind adds to its own."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import TextChoices
from django.utils.timezone import localdate

from lawgov.casework.common import rule_of_house
from lawgov.casework.facts import Checked, Choice, Fact, Many, Row, Text, id_number, phone
from lawgov.casework.procedure import Rule, Step
from lawgov.casework.refusals import BadFacts
from lawgov.people.models import Role
from lawgov.privacy import identity, masks

from . import checks
from .models import Age, AgentKind, Authority, Charged, Gender, PartyKind, Side

PARTY: Mapping[str, Fact] = {
    "side": Choice("当事人地位", choices=Side),
    "name": Text("姓名（名称）", most=100, mask=masks.mask_name),
    "id_number": id_number("身份证号"),
    "phone": phone("联系电话"),
    "kind": Choice("类别", required=False, choices=PartyKind),
    "age": Choice(
        "年龄情况", required=False, choices=Age, help="没有身份证号时填写；有身份证号的按证号推算"
    ),
    "gender": Choice("性别", required=False, choices=Gender),
    "ethnicity": Text("民族", required=False, most=20),
    "occupation": Text("职业", required=False, most=50),
    "address": Text("单位或住址", required=False, mask=masks.mask_address),
    "agent_name": Text("代理人", required=False, most=100, mask=masks.mask_name),
    "agent_kind": Choice("代理人类别", required=False, choices=AgentKind),
    "agent_authority": Choice("代理权限", required=False, choices=Authority),
    "agent_phone": phone("代理人电话"),
    "credit_code": Checked(
        "统一社会信用代码", False, "单位填写", most=30, rule=identity.credit_code
    ),
}
FIXED = ("side", "kind")  # who stands on which side is not a slip of the pen
PARTS = {"parties": "parties.Party"}
BOTH = ({"side": Side.APPLICANT}, {"side": Side.RESPONDENT})  # what a form begins with


def parties(least: int = 1, sides: type[TextChoices] = Side) -> Many:
    of = {**PARTY, "side": Choice("当事人地位", choices=sides)}
    if sides is Charged:  # what the law allows goes by it: it stands among what is asked first
        first = {"side": of["side"], "kind": replace(of["kind"], required=True)}
        of = first | {name: fact for name, fact in of.items() if name not in first}
    return Many("当事人", required=bool(least), of=of, least=least, check=checks.of_rows)


def papers(
    roles: tuple[Role, ...], open_states: tuple[str, ...], sides: type[TextChoices] = Side
) -> dict[str, Step]:
    """What may be written about its parties while the case is handled."""
    return {
        "add_party": Step(
            "补充当事人", open_states, "", roles, {"parties": parties(sides=sides)}, offer="any",
            sets=added
        ),
        "correct_party": Step(
            "更正当事人", open_states, "", roles,
            {
                "party": Row("当事人", part="parties"),
                **{n: replace(f, required=False) for n, f in PARTY.items() if n not in FIXED},
                "reason": Text("更正原因"),
            },
            (IS_OURS,), offer="any", alters=corrected, corrects=True,
        ),
    }  # fmt: skip


IS_OURS = rule_of_house(
    "当事人应是本案登记的当事人",
    lambda case, facts: case.one("parties", facts["party"]) is not None,
    asks=True,
)


def added(case: Any, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Nobody is added who stands on that side already."""
    here = checks.as_rows(case.part("parties"))
    faults = {
        f"parties.{place}.id_number": [why]
        for place, row in enumerate(facts["parties"])
        if (why := checks.twice(row, here))
    }
    if faults:
        raise BadFacts(faults)
    return {}


def corrected(case: Any, facts: Mapping[str, Any]) -> list[tuple[Any, list[str]]]:
    """The party with what was given anew; the blind indexes follow their numbers."""
    row, given = case.one("parties", facts["party"]), [name for name in facts if name in PARTY]
    becomes = {name: facts.get(name, getattr(row, name)) for name in PARTY}
    faults = checks.of_row(becomes)
    others = (other for other in case.part("parties") if other is not row)
    if why := checks.twice(becomes, checks.as_rows(others)):
        faults["id_number"] = [why]
    if faults:
        raise BadFacts(faults)
    for name in given:
        setattr(row, name, facts[name])
    return [(row, [*given, "id_blind", "phone_blind"])]


def guarded(case: Any, facts: Mapping[str, Any]) -> bool:
    day = facts.get("on") or localdate()
    return not any(row.lacks_guardian(day) for row in case.part("parties"))


GUARDED = Rule(
    "未成年当事人须登记法定代理人（监护人）或指定代理人", "《民法典》", "第十九、二十、二十三条",
    guarded, since=date(2021, 1, 1),
    concerns=lambda case: any(row.is_minor for row in case.part("parties")),
)  # fmt: skip
