"""What can happen to the check of a file: 抽卷, 评分, 反馈, 整改."""

from typing import Any

from enforcement.standards import rubrics
from lawgov.casework import common
from lawgov.casework.facts import Choice, Day, Integer, LongText, Many, Text
from lawgov.casework.models import Relation
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.people.models import Role

from . import limits, rules
from .choices import CheckForm
from .facts import Checked, Found, Item

CHECKERS = (Role.OFFICER, Role.ENFORCEMENT_HEAD, Role.REVIEWER, Role.JUSTICE)
HANDLERS = (Role.OFFICER, Role.ENFORCEMENT_HEAD)
STATES = {
    "drawn": "已抽取",
    "scored": "已评分",
    "fed_back": "待整改",
    "rectified": "已整改，待确认",
    "confirmed": "已办结",
}
COLOURS = {
    "drawn": "primary", "scored": "info", "fed_back": "danger", "rectified": "warning",
    "confirmed": "success",
}  # fmt: skip
OPEN = ("drawn", "scored", "fed_back", "rectified")
SCORE = {
    "item": Item("评分项"),
    "deducted": Integer("扣分", least=1, most=1000),
    "defect": Text("存在问题"),
}
REMEDY = {"item": Found("问题"), "remedy": Text("整改情况")}


def draw(case: Any, facts: Any) -> dict[str, Any]:
    subject = facts["subject"]
    return {
        "title": f"{subject.number}{CheckForm(facts['form']).label}",
        "links": [{"relation": Relation.SOURCE, "other": subject}],
    }


def score(case: Any, facts: Any) -> dict[str, Any]:
    """A mark for every item of the rubric, in full where nothing was found; the total is theirs."""
    found = rules.given(facts)
    marks = [marked(item, found.get(item.code)) for item in rubrics.held(case.unit, facts["on"])]
    full, lost = (sum(mark[name] for mark in marks) for name in ("points", "deducted"))
    return {
        "marks": marks, "full": full, "total": full - lost, "defects": len(found),
        "scored_on": facts["on"],
    }  # fmt: skip


def marked(item: Any, found: Any) -> dict[str, Any]:
    mark = {"code": item.code, "label": item.label, "points": item.points, "deducted": 0}
    return mark | ({"deducted": found["deducted"], "defect": found["defect"]} if found else {})


def rectified(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    told = {each["item"]: each["remedy"] for each in facts["remedies"]}
    rows = [row for row in case.part("marks") if row.defect]
    for row in rows:
        row.remedy = told[row.code]
    return [(row, ["remedy"]) for row in rows]


def confirmed(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
    rows = [row for row in case.part("marks") if row.defect]
    for row in rows:
        row.mended_on = facts["on"]
    return [(row, ["mended_on"]) for row in rows]


def items(case: Any) -> list[dict[str, Any]]:
    """The whole rubric stands in the form; what nothing is taken off for stays as it is."""
    return [{"item": item.code} for item in rubrics.held(case.unit)]


def defects_of(case: Any) -> list[dict[str, Any]]:
    """Each defect stands in the form already, to be answered."""
    return [{"item": row.code} for row in case.part("marks") if row.defect]


STEPS = {
    "draw": Step(
        "抽卷", (), "drawn", CHECKERS,
        {
            "subject": Checked("被评查案件"),
            "form": Choice("评查方式", choices=CheckForm),
            "on": Day("抽取日期", required=False),
        },
        (rules.SUBJECT_KNOWN, rules.SUBJECT_CLOSED), sets=draw, number="案评字",
    ),
    "score": Step(
        "评分", ("drawn",), "scored", CHECKERS,
        {
            "scores": Many("扣分项", required=False, of=SCORE, least=0, begins=items),
            "opinion": Text("评查意见", required=False),
            "on": Day("评分日期", required=False),
        },
        (rules.FITS_FORM, rules.IN_FORCE, rules.WITHIN, rules.ONCE), sets=score, style="primary",
    ),
    "pass_file": Step(
        "评查通过", ("scored",), "confirmed", CHECKERS, {}, (rules.FITS_FORM,), closes=True,
        fits=lambda case: not rules.has_defects(case), style="success",
    ),
    "feed_back": Step(
        "反馈", ("scored",), "fed_back", CHECKERS,
        {"demand": LongText("整改要求", required=False, most=1000)},
        (rules.FITS_FORM,), fits=rules.has_defects, style="primary",
        sets=lambda case, facts: {"returned": True},
    ),
    "rectify": Step(
        "整改", ("fed_back",), "rectified", HANDLERS,
        {
            "remedies": Many("整改情况", of=REMEDY, begins=defects_of),
            "on": Day("整改日期", required=False),
        },
        (rules.ANSWERED,), alters=rectified, style="primary",
    ),
    "confirm": Step(
        "确认整改", ("rectified",), "confirmed", CHECKERS, {"on": Day("确认日期", required=False)},
        (rules.FITS_FORM,), bars=rules.has_mended, alters=confirmed, closes=True, style="success",
    ),
    "send_back": Step(
        "退回再改", ("rectified",), "fed_back", CHECKERS,
        {"reason": LongText("退回原因", most=500)},
        (rules.FITS_FORM,), bars=rules.has_mended,
        sets=lambda case, facts: {"returned": True},
    ),
    **common.papers(CHECKERS, OPEN),
}  # fmt: skip
CLOCKS = (
    Clock("案卷整改", limits.MEND_DAYS, "平台办理规则", ("feed_back", "send_back"), ("rectify",),
          working=True),
)  # fmt: skip

FILE_CHECK = Procedure(
    kind="file_check",
    label="案卷评查",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=(*CHECKERS, Role.STATISTICIAN, Role.LEADER),
    trusted=(Role.ENFORCEMENT_HEAD, Role.JUSTICE, Role.LEADER),
    clocks=CLOCKS,
    detail="casefile.FileCheck",
    parts={**common.PARTS, "marks": "casefile.Mark"},
    counts={"type": "form", "amount": "total"},
)
