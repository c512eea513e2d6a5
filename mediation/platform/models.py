"""A question of law that a community or a department puts to the quarter's meeting."""

from typing import Any

from django.db import models

from lawgov.casework.models import Case
from lawgov.meetings.choices import Capacity


class QuestionQuerySet(models.QuerySet["Question"]):
    def visible_to(self, user: Any, kind: str = "question") -> "QuestionQuerySet":
        return self.filter(case__in=Case.objects.visible_to(user, kind))


class Question(models.Model):
    """法律问题: the detail of a case of kind "question"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="question", verbose_name="案件"
    )
    text = models.TextField("问题")
    department = models.CharField("提出科室", max_length=100, default="", blank=True)
    answer_by = models.DateField("答复期限")
    meeting = models.ForeignKey(
        Case, models.PROTECT, null=True, related_name="questions", verbose_name="季度会"
    )
    answer_text = models.TextField("答复", default="", blank=True)
    answerer = models.CharField("答复人", max_length=150, default="", blank=True)
    capacity = models.CharField(
        "答复人身份", max_length=10, choices=Capacity, default="", blank=True
    )
    answered_on = models.DateField("答复日期", null=True)

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "法律问题"

    def __str__(self) -> str:
        return str(self.case)
