"""Agreement (调解协议)."""

from django.db import models

from lawgov.casework.models import Case

from ..choices import (
    AgreementKind,
)


class Agreement(models.Model):
    """调解协议: written (人民调解法第二十九条) or oral and registered (第三十条)."""

    case = models.OneToOneField(Case, models.PROTECT, related_name="agreement", verbose_name="案件")
    form = models.CharField("形式", max_length=10, choices=AgreementKind)
    disputed = models.TextField("纠纷主要事实、争议事项", default="", blank=True)
    liability = models.TextField("各方当事人的责任", default="", blank=True)
    content = models.TextField("协议内容")
    manner = models.CharField("履行方式", max_length=200, default="", blank=True)
    perform_by = models.DateField("履行期限", null=True)
    perform_at = models.CharField("履行地点", max_length=200, default="", blank=True)
    copies = models.SmallIntegerField("份数", default=3)
    agreed_amount = models.BigIntegerField("协议涉及金额（分）", default=0)
    parties_signed_on = models.DateField("各方当事人签名日期", null=True)
    mediator_signed_on = models.DateField("调解员签名日期", null=True)
    sealed_on = models.DateField("调解委员会盖章日期", null=True)
    effective_on = models.DateField("生效日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "调解协议"

    def __str__(self) -> str:
        return self.get_form_display()
