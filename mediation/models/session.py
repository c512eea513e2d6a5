"""Session (调解记录)."""

from django.db import models

from lawgov.casework.models import Case


class Session(models.Model):
    """调解记录: one session of mediation."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="sessions", verbose_name="案件")
    on = models.DateField("日期")
    place = models.CharField("地点", max_length=200)
    matter = models.CharField("事由", max_length=200)
    helpers = models.CharField("参加人", max_length=200, default="", blank=True)
    body = models.TextField("记录")
    closed_doors = models.BooleanField("不公开", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "调解记录"

    def __str__(self) -> str:
        return f"{self.on} {self.matter}"
