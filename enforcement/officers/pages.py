"""What the pages show of the officers."""

from typing import Any

from django.apps import apps

from lawgov.casework.models import Case
from lawgov.casework.procedure import PROCEDURES, Procedure
from lawgov.casework.web import tabs
from lawgov.casework.web.pages import CasePages, Tab, add_cases, address
from lawgov.casework.web.rows import case_rows
from lawgov.casework.web.words import Column
from lawgov.people.models import Role, User
from lawgov.units import scope
from lawgov.units.models import full_names

from .choices import LINE, Duty
from .filters import OfficerFilter
from .models import HELD, Officer
from .procedure import OFFICER

LEAST_REVIEWERS = 5  # per cent
MOST = 50  # the most urgent of an area; the lists of each kind, filtered by unit, have the rest


def enforced() -> list[str]:
    """The kinds of case of enforcement on which officers work."""
    return [
        kind
        for kind, each in PROCEDURES.items()
        if kind != OFFICER.kind and Role.OFFICER in each.workers and is_enforcement(each)
    ]


def is_enforcement(procedure: Procedure) -> bool:
    label = procedure.detail.partition(".")[0]
    return bool(label) and apps.get_app_config(label).name.startswith("enforcement.")


def in_area(case: Case, user: User) -> dict[str, Any]:
    """What is open in the officer's area, as far as the reader sees it."""
    area = case.detail.area
    found = Case.objects.visible_to(user, *enforced()).filter(
        scope.within("unit", [scope.span(area)] if area else []), closed_on=None
    )
    some = list(found.order_by("due_on", "-opened_on", "pk")[: MOST + 1])
    return {
        "file": case.detail,
        "line": LINE.get(case.detail.line, ""),
        "area": full_names([area]).get(area, area) if area else "",
        "rows": [(row, address(row.case)) for row in case_rows(some[:MOST], ())],
        "more": len(some) > MOST,
        "most": MOST,
    }


def placed(case: Case) -> str:
    """Team, line and area in one cell."""
    file = case.officer  # type: ignore[attr-defined]
    return "、".join(w for w in (file.team.name if file.team else "", file.area) if w)


def held(case: Case) -> str:
    rows = [row for row in case.certificates.all() if row.state in HELD]  # type: ignore[attr-defined]
    return "；".join(f"{row.number} 至{row.valid_until}" for row in rows)


def too_few_reviewers(case: Case, user: User) -> list[str]:
    """Said to whoever takes an officer on (国办发〔2018〕118号: 原则上不少于执法人员总数的5%)."""
    there = Officer.objects.in_post().filter(case__unit=case.unit)
    officers, reviewers = there.count(), there.filter(duty=Duty.REVIEWER).count()
    if reviewers * 100 >= officers * LEAST_REVIEWERS:
        return []
    return [
        f"本单位在岗执法人员{officers}人，法制审核人员{reviewers}人，不足{LEAST_REVIEWERS}%，请补充配备"
    ]


AREA = Tab("area", "片区案件", "officers/_area.html", in_area)
OFFICERS = add_cases(
    CasePages(
        kind="officer",
        one="officer",
        many="officers",
        filters=OfficerFilter,
        own_unit=True,
        columns=("duty", "position"),
        exported=(
            "duty",
            "position",
            "since",
            "left_on",
            Column("执法队、片区", placed),
            Column("执法证", held),
        ),
        reads=("certificates", "officer__team"),
        remarks=(too_few_reviewers,),
        tabs=(
            tabs.FACTS,
            tabs.records(
                "records",
                "证件、培训与岗位",
                certificates="执法证",
                trainings="培训",
                holdings="岗位经历",
            ),
            AREA,
            tabs.HISTORY,
            tabs.FLOW,
            tabs.ATTACHMENTS,
            tabs.LINKS,
        ),
    )
)
