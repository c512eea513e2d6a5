"""What can happen to a consultation: booked or walked in, received, answered, rated."""

from typing import Any

from lawgov.bookings import steps as bookings
from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Integer, LongText, Text
from lawgov.casework.models import Sensitivity
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.counter import slips
from lawgov.parties import steps as parties
from mediation.choices import Satisfaction

from .. import limits
from ..choices import TOPIC, Mode, Outcome, Way
from ..rules import consultations as rules
from ..who import FIELD, OFFICE, READERS, TRUSTED

STATES = {
    "booked": "待接待",
    "confirmed": "已确认",
    "received": "已接待",
    "answered": "已答复",
    "turned": "已转办",
    "rated": "已评价",
    "closed": "已办结",
    "cancelled": "已取消",
    "missed": "未到",
}
COLOURS = {
    "booked": "primary", "confirmed": "info", "received": "warning", "answered": "success",
    "turned": "success", "rated": "dark", "closed": "dark",
}  # fmt: skip
AHEAD = ("booked", "confirmed")
DONE = ("answered", "turned")
HELD = ("received", *DONE)
OPEN = (*AHEAD, *HELD)


def begun(case: Any, facts: Any) -> dict[str, Any]:
    """The time that is booked; who comes without an account takes a slip home."""
    slip = {} if facts["by"] else slips.new()
    return {**bookings.row(facts, limits.MINUTES.on(case.unit), "法律咨询"), **slip}


def given_back(case: Any, facts: Any) -> Any:
    return bookings.given_back(case, facts["by"], facts["reason"])


def received(case: Any, facts: Any) -> dict[str, Any]:
    return {"held_on": facts["on"]}


def said(case: Any) -> dict[str, Any]:
    """What was said beforehand of who would come."""
    return {"persons": case.detail.persons, "mode": case.detail.mode}


REGISTRATION = {
    "title": Text("咨询事项", most=100, help="一句话说明，如：房屋租赁押金不退"),
    "topic": Choice("咨询类别", choices=TOPIC),
    "mode": Choice("服务方式", choices=Mode),
    "channel": Choice("受理渠道", choices=Way),
    "parties": parties.parties(least=0),
    "matter": LongText("咨询内容", required=False),
    "persons": Integer("咨询人数", required=False, least=1, most=500),
    **bookings.PIECE,
    "sensitivity": Choice("敏感性", required=False, choices=Sensitivity),
    "on": Day("登记日期", required=False),
}
STEPS = {
    "register": Step(
        "登记咨询", (), "booked", FIELD, REGISTRATION,
        (rules.REACHABLE, *bookings.fits(limits.MINUTES)),
        sets=begun, number="咨询字", public=True,
    ),
    "confirm": Step(
        "确认预约", ("booked",), "confirmed", OFFICE,
        {"lawyer": Text("接待律师（人员）", required=False, most=50)},
        fits=lambda case: bookings.standing(case) is not None, style="primary",
    ),
    "receive": Step(
        "接待", AHEAD, "received", OFFICE,
        {
            "persons": Integer("咨询人数", least=1, most=500),
            "mode": Choice("服务方式", choices=Mode),
            "lawyer": Text("接待律师（人员）", required=False, most=50),
            "on": Day("接待日期", required=False),
        },
        (bookings.HAS_COME, rules.LAWYER_NAMED), sets=received, begins=said, style="primary",
    ),
    "answer": Step(
        "答复", ("received",), "answered", OFFICE,
        {
            "answer": LongText("答复意见"),
            "outcome": Choice("处理意见", choices=Outcome),
            "on": Day("答复日期", required=False),
        },
        style="primary",
    ),
    "turned": Step(
        "转办", (*HELD, "rated", "closed"), "turned", (),
        {"became": Integer("转办案件", least=1, most=2**63 - 1)}, offer="any",
    ),
    "rate": Step(
        "评价", DONE, "rated", OFFICE,
        {
            "satisfaction": Choice("评价", choices=Satisfaction),
            "comment": LongText("意见建议", required=False, most=500),
        },
        closes=True, style="success", public=True,
    ),
    "close": Step("办结", DONE, "closed", OFFICE, {}, closes=True),
    "cancel": Step(
        "取消", AHEAD, "cancelled", FIELD, {"reason": Text("取消原因")}, (bookings.AHEAD,),
        alters=given_back, closes=True, public=True,
    ),
    "miss": Step(
        "登记未到", AHEAD, "missed", OFFICE, {}, (rules.TIME_IS_PAST,), closes=True,
        fits=lambda case: bookings.standing(case) is not None,
    ),
    "correct": Step(
        "更正登记", OPEN, "", OFFICE,
        {
            "title": Text("咨询事项", required=False, most=100),
            "topic": Choice("咨询类别", required=False, choices=TOPIC),
            "matter": LongText("咨询内容", required=False),
            "persons": Integer("咨询人数", required=False, least=1, most=500),
            "reason": Text("更正原因"),
        },
        offer="any", corrects=True,
    ),
    **parties.papers(OFFICE, OPEN),
    **common.papers(OFFICE, OPEN),
}  # fmt: skip
CLOCKS = (
    Clock("确认接待", limits.CONFIRM, "平台办理规则", ("register",),
          ("confirm", "receive", "cancel", "miss"), working=True),
    Clock("咨询答复", limits.ANSWER, "平台办理规则", ("receive",), ("answer",), working=True),
)  # fmt: skip

CONSULTATION = Procedure(
    kind="consultation",
    label="法律咨询",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=READERS,
    trusted=TRUSTED,
    clocks=CLOCKS,
    detail="legalservice.Consultation",
    parts={**parties.PARTS, **common.PARTS, **bookings.PARTS, **slips.PARTS},
    searched=("matter",),
    counts={"type": "topic", "facet": "mode"},
)
