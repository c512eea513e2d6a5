"""What the pages show of incidents."""

from lawgov.casework.web import tabs
from lawgov.casework.web.pages import CasePages, add_cases

from .filters import IncidentFilter

INCIDENTS = add_cases(
    CasePages(
        kind="incident",
        one="incident",
        many="incidents",
        starts_as="接报突发事件",
        comes_from="source",
        suits=lambda case: case.kind in ("dispute", "petition"),
        hidden=("source",),
        filters=IncidentFilter,
        columns=("type", "place"),
        exported=("type", "channel", "place", "persons", "works"),
        tabs=(
            tabs.FACTS,
            tabs.records("responders", "出动队员", responders="出动队员"),
            tabs.HISTORY,
            tabs.FLOW,
            tabs.ATTACHMENTS,
            tabs.LINKS,
        ),
    )
)
