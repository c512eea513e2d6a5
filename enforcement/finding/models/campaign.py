"""专项行动: what several departments do together for a while, and where they stand."""

from django.db import models
from django.db.models import F, Q

from lawgov.casework.models import Case


class Campaign(models.Model):
    """The detail of a case of kind "campaign"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="campaign", verbose_name="案件"
    )
    theme = models.CharField("主题", max_length=20)
    since = models.DateField("行动起日")
    until = models.DateField("行动止日")
    plan = models.TextField("行动方案")
    summary = models.TextField("小结", default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "专项行动"
        constraints = [
            models.CheckConstraint(condition=Q(since__lte=F("until")), name="campaign_period")
        ]

    def __str__(self) -> str:
        return str(self.case)


class Partner(models.Model):
    """参与部门: who else takes part, and with what duty."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="partners", verbose_name="案件")
    name = models.CharField("部门", max_length=50)
    duty = models.CharField("分工", max_length=200, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "参与部门"

    def __str__(self) -> str:
        return self.name


class Checkpoint(models.Model):
    """点位: where the action stands or drives."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="checkpoints", verbose_name="案件")
    place = models.CharField("点位", max_length=200)
    hours = models.CharField("时段", max_length=100, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "行动点位"

    def __str__(self) -> str:
        return self.place
