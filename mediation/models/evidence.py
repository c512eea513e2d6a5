"""Evidence (证据材料): what the parties or the mediator bring forward."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from lawgov.casework.models import Case

from ..choices import Copy


class Evidence(models.Model):
    """证据材料: one row of the list of evidence; its files are attachments of the case."""

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="evidence_materials", verbose_name="案件"
    )
    name = models.CharField("名称", max_length=100)
    source = models.CharField("来源（提供人）", max_length=100)
    form = models.CharField("原件或复制件", max_length=10, choices=Copy)
    pages = models.SmallIntegerField("页数")
    on = models.DateField("日期")
    proves = models.CharField("证明内容", max_length=200, default="", blank=True)
    files = ArrayField(
        models.CharField(max_length=64),
        verbose_name="附件摘要",
        default=list,
        blank=True,
        editable=False,
    )

    class Meta:
        verbose_name = verbose_name_plural = "证据材料"

    def __str__(self) -> str:
        return self.name
