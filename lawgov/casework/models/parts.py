"""Parts of every case: attachments, links. They change only by a step, with its version."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from .case import Case


class Relation(models.TextChoices):
    SOURCE = "source", "来源"
    SAME = "same", "同一纠纷"
    FOLLOWS = "follows", "后续"
    HEARD = "heard", "会议研究"


class Link(models.Model):
    """From a case to what it came from or became: a case, an entry, or a number kept outside."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="links", verbose_name="案件")
    relation = models.CharField("关系", max_length=10, choices=Relation)
    other = models.ForeignKey(
        Case, models.PROTECT, null=True, related_name="linked_from", verbose_name="关联案件"
    )
    entry = models.ForeignKey(
        "casework.Entry", models.PROTECT, null=True, related_name="links", verbose_name="关联记录"
    )
    outside = models.CharField("外部编号", max_length=100, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "关联"
        constraints = [
            models.CheckConstraint(
                condition=~Q(other=None) | ~Q(entry=None) | ~Q(outside=""), name="link_names_one"
            ),
            models.CheckConstraint(condition=~Q(other=models.F("case")), name="link_not_itself"),
        ]

    def __str__(self) -> str:
        return f"{self.get_relation_display()} {self.outside or self.other or self.entry}"


class Attachment(models.Model):
    """A file of a case or of an entry: kept under a random name with its hash, voided but never
    deleted."""

    case = models.ForeignKey(
        Case, models.PROTECT, null=True, related_name="attachments", verbose_name="案件"
    )
    entry = models.ForeignKey(
        "casework.Entry", models.PROTECT, null=True, related_name="attachments", verbose_name="记录"
    )
    name = models.CharField("文件名", max_length=200)
    stored = models.CharField("存放名", max_length=100)
    media_type = models.CharField("类型", max_length=100)
    size = models.IntegerField("大小（字节）")
    sha256 = models.CharField("摘要", max_length=64)
    preview = models.CharField("预览存放名", max_length=100, default="", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        db_index=False,
        related_name="+",
        verbose_name="上传人",
    )
    at = models.DateTimeField("上传时间", null=True)
    label = models.CharField("说明", max_length=50, default="", blank=True)
    void = models.BooleanField("已作废", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "附件"
        constraints = [
            models.CheckConstraint(
                condition=Q(case=None, entry__isnull=False) | Q(case__isnull=False, entry=None),
                name="attachment_of_one",
            )
        ]
        indexes = [models.Index(fields=["by", "at"], name="attachment_by_day")]

    def __str__(self) -> str:
        return self.name
