"""What the pages show of disputes."""

from typing import Any

from lawgov.bookings import tabs as rooms
from lawgov.casework.models import Case
from lawgov.casework.procedure import KNOWINGLY
from lawgov.casework.questions import is_answered
from lawgov.casework.web import tabs
from lawgov.casework.web.pages import CasePages, add_cases
from lawgov.casework.web.words import Column
from lawgov.documents import tabs as papers
from lawgov.dossiers import tabs as file
from lawgov.parties import tabs as people
from lawgov.parties.models import Side
from lawgov.parties.same import repeated
from lawgov.parties.steps import BOTH
from lawgov.privacy.masks import mask_name

from . import joint
from .filters import DisputeFilter
from .rules import opening as rules
from .teams import TEAM, incomplete


def of_side(side: str) -> Any:
    """Parties of one side by masked names, for a sheet that leaves the house."""
    return lambda case: "、".join(
        mask_name(party.name) for party in case.parties.all() if party.side == side
    )


def carried(case: Case) -> dict[str, Any]:
    """What a dispute that comes of this case begins with; nothing, where none may."""
    return (is_answered(f"{case.kind}.for_dispute") and rules.begins(case)) or {}


DISPUTES = add_cases(
    CasePages(
        kind="dispute",
        one="dispute",
        many="disputes",
        filters=DisputeFilter,
        columns=("type", "subtype"),
        exported=(
            "type",
            "subtype",
            "channel",
            Column("申请人", of_side(Side.APPLICANT)),
            Column("被申请人", of_side(Side.RESPONDENT)),
            "amount",
            "risk",
            "factors",
        ),
        reads=("parties",),
        tabs=(
            tabs.FACTS,
            people.TAB,
            tabs.HISTORY,
            tabs.FLOW,
            tabs.records(
                "records",
                "调解记录与协议",
                investigations="调查记录",
                evidence="证据材料",
                sessions="调解记录",
                drafts="协议草案",
                signatures="签名",
                agreements="调解协议",
            ),
            tabs.records(
                "after",
                "履行与回访",
                instalments="分期履行",
                performances="履行记录",
                visits="回访记录",
                confirmations="司法确认",
            ),
            tabs.records("charge", "领导包案", charges="包案领导", charge_works="包案工作"),
            TEAM,
            rooms.TAB,
            joint.TAB,
            tabs.records("dangers", "激化危险", dangers="激化危险及报告"),
            papers.TAB,
            file.tab("卷宗"),
            tabs.ATTACHMENTS,
            tabs.LINKS,
        ),
        beside=("parties/_find.html",),
        remarks=(repeated, incomplete),
        offline=True,
        hidden=("entry", "source", KNOWINGLY),
        comes_from="source",
        suits=lambda case: bool(carried(case)),
        carries=carried,
        start={"parties": BOTH},
    )
)
