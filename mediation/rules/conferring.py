"""What is asked of the conference on a major dispute, and of the dispute until there is a plan."""

from typing import Any

from django.db.models import Q

from lawgov.casework.common import rule_of_house, took
from lawgov.casework.models import Case
from lawgov.casework.procedure import Rule
from lawgov.meetings.choices import Capacity, Type
from lawgov.meetings.models import Attendee, Decision
from lawgov.people.models import User

from .law import Facts
from .linking import handles

EXPERTS = (Capacity.JUDGE, Capacity.COUNSEL)
MINUTED = ("minuted", "archived")
has_marked = took("mark_major")


def has_a_hand(case: Any, user: User) -> bool:
    """Who marked it, and who handles it, does not judge that it is no longer major."""
    return has_marked(case, user) or handles(case, user)


def conferences(case: Any) -> Any:
    """The conferences with minutes that heard the dispute, newest first."""
    heard = Case.objects.filter(kind="meeting", items__about=case, state__in=MINUTED)
    return heard.filter(meeting__type=Type.CONFERENCE).order_by("-pk").distinct()


def conference(case: Any, pk: int) -> Any:
    return conferences(case).filter(pk=pk).first()


def with_expert(case: Any, facts: Facts) -> bool:
    """One that is not there does not count: who is absent stands in another capacity."""
    return Attendee.objects.filter(case=facts["meeting"], capacity__in=EXPERTS).exists()


def decisions(case: Any) -> Any:
    """What meetings decided on the dispute: under its own item, or where no item was named."""
    heard = Case.objects.filter(items__about=case).values("pk")
    ours = Q(item__about=case) | Q(item=None)
    return Decision.objects.filter(ours, case__in=heard, void=False).order_by("pk")


def with_tasks(case: Any, facts: Facts) -> bool:
    """Charged with a unit and a day, the decision became a task with the minutes."""
    charged = decisions(case).filter(case=facts["meeting"]).exclude(owner_unit="")
    return bool(charged.exists())


def has_plan(case: Any, facts: Facts) -> bool:
    """One made since the dispute was last opened: what flared up again is planned anew."""
    steps = [event.step for event in case.history]
    since = len(steps) - steps[::-1].index("reopen") if "reopen" in steps else 0
    return "plan" in steps[since:]


CONFERRED = rule_of_house(
    "会商会议应研究过本纠纷、类型为会商并已形成纪要",
    lambda case, facts: conference(case, facts["meeting"]) is not None,
    asks=True,
)
WITH_EXPERT = rule_of_house("会商应有法官或法律顾问参加", with_expert, asks=True)
WITH_TASKS = rule_of_house(
    "会商应就本纠纷形成交办任务（写明承办单位和期限）", with_tasks, asks=True
)
PLANNED = Rule(
    "重大复杂的纠纷，须先经有法官或法律顾问参加的会商，登记化解方案和任务",
    "平台办理规则",
    "",
    has_plan,
    concerns=lambda case: case.detail.major,
)
