"""Steps that every kind of case has: attachments, links, and the ladder between levels."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings

from lawgov.people.models import Role
from lawgov.units import scope
from lawgov.units.models import Unit

from .facts import Choice, LongText, Place, Text
from .models.parts import Relation
from .procedure import ANY, Clock, Rule, Step
from .upload import Files, Kept, in_day, in_quota, keep_all

PARTS = {
    "links": "casework.Link",
    "attachments": "casework.Attachment",
}


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
IN_QUOTA = rule_of_house(
    f"一案的附件合计不超过{settings.ATTACHMENT_CASE_MB}MB", in_quota, asks=True
)
IN_DAY = rule_of_house(
    f"一人一日上传的附件合计不超过{settings.ATTACHMENT_DAY_MB}MB", in_day, asks=True
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


def papers(roles: tuple[Role, ...], kept_states: tuple[str, ...]) -> dict[str, Step]:
    """What may be added to a case: files until it is filed away, links always."""
    return {
        "attach": Step(
            "添加附件", kept_states, "", roles,
            {"file": Files("文件"), "label": Text("说明", required=False, most=50)},
            (IN_QUOTA, IN_DAY), offer="any", sets=keep_all,
        ),
        "void_attachment": Step(
            "作废附件", kept_states, "", roles,
            {"attachment": Kept("附件"), "reason": Text("作废原因")},
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
