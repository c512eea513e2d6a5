"""排查部署: what a community asks of its groups, and who of them walks which grid."""

from django.db import models
from django.db.models import F, Q

from lawgov.casework.models import Case
from lawgov.people.models import User
from lawgov.units.fields import UnitCode


class RoundPlan(models.Model):
    """The detail of a case of kind "round_plan"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="round_plan", verbose_name="案件"
    )
    type = models.CharField("排查方式", max_length=30, default="", blank=True)
    since = models.DateField("开始日期")
    until = models.DateField("截止日期")
    rounds = models.SmallIntegerField("每个网格轮数")
    demand = models.TextField("排查要求", default="", blank=True)
    missing = models.SmallIntegerField("未完成网格数", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "排查部署"
        constraints = [
            models.CheckConstraint(
                condition=Q(since__lte=F("until")),
                name="round_plan_period",
                violation_error_message="截止日期不得早于开始日期",
            ),
            models.CheckConstraint(condition=Q(rounds__gte=1), name="round_plan_rounds"),
        ]

    def __str__(self) -> str:
        return str(self.case)


class Walk(models.Model):
    """A grid of a plan with one of those who walk it; a grid without anybody stands there too."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="walks", verbose_name="案件")
    grid = UnitCode("网格")
    user = models.ForeignKey(
        User, models.PROTECT, null=True, related_name="+", verbose_name="走访人"
    )

    class Meta:
        verbose_name = verbose_name_plural = "部署网格"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "grid", "user"], name="walk_once", nulls_distinct=False
            )
        ]

    def __str__(self) -> str:
        return self.grid
