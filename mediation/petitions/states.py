"""The states of a petition, and who works on it."""

from lawgov.people.models import Role

STAFF = (Role.COMMUNITY_WORKER, Role.JUSTICE)

STATES = {
    "registered": "已登记",
    "accepted": "办理中",
    "concluded": "已出具意见",
    "settled": "已达成协议",
    "reviewing": "复查中",
    "reviewed": "已复查",
    "rechecking": "复核中",
    "rechecked": "已复核",
    "resolved": "已化解",
    "ended": "已终结",
    "redirected": "已导入其他途径",
    "objected": "已提出异议",
    "declined": "不再受理",
    "archived": "已归档",
}
COLOURS = {
    "registered": "primary", "accepted": "warning", "concluded": "info", "settled": "success",
    "reviewing": "warning", "rechecking": "warning", "resolved": "success", "ended": "danger",
    "archived": "dark",
}  # fmt: skip
OPEN = (
    "registered", "accepted", "concluded", "settled", "reviewing", "reviewed", "rechecking",
    "rechecked",
)  # fmt: skip
KEPT = tuple(state for state in STATES if state != "archived")
CLOSING = ("resolve", "end", "redirect", "object", "decline")
CLOSED = ("resolved", "ended", "redirected", "objected", "declined")
