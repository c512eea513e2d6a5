"""The field's lists as data: a code means one thing for ever, its name may change from a day."""

from datetime import date

from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils.timezone import localdate

CODE = RegexValidator(r"^[a-z][a-z0-9_]*\Z", "应为小写英文字母开头的字母、数字和下划线")


class Term(models.Model):
    """One code of a list. It may end on a day; it is never removed and never means another."""

    dictionary = models.CharField("字典", max_length=40)
    code = models.CharField(
        "代码",
        max_length=20,
        validators=[CODE],
        help_text="保存后不能更改，停用后也不再用于别的含义",
    )
    since = models.DateField("启用日期", null=True, blank=True, help_text="空为一直可用")
    until = models.DateField("停用日期", null=True, blank=True, help_text="自该日起不再供选择")
    order = models.PositiveSmallIntegerField("顺序", default=0)
    under = ArrayField(
        models.CharField(max_length=20), verbose_name="所属类型", default=list, blank=True
    )
    note = models.CharField(
        "说明", max_length=200, default="", blank=True, help_text="依据，或国家标准代码"
    )

    class Meta:
        verbose_name = verbose_name_plural = "字典项"
        ordering = ["dictionary", "order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["dictionary", "code"],
                name="term_code_once",
                violation_error_message="该字典已有这个代码，停用的代码也不能再用。",
            ),
            models.CheckConstraint(
                condition=Q(since__lt=F("until")),
                name="term_period",
                violation_error_message="停用日期须晚于启用日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.called()}（{self.code}）"

    def called(self, day: date | None = None) -> str:
        """Its name on a day; of two for one day the later written holds."""
        held = self.named(day)
        return held.label if held else ""

    def named(self, day: date | None = None) -> "Naming | None":
        day = day or localdate()
        names = [n for n in self.names.all() if n.since is None or n.since <= day]
        return names[-1] if names else None


class Naming(models.Model):
    """What a code is called, and how much it weighs, from a day on. Append-only: past years keep
    the name and the points they had."""

    term = models.ForeignKey(Term, models.PROTECT, related_name="names", verbose_name="字典项")
    label = models.CharField("名称", max_length=30)
    points = models.SmallIntegerField("分值", default=0, db_default=0)
    since = models.DateField("自", null=True, help_text="空为一直如此")

    class Meta:
        verbose_name = verbose_name_plural = "名称沿革"
        ordering = [F("since").asc(nulls_first=True), "pk"]

    def __str__(self) -> str:
        return self.label
