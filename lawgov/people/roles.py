"""The duties a post can carry, and the line between casework and administration."""

from django.db.models import TextChoices


class Role(TextChoices):
    GRID_WORKER = "grid_worker", "网格员"
    COMMUNITY_WORKER = "community_worker", "社区工作者"
    MEDIATOR = "mediator", "调解员"
    JUSTICE = "justice", "司法所"
    OFFICER = "officer", "执法人员"
    ENFORCEMENT_HEAD = "enforcement_head", "执法负责人"
    REVIEWER = "reviewer", "法制审核员"
    STATISTICIAN = "statistician", "统计员"
    LEADER = "leader", "领导"
    SYSTEM_ADMIN = "system_admin", "系统管理员"
    SECURITY_ADMIN = "security_admin", "安全管理员"
    AUDITOR = "auditor", "审计员"


# 三员分立 (GB/T 22239): the three exclude each other and see no case content.
ADMINS = frozenset({Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR})
BUSINESS = frozenset(Role) - ADMINS


class MediatorKind(TextChoices):
    FULL_TIME = "full_time", "专职调解员"
    PART_TIME = "part_time", "兼职调解员"
    YOUNG_LAWYER = "young_lawyer", "青年律师"
    LAWYER = "lawyer", "律师"
    COUNSELLOR = "counsellor", "心理咨询师"
