"""Posts held by an officer: sensitive ones no longer than the limit, then 轮岗."""

from typing import Any

from lawgov.casework.facts import Day, Flag, Text
from lawgov.casework.procedure import Step
from lawgov.people.models import Role

from . import rules

POST = {
    "name": Text("岗位名称", most=50),
    "sensitive": Flag("关键、敏感岗位"),
}
Altered = list[tuple[Any, list[str]]]


def begun(case: Any, facts: Any) -> dict[str, Any]:
    since = facts.get("held_from", facts["on"])
    due = rules.rotate_by(case, facts, since)
    return {"held_from": since, **({"rotate_by": due} if due else {})}


def given_up(case: Any, facts: Any) -> Altered:
    """The post that is held ends that day."""
    if (row := rules.holding(case)) is None:
        return []
    row.held_until = facts["on"]
    return [(row, ["held_until"])]


def planned(case: Any, facts: Any) -> Altered:
    row = rules.holding(case)
    assert row is not None  # the step fits only who holds a post
    row.planned_on, row.planned_to = facts["planned_on"], facts.get("planned_to", "")
    return [(row, ["planned_on", "planned_to"])]


def has_post(case: Any) -> bool:
    return rules.holding(case) is not None


def steps(roles: tuple[Role, ...], here: tuple[str, ...]) -> dict[str, Step]:
    return {
        "hold_post": Step(
            "登记任岗", here, "", roles,
            {**POST, "held_from": Day("任岗日期"), "on": Day("登记日期", required=False)},
            (rules.BEGUN,), part="holdings", sets=begun, offer="any",
            fits=lambda case: not has_post(case),
        ),
        "plan_rotation": Step(
            "列入轮岗计划", here, "", roles,
            {
                "planned_on": Day("计划轮岗日期"),
                "planned_to": Text("拟任岗位", required=False, most=50),
            },
            alters=planned, offer="any", fits=has_post,
        ),
        "rotate": Step(
            "轮岗", here, "", roles,
            {
                **POST,
                "filing": Text("轮岗备案文号", required=False, most=64),
                "on": Day("轮岗日期", required=False),
            },
            (rules.ANOTHER_POST,), part="holdings", sets=begun, alters=given_up, offer="any",
            fits=has_post, style="primary",
        ),
    }  # fmt: skip
