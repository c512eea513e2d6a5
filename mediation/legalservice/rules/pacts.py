"""What is asked of a pact: a community, a firm near it, one at a time."""

from collections.abc import Mapping
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.organisations.facts import is_near
from lawgov.units import scope

from ..models import Pact

Facts = Mapping[str, Any]


def after_the_last(case: Any, facts: Facts) -> bool:
    """What was agreed before has ended by then; that nothing else is open is a constraint."""
    others = Pact.objects.filter(community=case.unit, over_on__gt=facts["since"])
    return not others.filter(since__lt=facts["until"]).exists()


COMMUNITY = rule_of_house(
    "签约单位应为社区",
    lambda case, facts: scope.level(case.unit) == scope.Level.COMMUNITY,
    asks=True,
)
NEAR = rule_of_house(
    "律师事务所应在本区县名录之内", lambda case, facts: is_near(facts["firm"], case.unit), asks=True
)
PERIOD = rule_of_house(
    "有效期应晚于签约日期", lambda case, facts: facts["since"] < facts["until"], asks=True
)
AFTER_THE_LAST = rule_of_house(
    "该社区在此期间已有在约的律师事务所，一个社区同时只签约一家", after_the_last, asks=True
)
LATER = rule_of_house(
    "续约后的有效期应晚于原有效期",
    lambda case, facts: facts["until"] > case.detail.until,
    asks=True,
)
BEGUN = rule_of_house(
    "终止日期应晚于签约日期", lambda case, facts: facts["on"] > case.detail.since, asks=True
)
