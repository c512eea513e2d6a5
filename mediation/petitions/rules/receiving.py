"""What is asked of a reception day and of what is logged on it: the day, the place, the host."""

from dataclasses import replace
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.models import Case
from lawgov.people.models import Role
from lawgov.units import scope
from mediation.rules.law import PETITION_RULES, Facts

from ..choices import Way
from ..limits import REPRESENTATIVES, WEEKDAY
from ..models import ReceptionDay

ENDED = ("done", "cancelled")
HELD = ("held", "fed_back")


def on_the_day(case: Any, facts: Facts) -> bool:
    day = facts["planned_on"]
    return bool(day.isoweekday() == WEEKDAY.on(case.unit, day))


def usual_place(case: Any) -> list[str]:
    """Where the unit received the last time, if it ever did."""
    days = ReceptionDay.objects.filter(case__unit=case.unit).exclude(case__state="cancelled")
    return list(days.order_by("-planned_on", "-pk").values_list("place", flat=True)[:1])


def at_the_place(case: Any, facts: Facts) -> bool:
    return usual_place(case) in ([], [facts["place"]]) or bool(facts.get("moved"))


def is_free(case: Any, facts: Facts) -> bool:
    days = Case.objects.filter(kind="reception_day", unit=case.unit)
    held = days.filter(reception_day__planned_on=facts["planned_on"])
    return not held.exclude(state="cancelled").exists()


def hosts_here(case: Any, facts: Facts) -> bool:
    return facts["host"].seat_for((Role.LEADER,), case.unit) is not None


def open_tasks(case: Any) -> list[str]:
    """What was given out on the day and is not done yet."""
    links = case.linked_from.filter(case__kind="task").exclude(case__state__in=ENDED)
    return [str(link.case) for link in links.select_related("case")]


FIXED_DAY = rule_of_house("街道主要领导接访应在固定的接访日（默认为周四）", on_the_day, asks=True)
FIXED_PLACE = replace(
    rule_of_house("接访地点应固定，变更地点的须说明原因", at_the_place, asks=True),
    names=usual_place,
)
ONE_A_DAY = rule_of_house("同一接访日已有排期", is_free, asks=True)
PLANNED_AHEAD = rule_of_house(
    "接访日期不得早于排期之日", lambda case, facts: facts["planned_on"] >= facts["on"], asks=True
)
HOSTED = rule_of_house("接访领导应为本街镇领导", hosts_here, asks=True)
AS_PLANNED = rule_of_house(
    "应在排定的日期接访", lambda case, facts: facts["on"] == case.detail.planned_on, asks=True
)
TASKS_DONE = rule_of_house("当日交办的事项须先办结", lambda case, facts: not open_tasks(case))


def faults_of_batch(unit: str, facts: Facts) -> dict[str, list[str]]:
    """A batch of a Thursday names the reception day on which it came, any other names none."""
    return {**wrong_session(unit, facts), **too_many(facts)}


def wrong_session(unit: str, facts: Facts) -> dict[str, list[str]]:
    if (facts["type"] == Way.THURSDAY) != ("session" in facts):
        return {"session": ["周四大接访须从当日的接访日登记，其他接访不填接访日"]}
    if "session" not in facts:
        return {}
    days = Case.objects.filter(kind="reception_day", registry=scope.street(unit), state__in=HELD)
    same = days.filter(pk=facts["session"], reception_day__planned_on=facts["on"])
    return {} if same.exists() else {"session": ["应为本街镇当日已开始的接访日"]}


def too_many(facts: Facts) -> dict[str, list[str]]:
    """信访工作条例第二十条."""
    sent = facts.get("representatives")
    if sent is None and facts["persons"] > REPRESENTATIVES:
        return {"representatives": [f"多人走访应推选代表，{PETITION_RULES}第二十条"]}
    if sent is not None and sent > min(REPRESENTATIVES, facts["persons"]):
        return {
            "representatives": [f"代表不得超过五人、不得多于来访人数，{PETITION_RULES}第二十条"]
        }
    return {}
