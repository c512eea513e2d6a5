"""What can happen to a crisis: 接报, 到场处置 with its outcome, 回访."""

from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Integer, LongText, Many, Person, Text
from lawgov.casework.hours import Hour
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.people.models import Role
from lawgov.people.shown import working_in
from lawgov.units import scope
from mediation.rules.opening import SOURCE_KNOWN
from mediation.states import ALL

from . import access, limits, rules
from .choices import CRISIS as KINDS
from .choices import Outcome

STATES = {
    "reported": "已接报", "handling": "处置中", "handled": "已处置", "followed": "已回访",
}  # fmt: skip
COLOURS = {"reported": "danger", "handling": "warning", "handled": "success"}
WORKERS = ALL
OPEN = ("reported", "handling")


def people(case: Any) -> list[tuple[int, str]]:
    return working_in([scope.span(scope.street(case.unit))])


def went(case: Any, facts: Any) -> dict[str, Any]:
    return {
        "goers": [
            {**row, "name": row["user"].name} if "user" in row else dict(row)
            for row in facts["goers"]
        ]
    }


def for_dispute(case: Any) -> dict[str, Any] | None:
    """What a dispute begins with that lay behind a crisis, once that is over."""
    if case.state not in ("handled", "followed"):
        return None
    return {"title": case.title, "channel": "crisis", "sensitivity": case.sensitivity}


STEPS = {
    "report": Step(
        "接报危机事件", (), "reported", WORKERS,
        {
            "title": Text("名称", most=100, help="不写姓名，如：高层轻生警情"),
            "type": Choice("危机类型", choices=KINDS),
            "persons": Integer("涉及人数", least=1, most=1000),
            "at": Hour("发生时间", required=False),
            "place": Text("地点", required=False),
            "situation": LongText("情况"),
            "source": Integer("来源案件", required=False, least=1, most=2**63 - 1),
            "on": Day("接报日期", required=False),
        },
        (SOURCE_KNOWN,), sets=access.hidden, number="危机字",
    ),
    "go": Step(
        "到场", OPEN, "handling", WORKERS,
        {
            "goers": Many(
                "到场人员",
                of={
                    "user": Person("系统人员", required=False, options=people),
                    "name": Text("外部人员姓名", required=False, most=50),
                    "position": Text("单位及职务", required=False, most=100),
                },
            ),
            "on": Day("到场日期", required=False),
        },
        (rules.ONE_NAME,), sets=went, style="primary",
    ),
    "handle": Step(
        "登记处置结果", ("handling",), "handled", WORKERS,
        {
            "outcome": Choice("处置结果", choices=Outcome),
            "averted": Integer("化解人数", required=False, least=1, most=1000),
            "measures": LongText("处置措施"),
            "on": Day("处置日期", required=False),
        },
        (rules.AVERTED_FITS,), closes=True, style="success",
    ),
    "follow_up": Step(
        "回访", ("handled", "followed"), "followed", WORKERS,
        {"situation_now": LongText("回访情况"), "on": Day("回访日期", required=False)},
    ),
    "hand_on": Step(
        "变更承办人", OPEN, "", (Role.JUSTICE,),
        {"handler": Person("承办人", options=people), "reason": Text("原因")},
        (rules.OWNER_SITS,), hands_over=True,
    ),
    **common.papers(WORKERS, OPEN),
}  # fmt: skip
CRISIS = Procedure(
    kind="crisis",
    label="危机事件",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=access.READERS,
    trusted=access.TRUSTED,
    clocks=(Clock("危机回访", limits.FOLLOW, "平台办理规则", ("handle",), ("follow_up",)),),
    detail="psych.Crisis",
    parts={**common.PARTS, "goers": "psych.Goer"},
    counts={"type": "type", "facet": "outcome", "amount": "averted"},
)
