"""Instalment (分期履行) and Fulfilment (履行记录): what is owed when, and what was done."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from lawgov.casework.models import Case

from ..choices import Voucher


class Instalment(models.Model):
    """分期履行: one part of what was agreed, with its day."""

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="agreed_instalments", verbose_name="案件"
    )
    agreement_ordinal = models.SmallIntegerField("第几份协议")
    ordinal = models.SmallIntegerField("期次")
    due_on = models.DateField("应履行日期")
    content = models.CharField("履行内容", max_length=200, default="", blank=True)
    amount = models.BigIntegerField("金额（分）", default=0)
    performed_on = models.DateField("履行日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "分期履行"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "agreement_ordinal", "ordinal"], name="instalment_once"
            ),
            models.CheckConstraint(condition=Q(amount__gte=0), name="instalment_amount"),
        ]

    def __str__(self) -> str:
        return f"第{self.ordinal}期 {self.due_on}"


class Fulfilment(models.Model):
    """履行记录: something that was paid, handed over or done, with its voucher."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="fulfilments", verbose_name="案件")
    agreement_ordinal = models.SmallIntegerField("第几份协议")
    instalment = models.ForeignKey(
        Instalment, models.PROTECT, null=True, related_name="+", verbose_name="期次"
    )
    on = models.DateField("履行日期")
    paid = models.BigIntegerField("履行金额（分）", default=0)
    voucher = models.CharField("凭证", max_length=10, choices=Voucher)
    note = models.CharField("说明", max_length=200, default="", blank=True)
    files = ArrayField(
        models.CharField(max_length=64),
        verbose_name="附件摘要",
        default=list,
        blank=True,
        editable=False,
    )

    class Meta:
        verbose_name = verbose_name_plural = "履行记录"
        constraints = [models.CheckConstraint(condition=Q(paid__gte=0), name="fulfilment_paid")]

    def __str__(self) -> str:
        return f"{self.on} {self.get_voucher_display()}"
