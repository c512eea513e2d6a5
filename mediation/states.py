"""The states of a dispute, and who works on it: what every stage of it names."""

from lawgov.handovers import steps as handing
from lawgov.people.models import Role

FIELD = (Role.GRID_WORKER, Role.COMMUNITY_WORKER)
OFFICE = (Role.COMMUNITY_WORKER, Role.MEDIATOR, Role.JUSTICE)
ALL = (Role.GRID_WORKER, *OFFICE)
WAYS = {**handing.LADDER, **handing.REFERRAL}

STATES = {
    "registered": "已登记",
    "accepted": "已受理",
    "assigned": "已分派",
    "mediating": "调解中",
    "agreed": "已达成协议",
    "performed": "已履行",
    "breached": "未履行",
    "revisited": "已回访",
    "annulled": "协议已失效",
    "failed": "调解不成",
    "rejected": "不予受理",
    "withdrawn": "已撤回",
    "referred": "已转送",
    "archived": "已归档",
}
COLOURS = {
    "registered": "primary", "accepted": "info", "assigned": "info", "mediating": "warning",
    "agreed": "success", "performed": "success", "revisited": "success", "breached": "danger",
    "annulled": "danger", "failed": "danger", "archived": "dark",
}  # fmt: skip
UNDER_WAY = ("accepted", "assigned", "mediating")
OPEN = ("registered", *UNDER_WAY)
KEPT = tuple(state for state in STATES if state != "archived")
SETTLED = ("agreed", "performed", "breached", "revisited")
UNPERFORMED = ("agreed", "breached", "revisited")
OVER = (*SETTLED, "annulled", "failed", "withdrawn", "archived")  # what may flare up again
# The steps that end the handling: 达成协议、不成、撤回、转送 (dispute.handled counts them).
SETTLING = ("agree_written", "agree_oral")
ENDING = (*SETTLING, "fail", "withdraw", "refer", "agency_accepts")
