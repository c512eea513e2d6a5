"""What a notice says. Words are made when it is shown: a number, a kind, a day; nobody's name."""

from django.conf import settings

from lawgov.casework.web.pages import address

from .models import Call, Notice, What

SAYS = {
    What.OFFERED: "移交到您的单位，等待接收",
    What.ASSIGNED: "已交给您或您的单位办理",
    What.RETURNED: "被退回，请看原因",
    What.ACCEPTED: "移交后对方已接收",
    What.ANSWERED: "已有反馈",
    What.CLOSED: "您登记或交办的事项已办结",
    What.NEAR: "即将到期",
    What.LATE: "已逾期，请尽快办理",
    What.URGED: "被督办，请尽快办理",
    What.CALLED: "会议通知，请看时间、地点和最新安排",
    What.JOB_DONE: "导入或导出已完成",
    What.TO_APPROVE: "有导出等待您审批",
    What.PARKED: "对外发送多次失败，已停止重试，请检查",
}
# The rest is yellow: it waits to be done.
COLOURS = {
    What.RETURNED: "red",
    What.LATE: "red",
    What.URGED: "red",
    What.PARKED: "red",
    What.ACCEPTED: "green",
    What.ANSWERED: "green",
    What.CLOSED: "green",
    What.JOB_DONE: "green",
}


def about(notice: Notice | Call) -> str:
    """As in 纠纷 垡人调字〔2023〕第12号."""
    return f"{notice.case.procedure.label} {notice.case.number}" if notice.case else ""


def said(notice: Notice | Call) -> str:
    due = f"（期限 {notice.due_on}）" if notice.due_on else ""
    return f"{SAYS[What(notice.what)]}{due}"


def leads_to(notice: Notice | Call) -> str:
    if notice.case:
        return address(notice.case)
    return getattr(notice, "address", "")


def link(notice: Notice | Call) -> str:
    """The whole address, for those who read it elsewhere; behind it one has to log in."""
    return settings.SITE_URL + (leads_to(notice) or "/notices/")
