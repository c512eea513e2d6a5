"""What a task has beyond a case: what is to be done until when, the replies, the 督办."""

from django.db import models

from lawgov.casework.models import Case


class Task(models.Model):
    """交办事项: the detail of a case of kind "task"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="task", verbose_name="案件"
    )
    content = models.TextField("任务内容")
    due = models.DateField("办理期限")
    needs_reply = models.BooleanField("须书面回复", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "交办事项"

    def __str__(self) -> str:
        return str(self.case)


class Reply(models.Model):
    """回复: what the owner says was done; a task that was returned has several."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="replies", verbose_name="案件")
    on = models.DateField("回复日期")
    body = models.TextField("回复内容", default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "回复"

    def __str__(self) -> str:
        return f"{self.on} 回复"


class Urge(models.Model):
    """督办单: an order to get on with it, and its answer."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="urges", verbose_name="案件")
    on = models.DateField("督办日期")
    body = models.TextField("督办要求")
    answer_by = models.DateField("答复期限")
    answered_on = models.DateField("答复日期", null=True)
    answer = models.TextField("督办答复", default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "督办单"

    def __str__(self) -> str:
        return f"{self.on} 督办"
