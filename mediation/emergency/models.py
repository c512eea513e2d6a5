"""What an incident has beyond a case: when and where, what was done, and who went."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from lawgov.casework.models import Case
from lawgov.organisations.models import Membership, Organisation

from .choices import Work


class Incident(models.Model):
    """突发事件: the detail of a case of kind "incident"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="incident", verbose_name="案件"
    )
    type = models.CharField("事件类型", max_length=20)
    place = models.CharField("地点", max_length=200)
    persons = models.IntegerField("涉及人数", default=0)
    situation = models.TextField("事件情况")
    began_at = models.TimeField("开始时间", null=True)
    ended_at = models.TimeField("结束时间", null=True)
    team = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="incidents", verbose_name="队伍"
    )
    works = ArrayField(
        models.CharField(max_length=10, choices=Work), verbose_name="工作内容", default=list
    )
    result = models.TextField("处置情况", default="", blank=True)
    summary = models.TextField("总结", default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "突发事件"

    def __str__(self) -> str:
        return str(self.case)


class Responder(models.Model):
    """出动队员: a member of the team's roster who went; the name as it was then."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="responders", verbose_name="案件")
    member = models.ForeignKey(Membership, models.PROTECT, related_name="+", verbose_name="队员")
    name = models.CharField("姓名", max_length=50)
    left_at = models.TimeField("出动时间", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "出动队员"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "member"],
                name="responder_once",
                violation_error_message="该队员已登记出动。",
            )
        ]

    def __str__(self) -> str:
        return self.name
