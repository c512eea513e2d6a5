"""What the pages show of counsellings, crises and key persons. Notes are shown to their writer."""

from typing import Any

from lawgov.casework.models import Case
from lawgov.casework.web import tabs
from lawgov.casework.web.pages import CasePages, Tab, add_cases
from lawgov.parties import tabs as people
from lawgov.people.models import User
from lawgov.privacy.models import AccessLog

from . import filters

READING = "心理咨询师查阅本人手记"


def notes(case: Case, user: User) -> dict[str, Any]:
    """The notes, to the counsellor who wrote them; each reading is written down."""
    own = [row for row in case.part("notes") if row.may_reveal(user, "private")]
    for row in own:
        AccessLog.objects.note(user, row, "private", READING)
    return {"notes": own, "is_own": case.handler_id == user.pk}


def of_a_dispute(case: Case) -> bool:
    return case.kind in ("dispute", "petition", "crisis", "incident")


END = (tabs.HISTORY, tabs.FLOW, tabs.ATTACHMENTS, tabs.LINKS)
COUNSELLINGS = add_cases(
    CasePages(
        kind="counselling",
        one="counselling",
        many="counsellings",
        starts_as="转介心理服务",
        comes_from="source",
        suits=of_a_dispute,
        hidden=("source",),
        filters=filters.CounsellingFilter,
        columns=("grade",),
        exported=("grade", "closing"),
        tabs=(
            tabs.FACTS,
            tabs.records("interventions", "干预记录", interventions="干预记录"),
            Tab("notes", "手记", "psych/_notes.html", notes),
            *END,
        ),
    )
)
CRISES = add_cases(
    CasePages(
        kind="crisis",
        one="crisis",
        many="crises",
        starts_as="接报危机事件",
        comes_from="source",
        suits=of_a_dispute,
        hidden=("source",),
        filters=filters.CrisisFilter,
        columns=("type", "persons", "outcome"),
        exported=("type", "persons", "outcome", "averted"),
        tabs=(tabs.FACTS, tabs.records("goers", "到场人员", goers="到场人员"), *END),
    )
)
KEY_PERSONS = add_cases(
    CasePages(
        kind="key_person",
        one="key-person",
        many="key-persons",
        starts_as="纳入重点人员",
        comes_from="source",
        suits=of_a_dispute,
        hidden=("source",),
        start={"parties": ({"side": "third"},)},
        filters=filters.KeyPersonFilter,
        columns=("type", "grade", "next_on"),
        exported=("type", "grade", "next_on", "struck"),
        tabs=(
            tabs.FACTS,
            people.TAB,
            tabs.records("visits", "走访记录", key_visits="走访记录"),
            *END,
        ),
    )
)
