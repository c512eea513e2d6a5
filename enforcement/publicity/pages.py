"""What the pages show of publications."""

from lawgov.casework.web import tabs
from lawgov.casework.web.pages import CasePages, add_cases
from lawgov.casework.web.words import Column

from . import content
from .filters import PublicationFilter
from .tabs import TEXT

PUBLICATIONS = add_cases(
    CasePages(
        kind="publication",
        one="publication",
        many="publications",
        filters=PublicationFilter,
        starts_as="生成公示",
        own_unit=True,
        columns=(Column("公示事项", lambda case: case.publication.type_label), "public_on"),
        exported=(
            Column("公示事项", lambda case: case.publication.type_label),
            "decided_on",
            "public_on",
            "until",
            "withdrawn_on",
        ),
        tabs=(TEXT, tabs.HISTORY, tabs.FLOW, tabs.ATTACHMENTS, tabs.LINKS),
        hidden=("source",),
        comes_from="source",
        suits=lambda case: content.is_published(case.kind),
    )
)
