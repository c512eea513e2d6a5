"""Document: a paper of a case, once for each text it ever had; Final: the text that stands."""

from django.db import models
from django.db.models.functions import Now

from lawgov.casework.models import Case


class Source(models.TextChoices):
    MADE = "made", "按案件内容生成"
    SUBMITTED = "submitted", "修改稿"


class Document(models.Model):
    """One version. What is made has personal numbers masked; a plain copy is made for the asker
    only. What somebody wrote over it comes as a docx by a step, so its hash is under the chain."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="documents", verbose_name="案件")
    paper = models.CharField("文书", max_length=40)
    version = models.IntegerField("版本")
    source = models.CharField("来源", max_length=10, choices=Source, default=Source.MADE)
    text_hash = models.CharField("文本摘要", max_length=64)
    docx = models.CharField("docx 存放名", max_length=100)
    pdf = models.CharField("PDF 存放名", max_length=100, default="", blank=True)
    note = models.CharField("修改说明", max_length=200, default="", blank=True)
    made_at = models.DateTimeField("生成时间", db_default=Now())

    class Meta:
        verbose_name = verbose_name_plural = "文书"
        constraints = [
            models.UniqueConstraint(fields=["case", "paper", "version"], name="document_once")
        ]

    def __str__(self) -> str:
        return f"{self.label} 第{self.version}版"

    @property
    def label(self) -> str:
        from .papers import PAPERS

        return PAPERS[self.case.kind][self.paper].label

    @property
    def stored(self) -> str:
        """The file that goes if the row is not written after all."""
        return self.docx


class Final(models.Model):
    """定稿: the version that was settled on, with the number that it goes out under."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="finals", verbose_name="案件")
    document = models.OneToOneField(
        Document, models.PROTECT, related_name="final", verbose_name="版本"
    )
    paper = models.CharField("文书", max_length=40)
    number = models.CharField("文号", max_length=64, unique=True)
    text_hash = models.CharField("文本摘要", max_length=64)
    on = models.DateField("定稿日期")

    class Meta:
        verbose_name = verbose_name_plural = "定稿"

    def __str__(self) -> str:
        return self.number
