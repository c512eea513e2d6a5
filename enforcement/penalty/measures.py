"""先行登记保存、查封、扣押: asked, approved, taken by two, extended once, and ended in time."""

from datetime import date, timedelta
from typing import Any

from enforcement.officers.certified import OFFICERS, TWO_CERTIFIED
from lawgov.casework.facts import Choice, Day, Flag, Integer, LongText, Row, Text
from lawgov.casework.procedure import Clock, Step

from . import effects
from .choices import Disposal, MeasureKind, MeasureState, Present
from .opening import pks
from .rules import evidence as rules
from .rules import opening
from .states import FIELD, HEADS, INVESTIGATED, KEPT, UNDECIDED, awaits, has_handled

APPROVE_WITHIN = timedelta(days=1)  # 二十四小时, 行政强制法第十九条

WHAT = {
    "kind": Choice("种类", choices=MeasureKind),
    "things": LongText("财物清单", most=2000),
    "place": Text("地点"),
    "reason": Text("理由"),
    "related": Flag("限于涉案财物，不含无关财物和生活必需品"),
}
HOW = {
    "officers": OFFICERS,
    "shown": Flag("已出示执法证件"),
    "present": Choice("在场人", choices=Present),
    "inventoried": Flag("已当场清点、告知权利，并交付决定书和清单"),
    "on": Day("采取日期", required=False),
}
TAKING = (
    TWO_CERTIFIED, rules.NOT_RECUSED, rules.CERT_SHOWN, rules.INVENTORIED,
)  # fmt: skip
WHICH = {"measure": Row("措施", part="measures")}


def asked(case: Any, facts: Any) -> dict[str, Any]:
    return {"state": MeasureState.ASKED}


def due(case: Any, *changed: tuple[Any, date | None]) -> dict[str, Any]:
    """The first of the days on which something held has to be decided on."""
    days = {id(row): row.due_on for row in rules.held(case)}
    days |= {id(row): day for row, day in changed}
    return {"measures_due": min((day for day in days.values() if day), default=None)}


def taken_at_once(case: Any, facts: Any) -> dict[str, Any]:
    on, last = facts["on"], rules.lasts_until(facts["kind"], facts["on"])
    return {
        "state": MeasureState.TAKEN, "urgent": True, "taken_on": on, "due_on": last,
        "officers": pks(facts), "approve_by": on + APPROVE_WITHIN, **due(case, (None, last)),
    }  # fmt: skip


def will_last(case: Any, facts: Any) -> dict[str, Any]:
    """Who takes it stands in its row; the officers of the case stay who they are."""
    row = rules.measure(case, facts)
    lasts = rules.lasts_until(row.kind, facts["on"])
    return {"officers": case.detail.officers, **due(case, (row, lasts))}


def taken(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = rules.measure(case, facts)
    row.state, row.taken_on, row.officers = MeasureState.TAKEN, facts["on"], pks(facts)
    row.due_on = rules.lasts_until(row.kind, facts["on"])
    return [(row, ["state", "taken_on", "due_on", "officers"])]


def approved(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    """What was taken at once stands; anything else may now be taken."""
    row = rules.measure(case, facts)
    row.approved_on = facts["on"]
    if row.state == MeasureState.ASKED:
        row.state = MeasureState.APPROVED
    return [(row, ["state", "approved_on"])]


def refused(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    """What was taken at once is released at once (行政强制法第十九条)."""
    row = rules.measure(case, facts)
    if row.state == MeasureState.TAKEN:
        row.ended_on, row.disposal = facts["on"], Disposal.RETURNED
    row.state = MeasureState.REFUSED
    return [(row, ["state", "ended_on", "disposal"])]


def longer(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = rules.measure(case, facts)
    row.due_on, row.extended = extended(row, facts), True
    return [(row, ["due_on", "extended"])]


def extended(row: Any, facts: Any) -> date:
    """Counted on from the first term, not from the day of the extension."""
    return row.due_on + timedelta(days=facts["days"])


def ended(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    row = rules.measure(case, facts)
    row.state, row.ended_on = MeasureState.ENDED, facts["on"]
    row.disposal = facts["disposal"]
    return [(row, ["state", "ended_on", "disposal"])]


def lost(case: Any, facts: Any) -> list[tuple[Any, date]]:
    """Days of an appraisal do not count against 查封、扣押 (行政强制法第二十五条)."""
    sent = next(event.on for event in reversed(case.history) if event.step == "appraise")
    rows = [row for row in rules.held(case) if row.kind != MeasureKind.PRESERVE]
    return [(row, row.due_on + (facts["on"] - max(sent, row.taken_on))) for row in rows]


def moved(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    rows = lost(case, facts)
    for row, day in rows:
        row.due_on = day
    return [(row, ["due_on"]) for row, _ in rows]


STEPS = {
    "appraised": Step(
        "收到鉴定意见", INVESTIGATED, "", FIELD,
        {"result": LongText("鉴定意见"), "on": Day("收到日期", required=False)},
        fits=lambda case: awaits(case, "appraise", "appraised"),
        sets=lambda case, facts: due(case, *lost(case, facts)), alters=moved,
    ),
    "ask_measure": Step(
        "申请采取措施", UNDECIDED, "", FIELD, {**WHAT, "on": Day("申请日期", required=False)},
        (rules.LAWFUL_SCOPE,), part="measures", sets=asked,
    ),
    "approve_measure": Step(
        "批准措施", UNDECIDED, "", HEADS,
        {**WHICH, "opinion": Text("审批意见", required=False),
         "on": Day("批准日期", required=False)},
        (rules.TO_APPROVE,), bars=has_handled, alters=approved, effect=effects.measures,
        fits=lambda case: any(map(rules.unapproved, case.part("measures"))), style="success",
    ),
    "refuse_measure": Step(
        "不批准措施", UNDECIDED, "", HEADS,
        {**WHICH, "reason": Text("理由"), "on": Day("日期", required=False)},
        (rules.TO_APPROVE,), bars=has_handled, alters=refused, effect=effects.measures,
        sets=lambda case, facts: due(case, (rules.measure(case, facts), None)),
        fits=lambda case: any(map(rules.unapproved, case.part("measures"))),
    ),
    "take_measure": Step(
        "采取措施", UNDECIDED, "", FIELD, {**WHICH, **HOW}, (rules.APPROVED, *TAKING),
        sets=will_last, alters=taken,
        fits=lambda case: any(r.state == MeasureState.APPROVED for r in case.part("measures")),
    ),
    "take_urgent": Step(
        "紧急采取措施", UNDECIDED, "", FIELD, {**WHAT, **HOW}, (rules.LAWFUL_SCOPE, *TAKING),
        part="measures", sets=taken_at_once, style="danger",
    ),
    "extend_measure": Step(
        "延长措施", UNDECIDED, "", HEADS,
        {
            **WHICH,
            "days": Integer("延长日数", least=1, most=rules.HELD_DAYS),
            "reason": Text("延长理由"),
            "notified": Flag("已书面告知当事人并说明理由"),
            "on": Day("批准日期", required=False),
        },
        (rules.EXTENDS_ONCE, rules.TOLD_OF_EXTENSION), bars=has_handled,
        sets=lambda case, facts: due(
            case, (row := rules.measure(case, facts), extended(row, facts))
        ),
        alters=longer, fits=lambda case: bool(rules.held(case)), effect=effects.held,
    ),
    "end_measure": Step(
        "处理（解除）措施", KEPT, "", FIELD,
        {**WHICH, "disposal": Choice("处理结果", choices=Disposal),
         "on": Day("处理日期", required=False)},
        (rules.IS_TAKEN,), alters=ended, offer="any",
        sets=lambda case, facts: due(case, (rules.measure(case, facts), None)),
        fits=lambda case: bool(rules.held(case)),
    ),
}  # fmt: skip
CLOCKS = (
    # Each of these says anew which of the things held comes first; where none is left, none runs.
    Clock(
        "登记保存、查封、扣押届满", 0,
        f"{opening.LAW}第五十六条（七个工作日内处理）、{rules.COERCION_LAW}第二十五条（三十日）",
        ("take_measure", "take_urgent", "extend_measure", "refuse_measure", "end_measure",
         "appraised"),
        (), told_day="measures_due",
    ),
    Clock(
        "紧急措施补办批准", 0, f"{rules.COERCION_LAW}第十九条（二十四小时内）", ("take_urgent",),
        ("approve_measure", "refuse_measure"), told_day="approve_by",
    ),
)  # fmt: skip
