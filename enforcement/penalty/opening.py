"""From 登记 to 立案: what is known of the act, and the head's word that a case is made of it."""

from typing import Any

from enforcement.standards.choices import OBJECT
from lawgov.casework.facts import Choice, Day, Flag, Integer, LongText, People, Text
from lawgov.casework.models import Sensitivity
from lawgov.casework.procedure import Step
from lawgov.parties import steps as parties
from lawgov.parties.models import Charged
from lawgov.people.models import Post, Role

from .choices import Channel, Course, Jurisdiction
from .rules import opening as rules
from .states import FIELD, HEADS, has_handled


def certified(case: Any) -> list[tuple[int, str]]:
    posts = Post.objects.on().over(case.desk).filter(role=Role.OFFICER).select_related("user")
    return sorted({(post.user_id, post.user.name) for post in posts})


OFFICERS = People("执法人员", options=certified)

REGISTRATION = {
    "title": Text("案由", most=100, help="如：擅自占用道路堆放物料案"),
    "channel": Choice("案件来源", choices=Channel),
    "power": Text("权责事项", most=40),
    "jurisdiction": Choice("管辖依据", choices=Jurisdiction),
    "object": Choice("执法对象", choices=OBJECT),
    "objects_count": Integer("对象数量", required=False, least=1, most=10000),
    "parties": parties.parties(sides=Charged),
    "summary": LongText("案情简介"),
    "place": Text("违法行为地点"),
    "act_on": Day("违法行为发生（终了）日期"),
    "grave": Flag("涉及公民生命健康安全、金融安全且有危害后果"),
    "sensitivity": Choice("敏感性", required=False, choices=Sensitivity),
    "source": Integer("来源案件", required=False, least=1, most=2**63 - 1),
    "on": Day("登记日期", required=False),
}


def pks(facts: Any) -> list[int]:
    return [user.pk for user in facts["officers"]]


def proposed(case: Any, facts: Any) -> dict[str, Any]:
    return {"officers": pks(facts), "course": Course.ORDINARY, "handler": facts["by"]}


STEPS = {
    "register": Step("登记", (), "registered", FIELD, REGISTRATION, number="执罚案字"),
    "apply_filing": Step(
        "提请立案", ("registered",), "applied", FIELD,
        {
            "officers": OFFICERS,
            "reason": LongText("立案理由"),
            "on": Day("提请日期", required=False),
        },
        (rules.TWO_CERTIFIED,), sets=proposed, style="primary",
    ),
    "approve_filing": Step(
        "批准立案", ("applied",), "filed", HEADS,
        {"opinion": Text("审批意见", required=False), "on": Day("立案日期", required=False)},
        bars=has_handled, sets=lambda case, facts: {"filed_on": facts["on"]}, style="success",
    ),
}  # fmt: skip
CLOCKS = ()
