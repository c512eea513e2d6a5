"""What a dispute has beyond a case: its own columns, and the records of its handling."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from lawgov.casework.models import Case
from lawgov.people.models import MediatorKind

from .choices import (
    AgreementKind,
    Basis,
    ChosenBy,
    Performance,
    Retention,
    Risk,
    Satisfaction,
)


class Dispute(models.Model):
    """矛盾纠纷: the detail of a case of kind "dispute"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="dispute", verbose_name="案件"
    )
    type = models.CharField("纠纷类型", max_length=20)
    subtype = models.CharField("细类", max_length=20, default="", blank=True)
    summary = models.TextField("纠纷简要情况")
    place = models.CharField("发生地点", max_length=200, default="", blank=True)
    amount = models.BigIntegerField("标的金额（分）", default=0)
    people = models.IntegerField("涉及人数", default=2)
    risk = models.CharField("风险等级", max_length=10, choices=Risk, default=Risk.LOW)
    factors = ArrayField(
        models.CharField(max_length=20), verbose_name="风险因素", default=list, blank=True
    )
    basis = models.CharField("受理方式", max_length=12, choices=Basis, default="", blank=True)
    mediator_kind = models.CharField(
        "调解员类别", max_length=20, choices=MediatorKind, default="", blank=True
    )
    chosen_by = models.CharField(
        "调解员确定方式", max_length=10, choices=ChosenBy, default="", blank=True
    )
    informed_on = models.DateField("权利义务告知日期", null=True)
    refused_on = models.DateField("当事人明确拒绝日期", null=True)
    danger = models.BooleanField("有激化危险", default=False)
    reported_on = models.DateField("报告公安机关日期", null=True)
    confirmed_on = models.DateField("申请司法确认日期", null=True)
    retention = models.CharField(
        "保管期限", max_length=10, choices=Retention, default="", blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = "矛盾纠纷"
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gte=0), name="dispute_amount"),
        ]

    def __str__(self) -> str:
        return str(self.case)


class Session(models.Model):
    """调解记录: one session of mediation."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="sessions", verbose_name="案件")
    on = models.DateField("日期")
    place = models.CharField("地点", max_length=200)
    matter = models.CharField("事由", max_length=200)
    helpers = models.CharField("参加人", max_length=200, default="", blank=True)
    body = models.TextField("记录")
    closed_doors = models.BooleanField("不公开", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "调解记录"

    def __str__(self) -> str:
        return f"{self.on} {self.matter}"


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


class Visit(models.Model):
    """回访记录."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="visits", verbose_name="案件")
    on = models.DateField("日期")
    performance = models.CharField("履行情况", max_length=10, choices=Performance)
    satisfaction = models.CharField("满意度", max_length=10, choices=Satisfaction)
    situation = models.TextField("回访情况", default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "回访记录"

    def __str__(self) -> str:
        return f"{self.on} {self.get_satisfaction_display()}"
