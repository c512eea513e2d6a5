"""The open cases that name an officer, and how one who leaves hands them to another."""

from typing import Any

from enforcement.officers.certified import certified
from lawgov.casework.common import rule_of_house
from lawgov.casework.models import Case
from lawgov.casework.questions import answers
from lawgov.handovers import steps as handing
from lawgov.people.models import Role, User

from .rules.evidence import recused
from .states import BEFORE_FILING, HEADS, UNDECIDED

OPEN = (*BEFORE_FILING, *UNDECIDED, "decided", "exempted", "served", "executed", "transferring")


@answers("penalty.naming_officer")
def naming(user: User) -> list[Case]:
    cases = Case.objects.filter(kind="penalty", closed_on=None)
    return list(cases.filter(penalty__officers__contains=[user.pk]).order_by("pk"))


def succeeded(case: Any, facts: Any) -> dict[str, Any]:
    """Where the one who goes stood among the officers, the other does."""
    gone, new = case.handler_id, facts["handler"].pk
    named = [new if pk == gone else pk for pk in case.detail.officers]
    return {"officers": list(dict.fromkeys(named))}


SUCCESSOR = rule_of_house(
    "继任承办人须是本单位执法证当日有效、未在本案回避的执法人员",
    lambda case, facts: (
        facts["handler"] in certified(case.unit, facts["on"])
        and facts["handler"].pk not in recused(case)
    ),
    asks=True,
)
STEPS = handing.transfer(
    OPEN, HEADS, (Role.LEADER,), (SUCCESSOR,), sets=succeeded, name="hand_over"
)
