"""Dispute (矛盾纠纷): what a dispute has beyond a case."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from lawgov.casework.models import Case
from lawgov.people.models import MediatorKind

from ..choices import (
    Basis,
    ChosenBy,
    Notice,
    PoliceAnswer,
    Prevented,
    Retention,
    Risk,
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
    score = models.SmallIntegerField("风险分值", default=0, db_default=0)
    settle_by = models.DateField("分级化解限期", null=True)
    major = models.BooleanField("重大复杂", default=False, db_default=False)
    basis = models.CharField("受理方式", max_length=12, choices=Basis, default="", blank=True)
    mediator_kind = models.CharField(
        "调解员类别", max_length=20, choices=MediatorKind, default="", blank=True
    )
    chosen_by = models.CharField(
        "调解员确定方式", max_length=10, choices=ChosenBy, default="", blank=True
    )
    applied_on = models.DateField("申请日期", null=True)
    requests = models.TextField("当事人申请事项", default="", db_default="", blank=True)
    taken_on = models.DateField("接受委派日期", null=True)
    outer_number = models.CharField(
        "外部系统案号", max_length=64, default="", db_default="", blank=True
    )
    informed_on = models.DateField("权利义务告知日期", null=True)
    informed_how = models.CharField(
        "告知方式", max_length=10, choices=Notice, default="", db_default="", blank=True
    )
    refused_on = models.DateField("当事人明确拒绝日期", null=True)
    danger = models.BooleanField("有激化危险", default=False)
    reported_on = models.DateField("报告公安机关日期", null=True)
    confirmed_on = models.DateField("申请司法确认日期", null=True)
    performed_on = models.DateField("履行完毕日期", null=True)
    police_answer = models.CharField(
        "公安认可", max_length=10, choices=PoliceAnswer, default="", db_default="", blank=True
    )
    police_answered_on = models.DateField("公安答复日期", null=True)
    prevented = models.CharField(
        "防止激化", max_length=10, choices=Prevented, default="", db_default="", blank=True
    )
    prevented_cases = models.SmallIntegerField("防止激化件数", default=0, db_default=0)
    prevented_people = models.IntegerField("防止激化人数", default=0, db_default=0)
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
