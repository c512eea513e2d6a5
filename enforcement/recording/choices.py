"""The words of the full-process record."""

from django.db.models import TextChoices

from lawgov.dictionaries.lists import Dictionary

DEFECT = Dictionary("recording.defect", "执法记录问题")
# What the self-check finds by itself; codes of the list above.
FEW, UNTOLD, LATE = "few", "untold", "late"


class Form(TextChoices):
    TEXT = "text", "文字记录"
    MEDIA = "media", "音像记录"


class Stage(TextChoices):
    """采集 > 归档 > 抽查 > 整改: an upload is 归档, with a defect it waits for 整改."""

    KEPT = "kept", "已归档"
    FAULTY = "faulty", "待整改"
    PASSED = "passed", "抽查合格"
    MENDED = "mended", "已整改"
