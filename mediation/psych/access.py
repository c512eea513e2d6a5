"""Who may know of a crisis: its handler and the few that a street trusts, nobody by reach alone."""

from typing import Any

from lawgov.casework.models import Relation, Sensitivity
from lawgov.people.models import Role
from mediation.states import ALL

READERS = (*ALL, Role.STATISTICIAN, Role.LEADER)
TRUSTED = (Role.JUSTICE, Role.LEADER)


def hidden(case: Any, facts: Any) -> dict[str, Any]:
    """Whatever it is about is hidden from the start; and what it came from is linked."""
    source = facts.get("source")
    links = [{"relation": Relation.SOURCE, "other_id": source}] if source else []
    return {"sensitivity": Sensitivity.CRISIS, "links": links}
