"""What follows a decision: it is served, performed, and may be contested."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from lawgov.casework.models import Case

from ..choices import Manner, Paper, RemedyKind, RemedyResult


class Delivery(models.Model):
    """送达回证."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="deliveries", verbose_name="案件")
    paper = models.CharField("文书", max_length=40, choices=Paper)
    manner = models.CharField("送达方式", max_length=12, choices=Manner)
    on = models.DateField("送达日期")
    place = models.CharField("送达地点", max_length=200, default="", blank=True)
    receiver = models.CharField("收件人", max_length=100, default="", blank=True)
    note = models.CharField("备注", max_length=200, default="", blank=True)
    consented = models.BooleanField("当事人已签送达地址（电子送达）确认书", default=False)
    officers = ArrayField(models.BigIntegerField(), verbose_name="送达人", default=list)

    class Meta:
        verbose_name = verbose_name_plural = "送达回证"

    def __str__(self) -> str:
        return f"{self.on} {self.get_paper_display()} {self.get_manner_display()}"


class Payment(models.Model):
    """缴款: what was paid of fine, confiscation and surcharge."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="payments", verbose_name="案件")
    on = models.DateField("缴款日期")
    amount = models.BigIntegerField("金额（分）")
    receipt = models.CharField("票据号码", max_length=50)
    on_spot = models.BooleanField("当场收缴", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "缴款记录"

    def __str__(self) -> str:
        return f"{self.on} {self.amount / 100:,.2f}元"


class Instalment(models.Model):
    """暂缓或者分期缴纳 (行政处罚法第六十六条): asked by the party, approved by the head."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="instalments", verbose_name="案件")
    on = models.DateField("申请日期")
    reason = models.CharField("申请理由", max_length=200)
    terms = models.CharField("缴纳安排", max_length=200)
    until = models.DateField("缴清期限")
    approved = models.BooleanField("批准", null=True)
    answered_on = models.DateField("审批日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "暂缓、分期缴纳"

    def __str__(self) -> str:
        return f"至{self.until}缴清"


class Surcharge(models.Model):
    """加处罚款 (行政处罚法第七十二条第一款第一项), as counted on a day."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="surcharges", verbose_name="案件")
    on = models.DateField("计算至")
    days = models.IntegerField("逾期日数")
    amount = models.BigIntegerField("金额（分）")

    class Meta:
        verbose_name = verbose_name_plural = "加处罚款"

    def __str__(self) -> str:
        return f"{self.on} {self.amount / 100:,.2f}元"


class Remedy(models.Model):
    """复议、诉讼: a small ledger, so that statistics know of an annulled decision."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="remedies", verbose_name="案件")
    kind = models.CharField("途径", max_length=15, choices=RemedyKind)
    number = models.CharField("案号", max_length=64, default="", blank=True)
    on = models.DateField("受理日期")
    stays = models.BooleanField("停止执行", default=False)
    result = models.CharField("结果", max_length=10, choices=RemedyResult, default="", blank=True)
    ended_on = models.DateField("结果日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "复议诉讼"

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"
