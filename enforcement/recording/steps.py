"""How records come into a case, are checked and put right: steps that a kind adds to its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms

from enforcement.officers.certified import options
from lawgov.casework.common import IN_DAY, IN_QUOTA
from lawgov.casework.facts import (
    Checked,
    Choice,
    Day,
    Flag,
    Integer,
    LongText,
    People,
    Row,
    Several,
    Text,
)
from lawgov.casework.procedure import Clock, Step
from lawgov.casework.upload import Files, Kept, keep_all
from lawgov.people.models import Role

from . import limits, rules, selfcheck
from .choices import DEFECT, Form, Stage
from .hours import hour

PARTS = {"recordings": "recording.Recording"}
CHECKERS = (Role.ENFORCEMENT_HEAD, Role.JUSTICE)
HERE = "本平台（附件存储）"
Facts = Mapping[str, Any]


@dataclass(frozen=True)
class Moment(Integer):
    """A step that was taken, by its place in the history."""

    least: int = 1

    def field(self, case: Any = None) -> forms.Field:
        done = [(event.seq, f"{event.on} {event.label}") for event in reversed(case.history)]
        return forms.ChoiceField(choices=[("", "请选择"), *done], **self.common())

    def told(self, value: Any, case: Any) -> str:
        done = next((event for event in case.history if event.seq == value), None)
        return f"{done.on} {done.label}" if done else str(value)


@dataclass(frozen=True)
class Taken(Row):
    """A record of the case, by its number."""

    part: str = "recordings"

    def told(self, value: Any, case: Any) -> str:
        return str(case.one(self.part, value) or value)


RECORD: Mapping[str, Any] = {
    "about": Moment("所记录的环节"),
    "form": Choice("记录方式", choices=Form),
    "file": Files("文件", required=False),
    "attachment": Kept("已有附件", required=False, help="文件已在本案附件中的，在此选定"),
    "in_view": People("入镜执法人员", required=False, options=options),
    "place": Text("地点"),
    "shot_on": Day("采集日期"),
    "starts": Checked("开始时间", False, "如 14:30", most=5, rule=hour),
    "ends": Checked("结束时间", False, "如 14:50", most=5, rule=hour),
    "told": Flag("已告知当事人正在记录"),
    "keeper": Text("保管人", required=False, most=50, help="不填即上传人"),
    "stored_at": Text("存储位置", required=False, most=100, help="不填即本平台"),
    "marks": Several("自查发现的问题", required=False, choices=DEFECT),
    "note": Text("说明", required=False),
}


def files_of(case: Any, facts: Facts) -> dict[str, Any]:
    """The rows of new files, and the hashes of those that make up the record."""
    if not facts.get("file"):
        return {"digests": [case.one("attachments", facts["attachment"]).sha256]}
    kept = keep_all(case, {**facts, "label": "执法全过程记录"})
    return {**kept, "digests": [row["sha256"] for row in kept["attachments"]]}


def recorded(case: Any, facts: Facts) -> dict[str, Any]:
    """The record with what its self-check finds, whatever the uploader marked."""
    event = next(each for each in case.history if each.seq == facts["about"])
    found = {*selfcheck.found(case.unit, facts, facts["on"]), *facts.get("marks", ())}
    mend_by = due(case, facts) if found else None
    return {
        **files_of(case, facts),
        "scene": event.step,
        "in_view": [user.pk for user in facts.get("in_view", ())],
        "keeper": facts.get("keeper") or str(facts["by"] or ""),
        "stored_at": facts.get("stored_at") or HERE,
        "keep_until": facts["shot_on"] + timedelta(days=limits.KEEP.on(case.unit)),
        "defects": sorted(found),
        "stage": Stage.FAULTY if found else Stage.KEPT,
        "mend_by": mend_by,
        **next_due(case, None, mend_by),
    }


def due(case: Any, facts: Facts) -> date:
    day: date = facts["on"]
    return day + timedelta(days=limits.MEND.on(case.unit))


def next_due(case: Any, row: Any, becomes: date | None) -> dict[str, date]:
    """The first day by which a faulty record is to be mended, when this row's day is another."""
    faulty = (each for each in case.part("recordings") if each.is_faulty and each is not row)
    days = [each.mend_by for each in faulty] + [becomes]
    return {"mend_next": min(filter(None, days))} if any(days) else {}


def after_check(case: Any, facts: Facts) -> dict[str, date]:
    becomes = due(case, facts) if facts.get("faults") else None
    return next_due(case, rules.given(case, facts), becomes)


def without(case: Any, facts: Facts) -> dict[str, date]:
    return next_due(case, rules.given(case, facts), None)


def checked(case: Any, facts: Facts) -> list[tuple[Any, list[str]]]:
    row, faults = rules.given(case, facts), facts.get("faults", [])
    row.checked_by, row.checked_on = facts["by"], facts["on"]
    row.stage = Stage.FAULTY if faults else Stage.PASSED
    row.defects = sorted({*row.defects, *faults})
    row.mend_by = due(case, facts) if faults else None
    return [(row, ["checked_by_id", "checked_on", "stage", "defects", "mend_by"])]


def mended(case: Any, facts: Facts) -> list[tuple[Any, list[str]]]:
    row = rules.given(case, facts)
    row.stage, row.mend_by = Stage.MENDED, None
    return [(row, ["stage", "mend_by"])]


def voided(case: Any, facts: Facts) -> list[tuple[Any, list[str]]]:
    """The record goes with its files; both stay to be looked at."""
    row = rules.given(case, facts)
    files = [each for each in case.part("attachments") if each.sha256 in row.digests]
    for each in (row, *files):
        each.void = True
    return [(each, ["void"]) for each in (row, *files)]


def papers(roles: tuple[Role, ...], states: tuple[str, ...]) -> dict[str, Step]:
    """采集归档, 抽查, 整改 and 作废 of records, for a kind whose steps are recorded."""
    return {
        "record": Step(
            "登记执法记录", states, "", roles, RECORD,
            (
                rules.ONE_SOURCE, rules.IS_HISTORY, rules.NOT_AHEAD, rules.OF_ITS_FORM,
                rules.FULLY_TOLD, rules.ATTACHMENT_STANDS, rules.ATTACHMENT_IS_NEW, IN_QUOTA,
                IN_DAY,
            ),
            offer="any", part="recordings", sets=recorded,
        ),
        "check_record": Step(
            "抽查执法记录", states, "", CHECKERS,
            {
                "recording": Taken("执法记录"),
                "faults": Several("发现的问题", required=False, choices=DEFECT,
                                  help="不选即抽查合格"),
                "remark": Text("抽查意见", required=False),
            },
            (rules.IS_OURS, rules.CHECKED_BY_ANOTHER), offer="any", alters=checked,
            sets=after_check, fits=has_records,
        ),
        "mend_record": Step(
            "整改执法记录", states, "", roles,
            {"recording": Taken("执法记录"), "remedied": LongText("整改情况", most=500)},
            (rules.IS_OURS, rules.WAITS), offer="any", alters=mended, sets=without,
            fits=has_faulty,
        ),
        "void_record": Step(
            "作废执法记录", states, "", roles,
            {"recording": Taken("执法记录"), "reason": Text("作废原因")},
            (rules.IS_OURS,), offer="any", alters=voided, sets=without, fits=has_records,
        ),
    }  # fmt: skip


def has_records(case: Any) -> bool:
    return any(not row.void for row in case.part("recordings"))


def has_faulty(case: Any) -> bool:
    return any(row.is_faulty for row in case.part("recordings"))


# Each of these steps says anew by when the first faulty record is to be mended, or says no day.
CLOCK = Clock(
    "执法记录整改", 0, "平台办理规则",
    ("record", "check_record", "mend_record", "void_record"), (), told_day="mend_next",
)  # fmt: skip
