"""What a penalty case is proved with, and what is held meanwhile."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from lawgov.casework.models import Attachment, Case

from ..choices import Disposal, EvidenceKind, InquiryForm, MeasureKind, MeasureState, Present


class Inquiry(models.Model):
    """调查取证: by two or more certified officers (行政处罚法第四十二、五十五条)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="inquiries", verbose_name="案件")
    on = models.DateField("日期")
    place = models.CharField("地点", max_length=200)
    form = models.CharField("取证方式", max_length=10, choices=InquiryForm)
    asked = models.CharField("被调查人", max_length=100, default="", blank=True)
    body = models.TextField("笔录")
    shown = models.BooleanField("已出示执法证件", default=False)
    officers = ArrayField(models.BigIntegerField(), verbose_name="执法人员", default=list)

    class Meta:
        verbose_name = verbose_name_plural = "调查取证记录"

    def __str__(self) -> str:
        return f"{self.on} {self.place}"


class Evidence(models.Model):
    """证据: numbered 证1, 证2 … in the order in which they came; voided, never deleted."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="evidence", verbose_name="案件")
    kind = models.CharField("证据种类", max_length=12, choices=EvidenceKind)
    name = models.CharField("名称", max_length=100)
    proves = models.CharField("证明内容", max_length=200)
    source = models.CharField("来源（提供人）", max_length=100, default="", blank=True)
    original = models.BooleanField("原件", default=True)
    on = models.DateField("取得日期")
    monitored = models.BooleanField("电子技术监控设备记录", default=False)
    attachment = models.ForeignKey(
        Attachment, models.PROTECT, null=True, related_name="+", verbose_name="文件"
    )
    serial = models.IntegerField("证据序号")
    void = models.BooleanField("已作废", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "证据"
        constraints = [
            models.UniqueConstraint(fields=["case", "serial"], name="evidence_serial_once")
        ]

    def __str__(self) -> str:
        return f"证{self.serial} {self.name}"


class Measure(models.Model):
    """先行登记保存、查封、扣押, from the head's approval to release or disposal."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="measures", verbose_name="案件")
    kind = models.CharField("种类", max_length=10, choices=MeasureKind)
    things = models.TextField("财物清单")
    place = models.CharField("地点", max_length=200)
    reason = models.CharField("理由", max_length=200)
    urgent = models.BooleanField("情况紧急，当场采取", default=False)
    approved_on = models.DateField("批准日期", null=True)
    taken_on = models.DateField("采取日期", null=True)
    officers = ArrayField(models.BigIntegerField(), verbose_name="执法人员", default=list)
    due_on = models.DateField("届满日期", null=True)
    extended = models.BooleanField("已延长", default=False)
    ended_on = models.DateField("处理（解除）日期", null=True)
    disposal = models.CharField("处理结果", max_length=12, choices=Disposal, default="", blank=True)
    present = models.CharField("在场人", max_length=10, choices=Present, default="", blank=True)
    state = models.CharField(
        "状态", max_length=10, choices=MeasureState, default=MeasureState.ASKED
    )

    class Meta:
        verbose_name = verbose_name_plural = "行政强制措施"

    def __str__(self) -> str:
        return f"{self.get_kind_display()}（{self.place}）"
