"""What the frame shows on every page: the menu by duty, the phone's bar, the range of data."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from lawgov.units.models import names

from .roles import ADMINS, BUSINESS, Role


class Entry(NamedTuple):
    label: str
    name: str  # of a URL; an entry whose page is not installed is left out
    roles: frozenset[str]


class Section(NamedTuple):
    title: str
    entries: tuple[Entry, ...]


class Link(NamedTuple):
    label: str
    url: str
    here: bool


@dataclass(frozen=True)
class Shown:
    title: str
    entries: list[Link]


EVERYONE = BUSINESS | ADMINS
MEDIATING = frozenset(
    {Role.GRID_WORKER, Role.COMMUNITY_WORKER, Role.MEDIATOR, Role.JUSTICE, Role.STATISTICIAN}
    | {Role.LEADER}
)
REGISTERING = frozenset({Role.GRID_WORKER, Role.COMMUNITY_WORKER, Role.MEDIATOR, Role.JUSTICE})
FIELD_OFFICERS = frozenset({Role.OFFICER, Role.ENFORCEMENT_HEAD})
ENFORCING = FIELD_OFFICERS | {Role.REVIEWER, Role.JUSTICE, Role.STATISTICIAN, Role.LEADER}
PUBLISHING = frozenset({Role.JUSTICE, Role.STATISTICIAN})
FINDING = ENFORCING | {Role.GRID_WORKER, Role.COMMUNITY_WORKER}
SYSTEM = frozenset({Role.SYSTEM_ADMIN})

MENU = (
    Section(
        "工作台",
        (
            Entry("待办", "home", BUSINESS),
            Entry("检索", "search", BUSINESS),
            Entry("移交", "handovers", BUSINESS),
            Entry("提醒", "notices", BUSINESS),
            Entry("导入导出", "jobs", BUSINESS),
        ),
    ),
    Section(
        "纠纷调解",
        (
            Entry("纠纷列表", "disputes", MEDIATING),
            Entry("登记纠纷", "dispute-new", REGISTERING),
            Entry("扫码上报", "code-reports", MEDIATING),
            Entry("委派情况", "dispatch", MEDIATING),
            Entry("调解员", "mediators", MEDIATING),
            Entry("以案定补", "subsidies", MEDIATING),
            Entry("调解案例", "stories", MEDIATING),
            Entry("案例汇编", "editions", MEDIATING),
            Entry("民生议题", "civic-issues", MEDIATING),
        ),
    ),
    Section(
        "矛盾排查",
        (
            Entry("排查列表", "screenings", MEDIATING),
            Entry("登记排查", "screening-new", REGISTERING),
            Entry("排查部署", "round-plans", MEDIATING),
            Entry("排查覆盖", "screening-coverage", MEDIATING),
        ),
    ),
    Section(
        "信访接访",
        (
            Entry("信访事项", "petitions", MEDIATING),
            Entry("接访日", "reception-days", MEDIATING),
            Entry("接访记录", "receptions", MEDIATING),
            Entry("登记接访", "reception-new", REGISTERING),
            Entry("领导包案", "charges", MEDIATING),
        ),
    ),
    Section(
        "心理与应急",
        (
            Entry("心理服务", "counsellings", MEDIATING),
            Entry("危机事件", "crises", MEDIATING),
            Entry("重点人员", "key-persons", MEDIATING),
            Entry("突发事件", "incidents", MEDIATING),
        ),
    ),
    Section(
        "公共法律服务",
        (
            Entry("法律咨询", "consultations", MEDIATING),
            Entry("律师值班", "rota", MEDIATING),
            Entry("律所签约", "pacts", MEDIATING),
            Entry("法律援助", "aid-requests", MEDIATING),
            Entry("服务点", "service-points", MEDIATING),
        ),
    ),
    Section(
        "行政执法",
        (
            Entry("案源线索", "leads", FINDING),
            Entry("线索队列", "lead-queue", FINDING),
            Entry("巡查发现", "findings", FINDING),
            Entry("微网格巡查", "patrols", FINDING),
            Entry("巡查覆盖", "patrol-coverage", FINDING),
            Entry("高发点位", "hotspots", FINDING),
            Entry("行政检查", "inspections", ENFORCING),
            Entry("检查计划", "inspection-plans", ENFORCING),
            Entry("专项行动", "campaigns", FINDING),
            Entry("隐患", "hazards", FINDING),
            Entry("发现与检查情况", "finding-figures", FINDING),
            Entry("处罚案件", "penalties", ENFORCING),
            Entry("登记处罚案件", "penalty-new", FIELD_OFFICERS),
            Entry("法制审核", "reviews", ENFORCING),
            Entry("审核问题统计", "review-defects", ENFORCING),
            Entry("全过程记录", "recordings", ENFORCING),
            Entry("执法公示", "publications", ENFORCING),
            Entry("案卷评查", "file-checks", ENFORCING),
            Entry("公示完整性", "publication-completeness", PUBLISHING),
            Entry("执法人员", "officers", ENFORCING),
            Entry("执法标准", "standards", ENFORCING),
        ),
    ),
    Section(
        "统计数据",
        (
            Entry("指标数据", "figures", BUSINESS),
            Entry("统计报表", "returns", BUSINESS),
            Entry("年报对照", "compare", BUSINESS),
        ),
    ),
    Section(
        "交办与会议",
        (
            Entry("交办事项", "tasks", BUSINESS),
            Entry("会议", "meetings", BUSINESS),
            Entry("预约", "bookings", BUSINESS),
        ),
    ),
    Section(
        "组织机构",
        (
            Entry("矛调平台", "platform", MEDIATING),
            Entry("法律问题", "questions", MEDIATING),
            Entry("区划单位", "units", BUSINESS | SYSTEM),
            Entry("机构名录", "organisations", BUSINESS | SYSTEM),
        ),
    ),
    Section(
        "系统管理",
        (
            Entry("人员与岗位", "people", SYSTEM),
            Entry("基础数据", "admin:index", SYSTEM),
            Entry("账号锁定", "lockouts", frozenset({Role.SECURITY_ADMIN})),
            Entry("审计", "audit", frozenset({Role.AUDITOR})),
        ),
    ),
)
BAR = (
    Entry("待办", "home", BUSINESS),
    Entry("登记", "dispute-new", REGISTERING),
    Entry("排查", "screening-new", frozenset({Role.GRID_WORKER, Role.COMMUNITY_WORKER})),
    Entry("查询", "disputes", MEDIATING),
    Entry("统计", "figures", BUSINESS - REGISTERING),
    Entry("人员", "people", SYSTEM),
    Entry("锁定", "lockouts", frozenset({Role.SECURITY_ADMIN})),
    Entry("审计", "audit", frozenset({Role.AUDITOR})),
    Entry("我的", "me", EVERYONE),
)


def menu(request: HttpRequest) -> dict[str, "Layout"]:
    return {"layout": Layout(request)}


def page(name: str) -> str | None:
    try:
        return reverse(name)
    except NoReverseMatch:
        return None


def start_page(user) -> str:
    """Where a person begins: the workbench, or an administrator's own page."""
    for entry in BAR:
        if entry.roles & user.roles and (url := page(entry.name)):
            return url
    return reverse("me")


class Layout:
    """Computed only as far as a template asks: a partial pays nothing for it."""

    def __init__(self, request: HttpRequest) -> None:
        self.path = request.path
        self.user: Any = getattr(request, "user", AnonymousUser())
        self.known = self.user.is_authenticated

    @cached_property
    def menu(self) -> list[Shown]:
        sections = [Shown(s.title, self.links(s.entries)) for s in MENU]
        return [section for section in sections if section.entries]

    @cached_property
    def bar(self) -> list[Link]:
        return self.links(BAR)

    @property
    def searches(self) -> bool:
        """Whether the frame offers to search cases: not to administrators, who see none."""
        return self.known and bool(self.user.roles & BUSINESS)

    @property
    def field(self) -> bool:
        """Whether the person logs things outdoors, where there may be no network."""
        return self.known and bool(self.user.roles & REGISTERING)

    @cached_property
    def start(self) -> str:
        return start_page(self.user) if self.known else reverse("login")

    @cached_property
    def range(self) -> str:
        """数据范围: the units of the seats held today, by name."""
        if not self.known:
            return ""
        codes = list(dict.fromkeys(seat.unit for seat in self.user.seats))
        called = names(codes)
        return "、".join(called.get(code, code) for code in codes) or "无"

    def links(self, entries: tuple[Entry, ...]) -> list[Link]:
        if not self.known:
            return []
        mine = [(e.label, page(e.name)) for e in entries if e.roles & self.user.roles]
        return [Link(label, url, self.is_here(url)) for label, url in mine if url]

    def is_here(self, url: str) -> bool:
        return url == self.nearest

    def is_under(self, url: str) -> bool:
        return self.path == url or (url != "/" and self.path.startswith(url))

    @cached_property
    def nearest(self) -> str:
        """The longest menu address that the page's own address begins with."""
        known = [page(entry.name) for section in MENU for entry in section.entries] + [page("me")]
        fit = [u for u in known if u and self.is_under(u)]
        return max(fit, key=len, default="")
