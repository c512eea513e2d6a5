"""Where a penalty case can stand, and who works on it: what every file of its steps begins from."""

from typing import Any

from lawgov.people.models import Role, User

STATES = {
    "registered": "已登记",
    "applied": "待立案审批",
    "unfiled": "不予立案",
    "filed": "已立案",
    "investigating": "调查中",
    "concluded": "调查终结",
    "notified": "已告知",
    "decided": "已决定",
    "exempted": "不予处罚",
    "served": "已送达",
    "executed": "已执行",
    "dropped": "已撤案",
    "transferring": "待移送审批",
    "transferred": "已移送公安机关",
    "referred": "已移送有权机关",
    "closed": "已结案",
    "archived": "已归档",
}
COLOURS = {
    "registered": "primary", "applied": "primary", "filed": "info", "investigating": "warning",
    "concluded": "warning", "notified": "warning", "decided": "success", "exempted": "success",
    "served": "success", "executed": "success", "transferring": "danger",
    "transferred": "danger", "closed": "dark", "archived": "dark",
}  # fmt: skip
BEFORE_FILING = ("registered", "applied")
INVESTIGATED = ("filed", "investigating")
UNDECIDED = ("filed", "investigating", "concluded", "notified")
KEPT = tuple(state for state in STATES if state != "archived")

FIELD = (Role.OFFICER, Role.ENFORCEMENT_HEAD)
HEADS = (Role.ENFORCEMENT_HEAD,)
READERS = (*FIELD, Role.REVIEWER, Role.JUSTICE, Role.STATISTICIAN, Role.LEADER)
# The steps whose taker has had a hand in the case, as its officers have.
HANDLING = ("register", "apply_filing", "investigate", "conclude", "propose_transfer", "draft")


def has_handled(case: Any, user: User) -> bool:
    """Who investigates a case does not also approve what is proposed in it."""
    did = {event.by_id for event in case.history if event.step in HANDLING}
    return user.pk in did or user.pk in case.detail.officers


def awaits(case: Any, asked: str, answered: str) -> bool:
    """Whether the first of two steps was taken last."""
    done = [event.step for event in case.history if event.step in (asked, answered)]
    return done[-1:] == [asked]
