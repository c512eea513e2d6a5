"""Consultation (法律咨询)."""

from typing import Any

from django.db import models
from django.db.models import Q

from lawgov.casework.models import Case
from mediation.choices import Satisfaction

from ..choices import Mode, Outcome


class ConsultationQuerySet(models.QuerySet["Consultation"]):
    def visible_to(self, user: Any, kind: str = "consultation") -> "ConsultationQuerySet":
        return self.filter(case__in=Case.objects.visible_to(user, kind))


class Consultation(models.Model):
    """法律咨询: the detail of a case of kind "consultation"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="consultation", verbose_name="案件"
    )
    topic = models.CharField("咨询类别", max_length=20)
    mode = models.CharField("服务方式", max_length=10, choices=Mode)
    matter = models.TextField("咨询内容", default="", blank=True)
    persons = models.IntegerField("咨询人数", default=1)
    held_on = models.DateField("接待日期", null=True)
    lawyer = models.CharField("接待律师（人员）", max_length=50, default="", blank=True)
    answer = models.TextField("答复意见", default="", blank=True)
    outcome = models.CharField("处理意见", max_length=10, choices=Outcome, default="", blank=True)
    satisfaction = models.CharField(
        "评价", max_length=10, choices=Satisfaction, default="", blank=True
    )

    objects = ConsultationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "法律咨询"
        constraints = [
            models.CheckConstraint(
                condition=Q(persons__gte=1),
                name="consultation_persons",
                violation_error_message="咨询人数至少为 1。",
            )
        ]
        indexes = [models.Index(fields=["held_on"], name="consultation_held")]

    def __str__(self) -> str:
        return str(self.case)
