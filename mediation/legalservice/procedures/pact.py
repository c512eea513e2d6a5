"""What can happen to a pact of a community with a law firm: signed, renewed, ended."""

from datetime import timedelta
from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import Day, Text
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.casework.upload import Files, keep_all
from lawgov.organisations.facts import Body
from lawgov.organisations.models import Kind

from ..rules import pacts as rules
from ..who import KEEPERS, OFFICE, READERS

STATES = {"in_force": "在约", "ended": "已终止"}
COLOURS = {"in_force": "success", "ended": "dark"}
ONE_DAY = timedelta(days=1)


def signed(case: Any, facts: Any) -> dict[str, Any]:
    files = keep_all(case, facts) if "file" in facts else {}
    return {
        **files,
        "title": facts["firm"].name,
        "community": case.unit,
        "over_on": facts["until"] + ONE_DAY,
    }


def longer(case: Any, facts: Any) -> dict[str, Any]:
    return {"over_on": facts["until"] + ONE_DAY}


def ended(case: Any, facts: Any) -> dict[str, Any]:
    """Whatever was agreed, from this day on nothing holds; what had run out ran out then."""
    return {"over_on": min(case.detail.over_on, facts["on"]), "ended": True}


STEPS = {
    "sign": Step(
        "登记签约", (), "in_force", KEEPERS,
        {
            "firm": Body("律师事务所", kinds=(Kind.LAW_FIRM,)),
            "lawyer": Text("驻点律师", required=False, most=50),
            "since": Day("签约日期"),
            "until": Day("有效期至"),
            "file": Files("签约文本", required=False),
            "on": Day("登记日期", required=False),
        },
        (rules.COMMUNITY, rules.NEAR, rules.PERIOD, rules.AFTER_THE_LAST), sets=signed,
        number="法签字",
    ),
    "renew": Step(
        "续约", ("in_force",), "", KEEPERS,
        {
            "until": Day("有效期至"),
            "file": Files("续约文本", required=False),
            "on": Day("续约日期", required=False),
        },
        (rules.LATER,), style="primary",
        sets=lambda case, facts: {
            **longer(case, facts), **(keep_all(case, facts) if "file" in facts else {}),
        },
    ),
    "change_lawyer": Step(
        "更换驻点律师", ("in_force",), "", KEEPERS,
        {"lawyer": Text("驻点律师", most=50), "on": Day("更换日期", required=False)},
    ),
    "end": Step(
        "终止签约", ("in_force",), "ended", KEEPERS,
        {"reason": Text("终止原因"), "on": Day("终止日期", required=False)},
        (rules.BEGUN,), sets=ended, closes=True, style="danger",
    ),
    **common.papers(OFFICE, ("in_force",)),
}  # fmt: skip
CLOCKS = (
    Clock("签约届满", 0, "签约文本约定的有效期", ("sign", "renew"), ("end",), told_day="until"),
)

PACT = Procedure(
    kind="pact",
    label="律所签约",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=READERS,
    clocks=CLOCKS,
    detail="legalservice.Pact",
    parts={**common.PARTS},
)
