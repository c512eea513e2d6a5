"""接访记录: one row a batch (批); how many persons came is a number of its own."""

from dataclasses import dataclass
from typing import Any

from lawgov.casework.facts import Choice, Day, Fact, Integer, Text, Wrong
from lawgov.casework.models import Case
from lawgov.casework.registers import Register
from lawgov.people.models import Role
from mediation.choices import Level
from mediation.states import ALL

from .choices import MATTER, Way
from .rules.receiving import faults_of_batch


@dataclass(frozen=True)
class Session(Fact):
    """The reception day by its id, as a column of words holds it."""

    def read(self, raw: Any) -> str:
        text = str(raw)
        if not (text.isascii() and text.isdigit() and len(text) < 19):
            raise Wrong("应为接访日的编号")
        return text

    def shown(self, value: Any) -> str:
        return str(Case.objects.filter(pk=int(value)).first() or "") if value else ""


RECEPTION = Register(
    kind="reception",
    label="领导接访",
    writers=(Role.COMMUNITY_WORKER, Role.MEDIATOR, Role.JUSTICE, Role.GRID_WORKER, Role.LEADER),
    readers=(*ALL, Role.STATISTICIAN, Role.LEADER),
    facts={
        "on": Day("接访日期", required=False),
        "type": Choice("接访方式", choices=Way),
        "level": Choice("接访领导级别", choices=Level),
        "host": Text("接访领导", most=50),
        "persons": Integer("来访人数", least=1, most=10000),
        "representatives": Integer("代表人数", required=False, least=1, most=10000),
        "matter": Choice("反映事项", choices=MATTER),
        "note": Text("接访情况", required=False),
        "session": Session("接访日", required=False),
    },
    slots={"level": "facet", "persons": "n1", "representatives": "n2", "session": "subject"},
    check=faults_of_batch,
)
