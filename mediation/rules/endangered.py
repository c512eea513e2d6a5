"""To whom the law wants a danger reported: by its kind."""

from datetime import date
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule

from ..choices import DangerKind, ReportedTo
from .law import Facts


def waiting(case: Any) -> list[Any]:
    """The dangers that were flagged and not reported yet."""
    return [row for row in case.part("dangers") if row.reported_on is None]


def chosen(case: Any, facts: Facts) -> list[Any]:
    """Those that a report is about: all, where it names none."""
    kinds = facts.get("kinds")
    return [row for row in waiting(case) if not kinds or row.kind in kinds]


def told(kind: str, *organs: str) -> Any:
    def holds(case: Any, facts: Facts) -> bool:
        about = any(row.kind == kind for row in chosen(case, facts))
        return not about or facts["organ"] in organs

    return holds


def waits_for(kind: str) -> Any:
    return lambda case: any(row.kind == kind for row in waiting(case))


IS_FLAGGED = rule_of_house(
    "所报告的危险应是已标记、尚未报告的",
    lambda case, facts: not facts.get("kinds") or bool(chosen(case, facts)),
    asks=True,
)
VIOLENCE_TOLD = Rule(
    "涉暴力（家庭暴力）的，应当及时向公安机关报案",
    "《反家庭暴力法》",
    "第十四条",
    told(DangerKind.VIOLENCE, ReportedTo.POLICE),
    asks=True,
    since=date(2016, 3, 1),
    concerns=waits_for(DangerKind.VIOLENCE),
)
MINORS_TOLD = Rule(
    "未成年人身心健康受到侵害或者面临危险的，应当立即向公安、民政、教育等有关部门报告",
    "《未成年人保护法》",
    "第十一条",
    told(DangerKind.MINORS, ReportedTo.POLICE, ReportedTo.CIVIL, ReportedTo.EDUCATION),
    asks=True,
    since=date(2021, 6, 1),
    concerns=waits_for(DangerKind.MINORS),
)
