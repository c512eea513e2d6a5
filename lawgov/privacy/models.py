"""Who asked to see which personal value, why, and whether they were let."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from lawgov.people.roles import Role


class AccessLogQuerySet(models.QuerySet["AccessLog"]):
    def visible_to(self, user) -> "AccessLogQuerySet":
        """An auditor reads what people posted in the auditor's range have looked at."""
        people = user._meta.model.objects.held_within(user.spans({Role.AUDITOR}))
        return self.filter(by__in=people)

    def note(
        self, by, row, field: str, reason: str, *, subject: str = "", allowed: bool = True
    ) -> "AccessLog":
        """Write down that somebody asked for something of a row; an auditor reads no case, so it
        is called by its kind and number where no `subject` is given."""
        return self.create(
            by=by,
            subject=subject or f"{row._meta.verbose_name} {row.pk}",
            object_kind=row._meta.label_lower,
            object_id=row.pk,
            field=field,
            reason=reason,
            allowed=allowed,
        )


class AccessLog(models.Model):
    """One row per request to unmask; the database refuses to alter or delete it."""

    at = models.DateTimeField("时间", default=timezone.now, editable=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="查阅人"
    )
    subject = models.CharField("查阅对象", max_length=100)
    object_kind = models.CharField("记录类别", max_length=50)
    object_id = models.BigIntegerField("记录编号")
    field = models.CharField("字段", max_length=50)
    reason = models.CharField("理由", max_length=200)
    allowed = models.BooleanField("是否准许")

    objects = AccessLogQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "敏感信息查阅记录"
        ordering = ["-at", "-id"]
        indexes = [models.Index(fields=["by", "-at"], name="access_by_person")]

    def __str__(self) -> str:
        return f"{self.by} {self.field} {self.subject}"
