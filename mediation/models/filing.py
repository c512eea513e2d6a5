"""FileNote (卷宗情况说明): why something is not in the file of a dispute."""

from django.db import models

from lawgov.casework.models import Case

from ..choices import FileItem


class FileNote(models.Model):
    """One thing that the file lacks, or that lies elsewhere, and why."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="file_notes", verbose_name="案件")
    item = models.CharField("材料", max_length=20, choices=FileItem)
    reason = models.CharField("原因（存放处）", max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = "卷宗情况说明"

    def __str__(self) -> str:
        return f"{self.get_item_display()}：{self.reason}"
