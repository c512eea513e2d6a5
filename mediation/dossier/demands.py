"""What each end of a dispute requires in its file; the tab, the archive and the file ask."""

from collections.abc import Callable
from typing import Any, NamedTuple

from lawgov.casework.models import Case
from lawgov.casework.questions import answers
from lawgov.parties.models import AgentKind

from ..choices import FileItem
from ..rules.law import MEDIATION_LAW, MINISTRY_RULES
from ..states import SETTLED
from .contents import FINDERS

HOUSE = "人民调解卷宗归档要求"


class Demand(NamedTuple):
    """A place of the file that must not be empty, by what, and in which cases."""

    item: FileItem
    basis: str
    concerns: Callable[[Any], bool] = lambda case: True

    @property
    def words(self) -> str:
        return f"{self.item.label}（{self.basis}）"


def is_settled(case: Case) -> bool:
    return bool(case.part("agreements"))


def was_accepted(case: Case) -> bool:
    return any(event.step == "accept" for event in case.history)


def was_mediated(case: Case) -> bool:
    return bool(case.part("sessions")) or is_settled(case)


def has_proxy(case: Case) -> bool:
    return any(party.agent_kind == AgentKind.ENTRUSTED for party in case.part("parties"))


def is_confirmed(case: Case) -> bool:
    return bool(case.part("confirmations"))


REQUIRED = (
    Demand(FileItem.APPLICATION, f"{MEDIATION_LAW}第十七条"),
    Demand(FileItem.NOTICE, f"{MINISTRY_RULES}第三十条", was_mediated),
    Demand(FileItem.IDENTITY, HOUSE, was_mediated),
    Demand(FileItem.AUTHORITY, HOUSE, has_proxy),
    Demand(FileItem.SESSION, HOUSE, was_accepted),
    Demand(FileItem.AGREEMENT, f"{MEDIATION_LAW}第二十八条、第二十九条", is_settled),
    Demand(FileItem.CONFIRMATION, f"{MEDIATION_LAW}第三十三条", is_confirmed),
    Demand(FileItem.BACK, HOUSE),
)


def demands(case: Case) -> list[Demand]:
    return [each for each in REQUIRED if each.concerns(case)]


def unmet(case: Case) -> list[Demand]:
    return [each for each in demands(case) if not FINDERS[each.item](case)]


@answers("dispute.file_lacks")
def lacks(case: Case) -> list[str]:
    """The codes of what is missing, explained or not."""
    return [str(each.item) for each in unmet(case)]


def missing(case: Case) -> list[str]:
    """What the file lacks, each with what demands it and, where it was explained, why."""
    why = {row.item: row.reason for row in case.part("file_notes")}
    return [
        f"{each.words}：{why[each.item]}" if each.item in why else each.words
        for each in unmet(case)
    ]


def end(case: Case) -> str:
    """How it ended, as far as it has."""
    if case.state in SETTLED or is_settled(case):
        return str(case.part("agreements")[-1].get_form_display())
    return case.state_label
