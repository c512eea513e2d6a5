"""Steps that every kind of case has: attachments, links."""

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings

from lawgov.people.models import Role, User

from .facts import Choice, Text
from .models.parts import Relation
from .procedure import ANY, Rule, Step
from .upload import Files, Kept, in_day, in_quota, keep_all

PARTS = {
    "links": "casework.Link",
    "attachments": "casework.Attachment",
}


def took(*steps: str) -> Callable[[Any, User], bool]:
    """Who took one of these steps; for the `bars` of a step that judges what was done in them."""

    def bars(case: Any, user: User) -> bool:
        return any(event.step in steps and event.by_id == user.pk for event in case.history)

    return bars


def rule_of_house(says: str, holds: Any, asks: bool = False) -> Rule:
    return Rule(says, "平台办理规则", "", holds, asks)


def is_valid(case: Any, facts: Mapping[str, Any]) -> bool:
    row = case.one("attachments", facts["attachment"])
    return row is not None and not row.void


def voided(case: Any, facts: Mapping[str, Any]) -> list[tuple[Any, list[str]]]:
    row = case.one("attachments", facts["attachment"])
    row.void = True
    return [(row, ["void"])]


IS_OURS = rule_of_house("附件应属于本案且未作废", is_valid, asks=True)
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
