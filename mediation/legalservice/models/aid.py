"""AidRequest (法律援助申请)."""

from django.db import models

from lawgov.casework.models import Case
from lawgov.organisations.models import Organisation

from ..choices import AidResult, Ground, Means


class AidRequest(models.Model):
    """法律援助申请: the detail of a case of kind "aid_request"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="aid_request", verbose_name="案件"
    )
    matter = models.CharField("援助事项", max_length=20)
    summary = models.TextField("案情简要")
    means = models.CharField("经济状况", max_length=10, choices=Means)
    ground = models.CharField("免予核查情形", max_length=10, choices=Ground, default="", blank=True)
    urgent = models.BooleanField("情况紧急", default=False)
    centre = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+", verbose_name="法律援助机构"
    )
    granted_on = models.DateField("给予援助日期", null=True)
    lawyer = models.CharField("援助律师", max_length=50, default="", blank=True)
    firm = models.ForeignKey(
        Organisation, models.PROTECT, null=True, related_name="+", verbose_name="律师事务所"
    )
    result = models.CharField("办理结果", max_length=10, choices=AidResult, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "法律援助申请"

    def __str__(self) -> str:
        return str(self.case)
