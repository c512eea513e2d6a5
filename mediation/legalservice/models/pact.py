"""Pact (律所签约): a law firm that serves a community from a day until a day."""

from typing import Any

from django.db import models
from django.db.models import F, Q

from lawgov.casework.models import Case
from lawgov.organisations.models import Organisation
from lawgov.units.fields import UnitCode


class PactQuerySet(models.QuerySet["Pact"]):
    def visible_to(self, user: Any, kind: str = "pact") -> "PactQuerySet":
        return self.filter(case__in=Case.objects.visible_to(user, kind))

    def in_force(self, day: Any) -> "PactQuerySet":
        return self.filter(since__lte=day, over_on__gt=day)


class Pact(models.Model):
    """律所签约: the detail of a case of kind "pact"; a community has one that is not ended."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="pact", verbose_name="案件"
    )
    community = UnitCode("签约社区")
    firm = models.ForeignKey(
        Organisation, models.PROTECT, related_name="pacts", verbose_name="律师事务所"
    )
    lawyer = models.CharField("驻点律师", max_length=50, default="", blank=True)
    since = models.DateField("签约日期")
    until = models.DateField("有效期至")
    over_on = models.DateField("失效日期")  # the first day on which it no longer holds
    ended = models.BooleanField("已终止", default=False)

    objects = PactQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "律所签约"
        constraints = [
            models.UniqueConstraint(
                fields=["community"],
                condition=Q(ended=False),
                name="pact_one_in_force",
                violation_error_message="该社区已有在约的律师事务所，须先终止或办结原签约。",
            ),
            models.CheckConstraint(
                condition=Q(since__lt=F("over_on")),
                name="pact_period",
                violation_error_message="有效期应晚于签约日期。",
            ),
        ]
        indexes = [models.Index(fields=["firm"], name="pact_of_firm")]

    def __str__(self) -> str:
        return str(self.case)
