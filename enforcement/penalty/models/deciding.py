"""What is proposed, defended, heard, discussed and decided in a penalty case."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from lawgov.casework.models import Case

from ..choices import Outcome, Said


class Draft(models.Model):
    """拟作决定: one version of the text; the legal review and the decision name its hash."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="drafts", verbose_name="案件")
    version = models.IntegerField("版本")
    outcome = models.CharField("处理意见", max_length=10, choices=Outcome)
    kinds = ArrayField(
        models.CharField(max_length=15), verbose_name="处罚种类", default=list, blank=True
    )
    band = models.CharField("裁量档次", max_length=40, default="", blank=True)
    fine = models.BigIntegerField("罚款金额（分）", default=0)
    confiscated = models.BigIntegerField("没收金额（分）", default=0)
    facts = models.TextField("违法事实")
    proof = models.TextField("证据")
    basis = models.TextField("处罚依据")
    reasons = models.TextField("裁量理由", default="", blank=True)
    decision = models.TextField("决定内容")
    text_hash = models.CharField("文本摘要", max_length=64)
    matters = ArrayField(
        models.CharField(max_length=10), verbose_name="审核事由", default=list, blank=True
    )
    listed = ArrayField(
        models.CharField(max_length=200), verbose_name="列入法制审核目录", default=list, blank=True
    )
    on = models.DateField("拟定日期")

    class Meta:
        verbose_name = verbose_name_plural = "拟作决定"
        constraints = [models.UniqueConstraint(fields=["case", "version"], name="draft_once")]

    def __str__(self) -> str:
        return f"第{self.version}稿 {self.get_outcome_display()}"

    @property
    def text(self) -> str:
        """What is read by a reviewer and compared between two versions."""
        parts = (self.facts, self.proof, self.basis, self.reasons, self.decision)
        return "\n\n".join(part for part in parts if part)


class Defence(models.Model):
    """陈述申辩 and its 复核 (行政处罚法第四十五条)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="defences", verbose_name="案件")
    version = models.IntegerField("针对的拟作决定")
    on = models.DateField("提出日期")
    said = models.CharField("提出方式", max_length=10, choices=Said)
    body = models.TextField("陈述申辩内容")
    opinion = models.TextField("复核意见", default="", blank=True)
    adopted = models.BooleanField("采纳", null=True)
    weighed_on = models.DateField("复核日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "陈述申辩"

    def __str__(self) -> str:
        return f"{self.on} {self.get_said_display()}陈述申辩"


class Hearing(models.Model):
    """听证 (行政处罚法第六十三至六十五条)."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="hearings", verbose_name="案件")
    notified_on = models.DateField("通知日期")
    planned_on = models.DateField("听证日期")
    place = models.CharField("地点", max_length=200)
    chair = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="听证主持人"
    )
    open_doors = models.BooleanField("公开举行", default=True)
    held_on = models.DateField("举行日期", null=True)
    absent = models.BooleanField("当事人无正当理由未出席或者中途退出", default=False)
    agents = models.IntegerField("委托代理人人数", default=0)
    record = models.TextField("听证笔录", default="", blank=True)
    opinion = models.TextField("听证报告意见", default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "听证"

    def __str__(self) -> str:
        return f"{self.planned_on} {self.place}"


class Discussion(models.Model):
    """集体讨论 (行政处罚法第五十七条第二款): of one version of the text."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="discussions", verbose_name="案件")
    on = models.DateField("讨论日期")
    version = models.IntegerField("讨论的拟作决定")
    members = ArrayField(models.BigIntegerField(), verbose_name="参加讨论的负责人", default=list)
    record = models.TextField("讨论记录")
    conclusion = models.TextField("讨论结论")

    class Meta:
        verbose_name = verbose_name_plural = "集体讨论记录"

    def __str__(self) -> str:
        return f"{self.on} 集体讨论"


class Decision(models.Model):
    """决定: what was decided, in the words of the one version whose hash a passed review names.

    A trigger keeps a decision out that the catalogue lists and no passed review bears out.
    """

    case = models.OneToOneField(
        Case, models.PROTECT, related_name="penalty_decision", verbose_name="案件"
    )
    # None: decided on the spot, without a draft.
    version = models.IntegerField("拟作决定的版本", null=True)
    number = models.CharField("决定书文号", max_length=64, default="", blank=True)
    outcome = models.CharField("决定", max_length=10, choices=Outcome)
    kinds = ArrayField(
        models.CharField(max_length=15), verbose_name="处罚种类", default=list, blank=True
    )
    fine = models.BigIntegerField("罚款金额（分）", default=0)
    confiscated = models.BigIntegerField("没收金额（分）", default=0)
    party_kind = models.CharField("当事人类别", max_length=12)
    heard = models.BooleanField("经过听证", default=False)
    complex = models.BooleanField("疑难复杂", default=False)
    text_hash = models.CharField("文本摘要", max_length=64)
    on = models.DateField("决定日期")
    annulled_on = models.DateField("被撤销、变更日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "处罚决定"

    def __str__(self) -> str:
        return self.number or self.get_outcome_display()
