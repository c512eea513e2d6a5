"""Notices, which of them a person wants by mail, and which other systems are told."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from lawgov.casework.models import Case
from lawgov.people.models import Role, User
from lawgov.privacy.fields import SealedField
from lawgov.units import scope
from lawgov.units.fields import UnitCode


class What(models.TextChoices):
    OFFERED = "offered", "待接收"
    ASSIGNED = "assigned", "已分派"
    RETURNED = "returned", "被退回"
    ACCEPTED = "accepted", "已接收"
    ANSWERED = "answered", "已反馈"
    CLOSED = "closed", "已办结"
    NEAR = "near", "即将到期"
    LATE = "late", "已逾期"
    URGED = "urged", "督办"
    CALLED = "called", "会议"
    JOB_DONE = "job_done", "导入导出完成"
    TO_APPROVE = "to_approve", "待审批"
    PARKED = "parked", "发送失败"


# What is said of cases, and may be told to other systems.
OF_CASES = [What.OFFERED, What.ASSIGNED, What.RETURNED, What.ACCEPTED, What.ANSWERED, What.CLOSED,
            What.NEAR, What.LATE, What.URGED]  # fmt: skip


def case_key() -> models.ForeignKey:
    return models.ForeignKey(
        Case, models.PROTECT, null=True, db_index=False, related_name="+", verbose_name="案件"
    )


class NoticeQuerySet(models.QuerySet["Notice"]):
    def visible_to(self, user: User) -> "NoticeQuerySet":
        return self.filter(to=user)

    def unread(self) -> "NoticeQuerySet":
        return self.filter(read_at=None)


class Notice(models.Model):
    """Something a person should know. It names a case or an address, never people or a title."""

    to = models.ForeignKey(
        User, models.PROTECT, db_index=False, related_name="notices", verbose_name="收件人"
    )
    what = models.CharField("事项", max_length=20, choices=What)
    case = case_key()
    address = models.CharField("地址", max_length=200, default="")
    due_on = models.DateField("到期日", null=True)
    key = models.CharField("键", max_length=100)  # the same thing is told once, however often said
    made_at = models.DateTimeField("时间", db_default=Now())
    read_at = models.DateTimeField("已读时间", null=True)
    mailed_at = models.DateTimeField("邮件时间", null=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "提醒"
        constraints = [models.UniqueConstraint(fields=["to", "key"], name="notice_once")]
        indexes = [
            models.Index(fields=["to", "id"], name="notice_unread", condition=Q(read_at=None)),
            models.Index(fields=["to", "id"], name="notice_read", condition=~Q(read_at=None)),
            models.Index(fields=["case"], name="notice_of_case", condition=Q(read_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.key}"


class Preference(models.Model):
    """Where someone wants mail, once they have shown that it is theirs, and about what."""

    user = models.OneToOneField(
        User, models.PROTECT, primary_key=True, related_name="+", verbose_name="人员"
    )
    email = SealedField("邮箱", blank=True, default="")
    verified_at = models.DateTimeField("验证时间", null=True)
    code = SealedField("验证码", blank=True, default="")
    code_until = models.DateTimeField("验证码有效至", null=True)
    tries = models.SmallIntegerField("验证次数", default=0)
    by_mail = ArrayField(models.CharField(max_length=20), default=list, verbose_name="邮件事项")

    class Meta:
        verbose_name = verbose_name_plural = "提醒方式"

    def __str__(self) -> str:
        return f"{self.user}"


class HookQuerySet(models.QuerySet["Hook"]):
    def visible_to(self, user: User) -> "HookQuerySet":
        return self.filter(scope.within("unit", user.spans({Role.SYSTEM_ADMIN})))


class Hook(models.Model):
    """Another system that is told what happens to the cases of a unit."""

    unit = UnitCode("单位")
    url = models.CharField("地址", max_length=500)
    secret = SealedField("签名密钥")
    what = ArrayField(models.CharField(max_length=20), verbose_name="事项")
    active = models.BooleanField("启用", default=True)

    objects = HookQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "对外通知"

    def __str__(self) -> str:
        return self.url

    def wants(self, what: str, case: Case) -> bool:
        return self.active and what in self.what and scope.covers(self.unit, case.unit)


class Call(models.Model):
    """One message to a hook; its key lets the other side know a repetition."""

    hook = models.ForeignKey(Hook, models.CASCADE, db_index=False, related_name="calls")
    what = models.CharField("事项", max_length=20, choices=What)
    case = case_key()
    due_on = models.DateField("到期日", null=True)
    key = models.CharField("键", max_length=100)
    made_at = models.DateTimeField("时间", db_default=Now())
    sent_at = models.DateTimeField("发送时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "对外通知记录"
        constraints = [models.UniqueConstraint(fields=["hook", "key"], name="call_once")]

    def __str__(self) -> str:
        return f"{self.get_what_display()} {self.key}"


def due_key(what: str, case: Case, due: date) -> str:
    return f"{what}:{case.pk}:{due}"
