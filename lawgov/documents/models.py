"""Document: a paper of a case as it was made, once for each text it ever had."""

from django.db import models
from django.db.models.functions import Now

from lawgov.casework.models import Case


class Document(models.Model):
    """Personal numbers are masked in what is kept here; a plain copy is made for the asker only."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="documents", verbose_name="案件")
    paper = models.CharField("文书", max_length=40)
    version = models.IntegerField("版本")
    text_hash = models.CharField("文本摘要", max_length=64)
    docx = models.CharField("docx 存放名", max_length=100)
    pdf = models.CharField("PDF 存放名", max_length=100)
    made_at = models.DateTimeField("生成时间", db_default=Now())

    class Meta:
        verbose_name = verbose_name_plural = "文书"
        constraints = [
            models.UniqueConstraint(fields=["case", "paper", "version"], name="document_once")
        ]

    def __str__(self) -> str:
        return f"{self.paper} 第{self.version}版"
