"""What can happen to a report by code: graded, routed, handled, replied, and rated by who sent it.

Its colour decides who handles it and by when; what nobody answers climbs to the level above."""

from datetime import date
from typing import Any

from lawgov.casework import common
from lawgov.casework.facts import (
    Choice,
    Day,
    Integer,
    LongText,
    Place,
    Several,
    Text,
    phone,
)  # fmt: skip
from lawgov.casework.models import Relation
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.counter import slips
from lawgov.handovers.steps import lower, named
from lawgov.parties import steps as parties
from lawgov.people.models import Role
from lawgov.privacy.masks import mask_name
from lawgov.units import scope
from lawgov.workdays import calendar

from ..choices import FACTOR, Risk, Satisfaction
from ..grading import ORDER, colour_of, score_of
from ..states import ALL, OFFICE
from . import limits, rules

STATES = {
    "submitted": "待定级",
    "graded": "已定级",
    "routed": "已分派",
    "handling": "处置中",
    "replied": "已答复",
    "closed": "已办结",
    "turned": "已转为纠纷",
}
COLOURS = {
    "submitted": "primary", "graded": "info", "routed": "info", "handling": "warning",
    "replied": "success", "closed": "dark", "turned": "dark",
}  # fmt: skip
WAITING = ("submitted", "graded", "routed", "handling")
TURNED = "您反映的事情已登记为矛盾纠纷，由承办单位与您联系调处。"
DAYS = {Risk.LOW: limits.GREEN, Risk.MEDIUM: limits.YELLOW, Risk.HIGH: limits.RED}
TOLD = {
    "text": LongText("反映的事情", most=1000, help="请写明什么事、谁和谁之间、希望怎样解决"),
    "where": Text("具体地点", required=False, most=200),
    "name": Text("称呼", required=False, most=30, mask=mask_name),
    "phone": phone("联系电话"),
}


def working(day: date, days: int) -> date:
    return calendar.add(day, days, working=True).day


def due(case: Any, day: date, risk: str) -> dict[str, Any]:
    """The day by which it is to be graded or, once it is, replied to."""
    if not risk:
        return {"grade_by": working(day, limits.GRADE.on(case.unit, day))}
    return {"reply_by": working(day, DAYS[Risk(risk)].on(case.unit, day))}


def submitted(case: Any, facts: Any) -> dict[str, Any]:
    """The title names the place, never what was written; the case gets its slip."""
    place = rules.hanging(facts["code_place"], facts["on"])
    known = facts.get("name") or facts.get("phone")
    who = {
        "side": "applicant",
        "name": facts.get("name") or "上报人",
        "phone": facts.get("phone", ""),
    }
    return {
        "title": f"扫码上报：{place.subject if place else ''}",
        "code_place": place,
        "parties": [who] if known else [],
        "links": [{"relation": Relation.SOURCE, "entry": place}],
        **slips.new(),
        **due(case, facts["on"], ""),
    }


def graded(case: Any, facts: Any) -> dict[str, Any]:
    day, factors = facts["on"], facts.get("factors", [])
    score = score_of(case.unit, day, factors, 1)
    risk = max(facts.get("risk") or Risk.LOW, colour_of(case.unit, day, score), key=ORDER.index)
    return {"score": score, "factors": factors, "risk": risk, **due(case, day, risk)}


def desks(case: Any) -> list[tuple[str, str]]:
    return [*named(list(reversed(rules.desks(case)))), *lower(case)]


def again(case: Any, facts: Any) -> dict[str, Any]:
    return due(case, facts["on"], case.detail.risk)


def climbed(case: Any, facts: Any) -> dict[str, Any]:
    return {"desk": scope.parent(case.desk), "handler": None, **again(case, facts)}


def below_street(case: Any) -> bool:
    return len(case.desk) > scope.STREET_DIGITS


STEPS = {
    "submit": Step(
        "上报", (), "submitted", (),
        {"code_place": Integer("二维码点位", least=1, most=2**63 - 1), **TOLD},
        (rules.PLACE_FITS,), sets=submitted, number="扫码字", public=True,
    ),
    "grade": Step(
        "定级", ("submitted",), "graded", OFFICE,
        {
            "factors": Several("风险因素", required=False, choices=FACTOR),
            "risk": Choice("风险等级", required=False, choices=Risk, help="不选即按因素计分"),
            "on": Day("日期", required=False),
        },
        sets=graded, style="primary", vouches=("risk", "score"),
    ),
    "route": Step(
        "分派处置", ("graded",), "routed", OFFICE, {"desk": Place("处置单位", options=desks)},
        (rules.DESK_FITS, rules.BY_COLOUR), style="primary",
    ),
    "take_up": Step(
        "开始处置", ("routed",), "handling", ALL, style="primary",
        sets=lambda case, facts: {"handler": facts["by"]},
    ),
    "answer": Step(
        "答复", ("handling",), "replied", ALL,
        {"reply": LongText("答复", most=1000, help="上报人凭查询号查看"),
         "on": Day("日期", required=False)},
        (rules.TELLS_NOBODY,), style="primary",
        sets=lambda case, facts: {"replied_on": facts["on"]},
    ),
    "settle": Step(
        "评价", ("replied",), "closed", (), {"rating": Choice("评价", choices=Satisfaction)},
        closes=True, public=True,
    ),
    "reopen": Step(
        "反映未解决", ("replied",), "handling", (), {"why": LongText("哪里没有解决", most=500)},
        sets=lambda case, facts: {"reopened": True, **again(case, facts)}, public=True,
        fits=lambda case: not case.detail.reopened,
    ),
    "lapse": Step("逾期未评价办结", ("replied",), "closed", (), closes=True),
    "turn": Step(
        "转为纠纷", WAITING, "turned", (),
        {"dispute": Integer("纠纷", least=1, most=2**63 - 1)}, closes=True,
        sets=lambda case, facts: {"reply": TURNED, "replied_on": facts["on"]},
    ),
    "climb": Step("逾期上移", WAITING, "", (), sets=climbed, fits=below_street),
    "urge": Step(
        "逾期督办", WAITING, "", (), sets=again, fits=lambda case: not below_street(case)
    ),
    **common.papers(ALL, tuple(STATES)),
}  # fmt: skip
CLOCKS = (
    Clock("扫码定级", 0, "平台办理规则", ("submit", "climb", "urge"), ("grade", "turn"),
          told_day="grade_by"),
    Clock("扫码答复", 0, "平台办理规则", ("grade", "climb", "urge", "reopen"), ("answer", "turn"),
          told_day="reply_by"),
    Clock("上报人评价", limits.RATE, "平台办理规则", ("answer",), ("settle", "reopen", "lapse"),
          window=True),
)  # fmt: skip

CODE_REPORT = Procedure(
    kind="code_report",
    label="扫码上报",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=(*ALL, Role.STATISTICIAN, Role.LEADER),
    trusted=(Role.JUSTICE, Role.LEADER),
    given_down=True,
    clocks=CLOCKS,
    detail="doors.CodeReport",
    parts={**parties.PARTS, **common.PARTS, **slips.PARTS},
    searched=("text", "where"),
    counts={"facet": "risk"},
)
