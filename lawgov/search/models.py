"""The index of the search: one row per case, made from it and never the truth."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from lawgov.casework.models import Case


class Indexed(models.Model):
    """A case as it can be found: its words, and its lines for what two characters do not tell."""

    case = models.OneToOneField(
        Case, models.CASCADE, primary_key=True, related_name="indexed", verbose_name="案件"
    )
    words = ArrayField(models.TextField(db_collation="C"), verbose_name="检索词")
    text = models.TextField("文字", default="", blank=True)
    initials = models.TextField("拼音首字母", default="", blank=True)
    seq = models.IntegerField("版本")

    class Meta:
        verbose_name = verbose_name_plural = "检索索引"
        indexes = [GinIndex(fields=["words"], name="search_words")]

    def __str__(self) -> str:
        return f"{self.case_id} {self.seq}"
