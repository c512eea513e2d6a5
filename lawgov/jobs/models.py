"""Job: an import, an export, a report in the making. And the rows that an import brought once."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone

from lawgov.people.models import Role, User
from lawgov.privacy.fields import SealedField
from lawgov.units import scope
from lawgov.units.fields import UnitCode

APPROVERS = (Role.LEADER, Role.JUSTICE)


class Kind(models.TextChoices):
    IMPORT = "import", "导入"
    EXPORT = "export", "导出"
    REPORT = "report", "报告"
    FILE = "file", "组卷"


class State(models.TextChoices):
    WAITING = "waiting", "排队中"
    CHECKING = "checking", "核对中"
    CHECKED = "checked", "已核对，待确认"
    AWAITING = "awaiting", "待批准"
    RUNNING = "running", "办理中"
    DONE = "done", "已完成"
    FAILED = "failed", "未成功"
    REFUSED = "refused", "未获批准"
    DROPPED = "dropped", "已放弃"
    EXPIRED = "expired", "已过期"


UNDER_WAY = (State.WAITING, State.CHECKING, State.RUNNING)
COLOURS = {
    State.CHECKED: "warning", State.AWAITING: "warning", State.DONE: "success",
    State.FAILED: "danger", State.REFUSED: "danger", State.EXPIRED: "secondary",
    State.DROPPED: "secondary",
}  # fmt: skip


class JobQuerySet(models.QuerySet["Job"]):
    def visible_to(self, user: User) -> JobQuerySet:
        """Whose it is, and nobody else."""
        return self.filter(by=user)

    def to_approve(self, user: User) -> JobQuerySet:
        """What waits for the word of this user: asked by somebody else, of a unit in reach."""
        within = scope.within("unit", user.spans(APPROVERS))
        return self.filter(within, state=State.AWAITING).exclude(by=user)

    def free(self) -> JobQuerySet:
        """To be worked on by nobody, or by one who died of it: the lease has run out."""
        now = timezone.now()
        lapsed = Q(claimed_until=None) | Q(claimed_until__lt=now)
        return self.filter(lapsed, state__in=UNDER_WAY)


class Job(models.Model):
    kind = models.CharField("事项", max_length=10, choices=Kind)
    about = models.CharField("对象", max_length=20)  # kind of case or register
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="申请人"
    )
    unit = UnitCode("申请人单位")
    state = models.CharField("状态", max_length=10, choices=State, default=State.WAITING)
    params = models.JSONField("参数", default=dict)  # never anything personal
    query = SealedField("查询条件", default="", blank=True)  # it can name people
    reason = models.CharField("理由", max_length=200, default="", blank=True)
    approver = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        db_index=False,
        related_name="+",
        verbose_name="批准人",
    )
    tally = models.JSONField("结果", default=dict)
    error = models.CharField("未成功的原因", max_length=300, default="", blank=True)
    # Files lie under random names, encrypted; a blank name is a file that is no more.
    source = models.CharField("上传文件", max_length=100, default="", blank=True)
    findings = models.CharField("核对结果", max_length=100, default="", blank=True)
    errors = models.CharField("错误表", max_length=100, default="", blank=True)
    result = models.CharField("结果文件", max_length=100, default="", blank=True)
    sha256 = models.CharField("文件摘要", max_length=64, default="", blank=True)
    password = SealedField("解压口令", default="", blank=True)
    done = models.IntegerField("已办", default=0)
    total = models.IntegerField("总数", default=0)
    made_at = models.DateTimeField("提交时间", db_default=Now())
    started_at = models.DateTimeField("开始时间", null=True)
    finished_at = models.DateTimeField("完成时间", null=True)
    expires_at = models.DateTimeField("文件保留至", null=True)
    claimed_until = models.DateTimeField("占用至", null=True)
    claims = models.IntegerField("占用序号", default=0)  # whose lease it is
    tries = models.SmallIntegerField("次数", default=0)

    objects = JobQuerySet.as_manager()
    FILES: ClassVar = ("source", "findings", "errors", "result")

    class Meta:
        verbose_name = verbose_name_plural = "导入导出任务"
        indexes = [
            models.Index(fields=["by", "-id"], name="job_mine"),
            models.Index(
                fields=["unit", "id"], name="job_to_approve", condition=Q(state="awaiting")
            ),
            models.Index(
                fields=["claimed_until"],
                name="job_free",
                condition=Q(state__in=["waiting", "checking", "running"]),
            ),
            models.Index(fields=["expires_at"], name="job_expires", condition=~Q(expires_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}任务 {self.pk}"

    @property
    def colour(self) -> str:
        return COLOURS.get(State(self.state), "primary")

    @property
    def is_under_way(self) -> bool:
        return self.state in UNDER_WAY


class Imported(models.Model):
    """A row that an import brought: the same file once more adds nothing."""

    kind = models.CharField("种类", max_length=20)
    digest = models.BinaryField("指纹")
    job = models.ForeignKey(Job, models.SET_NULL, null=True, related_name="+", db_index=False)

    class Meta:
        verbose_name = verbose_name_plural = "已导入的行"
        constraints = [models.UniqueConstraint(fields=["kind", "digest"], name="imported_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
