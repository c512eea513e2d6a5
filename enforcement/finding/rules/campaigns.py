"""The conditions on a campaign: when it runs, and who approves what others drew up."""

from collections.abc import Mapping
from typing import Any

from lawgov.casework.common import rule_of_house, took

Facts = Mapping[str, Any]


has_planned = took("plan")


PERIOD = rule_of_house(
    "行动止日不得早于起日", lambda case, facts: facts["until"] >= facts["since"], asks=True
)
LATER = rule_of_house(
    "延长后的止日应晚于原止日",
    lambda case, facts: facts["until"] > case.detail.until,
    asks=True,
)
PLACED = rule_of_house("启动行动须有点位安排", lambda case, facts: bool(case.part("checkpoints")))
SAYS_MORE = rule_of_house(
    "须至少增加一个部门或点位",
    lambda case, facts: bool(facts.get("partners") or facts.get("checkpoints")),
    asks=True,
)
