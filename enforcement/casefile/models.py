"""案卷评查: a closed file scored by a rubric, and the marks it was given."""

from django.db import models
from django.db.models import F, Q

from lawgov.casework.models import Case

from .choices import CheckForm


class FileCheck(models.Model):
    """案卷评查: the detail of a case of kind "file_check"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="file_check", verbose_name="案件"
    )
    subject = models.ForeignKey(
        Case, models.PROTECT, related_name="file_checks", verbose_name="被评查案件"
    )
    form = models.CharField("评查方式", max_length=10, choices=CheckForm)
    full = models.IntegerField("满分", default=0)
    total = models.IntegerField("得分", default=0)
    defects = models.IntegerField("问题数", default=0)
    scored_on = models.DateField("评分日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "案卷评查"
        constraints = [
            models.CheckConstraint(
                condition=Q(total__gte=0, total__lte=F("full")), name="file_check_total"
            )
        ]
        indexes = [models.Index(fields=["scored_on"], name="file_check_scored")]

    def __str__(self) -> str:
        return str(self.case)


class Mark(models.Model):
    """评分: one item of the rubric as it was worded that day, what was taken off and why."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="marks", verbose_name="案件")
    code = models.CharField("评分项", max_length=40)
    label = models.CharField("评查内容", max_length=200)
    points = models.SmallIntegerField("分值")
    deducted = models.SmallIntegerField("扣分", default=0)
    defect = models.CharField("存在问题", max_length=200, default="", blank=True)
    remedy = models.CharField("整改情况", max_length=200, default="", blank=True)
    mended_on = models.DateField("确认整改日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "案卷评分"
        constraints = [
            models.UniqueConstraint(fields=["case", "code"], name="mark_once"),
            models.CheckConstraint(
                condition=Q(deducted__gte=0, deducted__lte=F("points")), name="mark_within_points"
            ),
            models.CheckConstraint(
                condition=Q(deducted=0) | ~Q(defect=""), name="mark_names_defect"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.label}（扣{self.deducted}分）"
