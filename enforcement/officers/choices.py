"""The words of an officer's file."""

from django.db.models import TextChoices

from lawgov.dictionaries.lists import Dictionary

LINE = Dictionary("enforcement.line", "执法条线")
THEME = Dictionary("officer.theme", "培训主题")


class Duty(TextChoices):
    OFFICER = "officer", "一线执法"
    HEAD = "head", "执法管理"
    REVIEWER = "reviewer", "法制审核"
    AUXILIARY = "auxiliary", "执法辅助"


# Auxiliary staff are no officers: they hold no certificate (国办发〔2024〕54号).
COUNTED = (Duty.OFFICER, Duty.HEAD, Duty.REVIEWER)


class Origin(TextChoices):
    """How a person came: 原有人员 were there before the file was opened."""

    RECRUITED = "recruited", "新录用"
    TRANSFERRED = "transferred", "调入"
    ASSIGNED = "assigned", "编制转隶"
    EXISTING = "existing", "原有人员建档"


NEWCOMERS = (Origin.RECRUITED, Origin.TRANSFERRED, Origin.ASSIGNED)


class LeaveReason(TextChoices):
    TRANSFERRED = "transferred", "调离"
    RETIRED = "retired", "退休"
    RESIGNED = "resigned", "辞职、辞退"
    OTHER = "other", "其他"


class CertificateState(TextChoices):
    APPLIED = "applied", "申领中"
    VALID = "valid", "在用"
    LOST = "lost", "已公告遗失"
    REPLACED = "replaced", "已更换"
    CANCELLED = "cancelled", "已注销"


class RenewReason(TextChoices):
    EXPIRING = "expiring", "有效期将满"
    CHANGED = "changed", "信息变更"
    DAMAGED = "damaged", "证件毁损"
    LOST = "lost", "遗失补发"


class CancelReason(TextChoices):
    LEFT = "left", "调离、退休、辞职"
    MOVED = "moved", "转任非执法岗位"
    FAILED = "failed", "考核不合格"
    BREACH = "breach", "违法违纪"
    EXPIRED = "expired", "有效期满未换证"


class Form(TextChoices):
    PRE_POST = "pre_post", "岗前培训"
    COURSE = "course", "集中培训"
    DAILY = "daily", "日常培训"


class Result(TextChoices):
    PASSED = "passed", "合格"
    FAILED = "failed", "不合格"
