"""The steps of a soft measure and of its re-check, for a lead and for an inspection."""

from typing import Any

from enforcement.officers.certified import OFFICERS, TWO_CERTIFIED
from lawgov.casework.facts import Choice, Day, LongText, Text
from lawgov.casework.models import Relation
from lawgov.casework.procedure import Clock, Rule, Step
from lawgov.casework.upload import Files, keep_all

from ..carrying import coming_from
from ..choices import Rechecked, Remote, Soft
from ..rules import measures as rules
from ..who import TEAM

PARTS = {"soft_measures": "finding.SoftMeasure", "remote_checks": "finding.RemoteCheck"}
RECHECKING = ("corrected", "uncorrected", "repeated")
RECHECK = {
    "on": Day("复查日期", required=False),
    "found": LongText("复查情况", most=1000),
    "file": Files("复查照片", required=False),
}
STATES = {"recheck": "待复查", "must_file": "应当立案"}


def files(case: Any, facts: Any) -> dict[str, Any]:
    return keep_all(case, facts) if "file" in facts else {}


def brought(case: Any, facts: Any, *followed: Any) -> dict[str, Any]:
    """What a new case comes with: links to its source and to what it follows, its source's files
    and its own."""
    came, own = coming_from(case, facts), files(case, facts)
    links = [{"relation": Relation.SOURCE, "other": each} for each in followed if each]
    return {
        **came,
        "links": came.get("links", []) + links,
        "attachments": came.get("attachments", []) + own.get("attachments", []),
    }


def rechecked(result: str) -> Any:
    """The open measure gets its result and the day on which somebody looked."""

    def alters(case: Any, facts: Any) -> list[tuple[Any, list[str]]]:
        row = rules.open_measure(case)
        row.result, row.rechecked_on = result, facts["on"]
        return [(row, ["result", "rechecked_on"])]

    return alters


def taken(case: Any, facts: Any) -> dict[str, Any]:
    return {"on": facts["on"], "officers": [user.pk for user in facts["officers"]]}


def soft(here: str, cleared: str, *also: Rule) -> dict[str, Step]:
    """A measure leads from `here` to its re-check; corrected, the matter is `cleared`."""
    return {
        "measure": Step(
            "采取非强制措施", (here,), "recheck", TEAM,
            {
                "kind": Choice("措施", choices=Soft),
                "demand": LongText("内容和要求", most=2000),
                "recheck_on": Day("复查日期"),
                "officers": OFFICERS,
                "on": Day("日期", required=False),
            },
            (TWO_CERTIFIED, rules.RECHECK_AHEAD, rules.NOT_REPEATED, *also),
            part="soft_measures", sets=taken, style="primary",
        ),
        "corrected": Step(
            "复查：已改正", ("recheck",), cleared, TEAM, RECHECK, sets=files,
            alters=rechecked(Rechecked.CORRECTED), closes=True, style="success",
        ),
        "uncorrected": Step(
            "复查：未改正", ("recheck",), here, TEAM, RECHECK, sets=files,
            alters=rechecked(Rechecked.UNCORRECTED), style="primary",
        ),
        "repeated": Step(
            "复查：再次违法", ("recheck",), "must_file", TEAM, RECHECK,
            sets=lambda case, facts: {**files(case, facts), "repeated": True},
            alters=rechecked(Rechecked.REPEATED), style="danger",
        ),
    }  # fmt: skip


def remote(states: tuple[str, ...]) -> dict[str, Step]:
    return {
        "remote_check": Step(
            "非现场检查", states, "", TEAM,
            {
                "way": Choice("方式", choices=Remote),
                "device": Text("设备（数据来源）", required=False, most=100),
                "found": LongText("核查情况", most=2000),
                "reviewed": rules.REVIEWED,
                "on": Day("日期", required=False),
            },
            (rules.DEVICE_REVIEWED,), part="remote_checks",
            sets=lambda case, facts: {"on": facts["on"]},
        ),
    }  # fmt: skip


def clock(*stops: str) -> Clock:
    return Clock("复查", 0, "采取措施时确定的复查日期", ("measure",),
                 (*RECHECKING, *stops), told_day="recheck_on")  # fmt: skip
