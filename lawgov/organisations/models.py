"""Standing bodies on a unit: mediation platforms, stations, groups, committees, firms, courts."""

from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from lawgov.units import scope
from lawgov.units.fields import UnitCode


class Kind(models.TextChoices):
    MEDIATION_PLATFORM = "mediation_platform", "矛调分平台"
    MEDIATION_STATION = "mediation_station", "矛调工作站"
    MEDIATION_GROUP = "mediation_group", "矛调工作组"
    MEDIATION_COMMITTEE = "mediation_committee", "人民调解委员会"
    LAW_FIRM = "law_firm", "律师事务所"
    COURT = "court", "人民法院"


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def visible_to(self, user: Any) -> "OrganisationQuerySet":
        """What lies in the ranges of any post: organisations are neither personal nor secret."""
        return self.filter(scope.within("unit", user.spans(user.roles)))

    def in_force(self, day: date | None = None) -> "OrganisationQuerySet":
        day = day or timezone.localdate()
        return self.filter(Q(until=None) | Q(until__gt=day), since__lte=day)

    def under(self, code: str) -> "OrganisationQuerySet":
        return self.filter(scope.within("unit", [scope.span(code)]))


class Organisation(models.Model):
    kind = models.CharField("类别", max_length=30, choices=Kind)
    name = models.CharField("名称", max_length=100)
    unit = UnitCode("所在单位")
    since = models.DateField("设立日期")
    until = models.DateField("撤销日期", null=True, blank=True, help_text="自该日起撤销，空为在用")
    area = models.DecimalField(
        "场地面积（平方米）", max_digits=9, decimal_places=2, null=True, blank=True
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "组织"
        ordering = ["unit", "kind", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "name"],
                condition=Q(until=None),
                name="organisation_open_once",
                violation_error_message="该单位已有同类同名的组织。",
            ),
            models.CheckConstraint(
                condition=Q(since__lt=F("until")),
                name="organisation_period",
                violation_error_message="撤销日期须晚于设立日期。",
            ),
            models.CheckConstraint(
                condition=Q(area__gt=0),
                name="organisation_area",
                violation_error_message="场地面积须大于 0。",
            ),
        ]
        indexes = [models.Index(fields=["kind", "unit"], name="organisation_kind_unit")]

    def __str__(self) -> str:
        return self.name
