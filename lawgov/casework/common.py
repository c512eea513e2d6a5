"""Steps that every kind of case has: parties, attachments, links, and the ladder between levels."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from lawgov.people.models import Role
from lawgov.privacy import identity
from lawgov.units import scope
from lawgov.units.models import Unit

from .facts import Checked, Choice, Fact, LongText, Many, Place, Row, Text, id_number, phone
from .models.parts import Gender, PartyKind, Relation, Side
from .procedure import ANY, Clock, Rule, Step
from .upload import File, keep

PARTY: Mapping[str, Fact] = {
    "side": Choice("当事人地位", choices=Side),
    "name": Text("姓名（名称）", most=100),
    "id_number": id_number("身份证号"),
    "phone": phone("联系电话"),
    "kind": Choice("类别", required=False, choices=PartyKind),
    "gender": Choice("性别", required=False, choices=Gender),
    "ethnicity": Text("民族", required=False, most=20),
    "occupation": Text("职业", required=False, most=50),
    "address": Text("单位或住址", required=False),
    "agent_name": Text("代理人", required=False, most=100),
    "agent_phone": phone("代理人电话"),
    "credit_code": Checked(
        "统一社会信用代码", False, "单位填写", most=30, rule=identity.credit_code
    ),
}
PARTS = {
    "parties": "casework.Party",
    "links": "casework.Link",
    "attachments": "casework.Attachment",
}


def parties(least: int = 1) -> Many:
    return Many("当事人", required=bool(least), of=PARTY, least=least)


def upper(case: Any) -> list[tuple[str, str]]:
    """The levels above the desk that work on cases: community and street."""
    codes = [c for c in scope.ancestors(case.desk) if len(c) >= scope.STREET_DIGITS]
    return named(codes)


def lower(case: Any) -> list[tuple[str, str]]:
    """The units one level below the desk that the case may belong to."""
    below = Unit.objects.current().under(case.desk).filter(level=scope.level(case.desk).below)
    where = case.unit if len(case.unit) > len(case.desk) else case.desk
    return [
        (unit.code, unit.name)
        for unit in below
        if scope.covers(where, unit.code) or scope.covers(unit.code, where)
    ]


def named(codes: list[str]) -> list[tuple[str, str]]:
    names = dict(Unit.objects.current().filter(code__in=codes).values_list("code", "name"))
    return [(code, names[code]) for code in reversed(codes) if code in names]


def rule_of_house(says: str, holds: Any, asks: bool = False) -> Rule:
    return Rule(says, "平台办理规则", "", holds, asks)


IS_ABOVE = rule_of_house(
    "上报对象应为经办单位的上级社区或街镇",
    lambda case, facts: facts["to"] in dict(upper(case)),
    asks=True,
)
IS_BELOW = rule_of_house(
    "下派对象应为经办单位的直接下级，且不与纠纷所属单位相抵",
    lambda case, facts: facts["to"] in dict(lower(case)),
    asks=True,
)


def arrive(case: Any, facts: Mapping[str, Any]) -> dict[str, Any]:
    """The desk moves, and its new people choose who handles the case; a case handed down belongs
    from then on to the lower unit."""
    deeper = len(case.offered_to) > len(case.unit)
    unit = case.offered_to if deeper else case.unit
    return {"desk": case.offered_to, "offered_to": "", "unit": unit, "handler": None}


def ladder(
    sources: tuple[str, ...], roles: tuple[Role, ...], arrives: Callable[..., Any] = arrive
) -> dict[str, Step]:
    """上报 and 下派 as a handshake: offered, then accepted, returned with a reason, or revoked."""
    why = {"reason": LongText("原因", most=500)}
    return {
        "raise": Step(
            "上报", sources, "", roles, {"to": Place("上报至", options=upper), **why}, (IS_ABOVE,),
            sets=lambda case, facts: {"offered_to": facts["to"]},
            fits=lambda case: len(case.desk) > scope.STREET_DIGITS,
            style="primary",
        ),
        "hand_down": Step(
            "下派", sources, "", roles, {"to": Place("下派至", options=lower), **why}, (IS_BELOW,),
            sets=lambda case, facts: {"offered_to": facts["to"]},
            fits=lambda case: scope.level(case.desk).below is not None,
        ),
        "accept_offer": Step(
            "接收", sources, "", roles, sets=arrives, offer="answer", style="primary"
        ),
        "return_offer": Step(
            "退回", sources, "", roles, why, offer="answer",
            sets=lambda case, facts: {"offered_to": "", "returned": True},
        ),
        "revoke_offer": Step(
            "撤回移交", sources, "", roles, why, offer="revoke",
            sets=lambda case, facts: {"offered_to": ""},
        ),
    }  # fmt: skip


def ladder_clock(days: int) -> Clock:
    return Clock(
        "移交接收", days, "平台办理规则",
        starts=("raise", "hand_down"), stops=("accept_offer", "return_offer", "revoke_offer"),
        working=True,
    )  # fmt: skip


def chosen(case: Any, facts: Mapping[str, Any]) -> list[Any]:
    rows = case.part("attachments")
    return [row for row in rows if row.pk == facts["attachment"] and not row.void]


def voided(case: Any, facts: Mapping[str, Any]) -> list[tuple[Any, list[str]]]:
    rows = chosen(case, facts)
    for row in rows:
        row.void = True
    return [(row, ["void"]) for row in rows]


IS_OURS = rule_of_house(
    "附件应属于本案且未作废", lambda case, facts: bool(chosen(case, facts)), asks=True
)


def number_of_ours(case: Any, facts: Mapping[str, Any]) -> Any:
    """The case of this street with the number that was given."""
    same = {"number": facts.get("number", ""), "registry": case.registry}
    return type(case).objects.filter(**same).exclude(pk=case.pk).first()


ONE_TARGET = rule_of_house(
    "须填写本街镇另一案件的编号，或外部编号，二者择一",
    lambda case, facts: (
        ("number" in facts) != ("outside" in facts)
        and ("number" not in facts or number_of_ours(case, facts) is not None)
    ),
    asks=True,
)


def papers(
    roles: tuple[Role, ...], open_states: tuple[str, ...], kept_states: tuple[str, ...]
) -> dict[str, Step]:
    """What may be added while the case is handled, and what until it is filed away."""
    return {
        "add_party": Step(
            "补充当事人", open_states, "", roles, {"parties": parties()}, offer="any"
        ),
        "correct_party": Step(
            "更正当事人", open_states, "", roles,
            {
                "party": Row("当事人", part="parties"),
                **{n: replace(f, required=False) for n, f in PARTY.items() if n not in FIXED},
                "reason": Text("更正原因"),
            },
            (PARTY_IS_OURS,), offer="any", alters=corrected,
        ),
        "attach": Step(
            "添加附件", kept_states, "", roles,
            {"file": File("文件"), "label": Text("说明", required=False, most=50)},
            offer="any", part="attachments", sets=lambda case, facts: keep(facts["file"]),
        ),
        "void_attachment": Step(
            "作废附件", kept_states, "", roles,
            {"attachment": Row("附件", part="attachments"), "reason": Text("作废原因")},
            (IS_OURS,), offer="any", alters=voided,
        ),
        "link": Step(
            "关联", ANY, "", roles,
            {
                "relation": Choice("关系", choices=Relation),
                "number": Text("关联案件编号", required=False, most=64),
                "outside": Text("外部编号", required=False, most=100, help="如热线工单号"),
            },
            (ONE_TARGET,), offer="any", part="links",
            sets=lambda case, facts: {"other": number_of_ours(case, facts)},
        ),
    }  # fmt: skip


FIXED = ("side", "kind")  # who stands on which side is not a slip of the pen


def party(case: Any, facts: Mapping[str, Any]) -> Any:
    return next((row for row in case.part("parties") if row.pk == facts["party"]), None)


PARTY_IS_OURS = rule_of_house(
    "当事人应是本案登记的当事人", lambda case, facts: party(case, facts) is not None, asks=True
)


def corrected(case: Any, facts: Mapping[str, Any]) -> list[tuple[Any, list[str]]]:
    """The party with what was given anew; the blind indexes follow their numbers."""
    row, given = party(case, facts), [name for name in facts if name in PARTY]
    for name in given:
        setattr(row, name, facts[name])
    return [(row, [*given, "id_blind", "phone_blind"])]
