"""What a legal review has beyond a case: rounds, papers, opinions, counsel, risk meetings."""

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from lawgov.casework.models import Case

from .choices import AGREE, OPINION_TYPES, Finding, Form, Kinship, Level, Type

POINTS = {
    "competence": "主体合法、人员具有资格",
    "course": "程序合法",
    "proof": "事实清楚、证据充分",
    "grounds": "依据准确、裁量适当",
    "authority": "未超越权限",
    "papers": "文书完备规范",
    "crime": "不涉嫌犯罪、无须移送",
}


def finding(label: str) -> models.CharField:
    return models.CharField(label, max_length=6, choices=Finding)


def of_review(name: str) -> Any:
    return models.ForeignKey(Case, models.PROTECT, related_name=name, verbose_name="案件")


def someone(label: str, **options: Any) -> Any:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        db_index=False,
        related_name="+",
        verbose_name=label,
        **options,
    )


class Review(models.Model):
    """法制审核: the detail of a case of kind "review"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="review", verbose_name="案件"
    )
    subject = models.ForeignKey(
        Case, models.PROTECT, related_name="reviews", verbose_name="送审案件"
    )
    type = models.CharField("审核类型", max_length=20, choices=Type)
    round = models.IntegerField("轮次", default=1)
    text_hash = models.CharField("文本摘要", max_length=64)
    listed = ArrayField(
        models.CharField(max_length=200), verbose_name="列入法制审核目录", default=list, blank=True
    )
    statement = models.TextField("情况说明")
    # While it goes on: one text is before one reviewer at a time.
    under_way = models.BooleanField("审核进行中", default=True)
    asked_days = models.IntegerField("申请延长工作日", null=True)
    risk_asked_on = models.DateField("提请风险评估日期", null=True)
    adopted = models.TextField("采纳情况", default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "法制审核"
        constraints = [
            models.UniqueConstraint(
                fields=["subject"],
                condition=Q(under_way=True),
                name="review_one_under_way",
                violation_error_message="该案件已有一件法制审核正在办理",
            )
        ]

    def __str__(self) -> str:
        return str(self.case)


class Round(models.Model):
    """送审文本: what lay before the reviewer in one round."""

    case = of_review("review_rounds")
    round = models.IntegerField("轮次")
    form = models.CharField("送审方式", max_length=10, choices=Form)
    text = models.TextField("送审文本")
    text_hash = models.CharField("文本摘要", max_length=64)
    note = models.TextField("修改或异议说明", default="", blank=True)
    on = models.DateField("送审日期")

    class Meta:
        verbose_name = verbose_name_plural = "送审文本"
        constraints = [models.UniqueConstraint(fields=["case", "round"], name="round_once")]

    def __str__(self) -> str:
        return f"第{self.round}轮（{self.get_form_display()}）"


class Material(models.Model):
    """送审材料: one item of the list, handed in or not."""

    case = of_review("review_materials")
    code = models.CharField("代码", max_length=20)
    label = models.CharField("材料", max_length=100)
    present = models.BooleanField("已提交", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "送审材料"
        constraints = [models.UniqueConstraint(fields=["case", "code"], name="material_once")]

    def __str__(self) -> str:
        return f"{self.label}（{'已提交' if self.present else '缺'}）"


class Opinion(models.Model):
    """法制审核意见: bound to the hash of the text seen. The database takes none back."""

    case = of_review("opinions")
    subject = models.ForeignKey(
        Case, models.PROTECT, related_name="review_opinions", verbose_name="送审案件"
    )
    round = models.IntegerField("轮次")
    type = models.CharField("意见类型", max_length=12, choices=OPINION_TYPES)
    passes = models.BooleanField("审核通过")
    text_hash = models.CharField("文本摘要", max_length=64)
    reviewer = someone("审核人")
    competence = finding(POINTS["competence"])
    course = finding(POINTS["course"])
    proof = finding(POINTS["proof"])
    grounds = finding(POINTS["grounds"])
    authority = finding(POINTS["authority"])
    papers = finding(POINTS["papers"])
    crime = finding(POINTS["crime"])
    defects = ArrayField(
        models.CharField(max_length=20), verbose_name="问题代码", default=list, blank=True
    )
    body = models.TextField("具体意见")
    number = models.CharField("文号", max_length=64, default="", blank=True)
    on = models.DateField("意见日期")

    class Meta:
        verbose_name = verbose_name_plural = "法制审核意见"
        constraints = [
            models.UniqueConstraint(fields=["case", "round"], name="opinion_once"),
            models.CheckConstraint(
                condition=Q(passes=True, type=AGREE) | (Q(passes=False) & ~Q(type=AGREE)),
                name="opinion_only_agree_passes",
            ),
        ]
        indexes = [models.Index(fields=["reviewer"], name="opinion_by_reviewer")]

    def __str__(self) -> str:
        return f"第{self.round}轮 {self.get_type_display()}"


class Counsel(models.Model):
    """法律顾问意见."""

    case = of_review("review_counsels")
    round = models.IntegerField("轮次")
    name = models.CharField("法律顾问", max_length=50)
    firm = models.CharField("律师事务所（单位）", max_length=100)
    body = models.TextField("法律意见")
    on = models.DateField("日期")

    class Meta:
        verbose_name = verbose_name_plural = "法律顾问意见"

    def __str__(self) -> str:
        return f"{self.on} {self.firm} {self.name}"


class Recusal(models.Model):
    """回避情形: who may not review because of whom. Later reviews know the person again."""

    case = of_review("review_recusals")
    reviewer = someone("应回避的人")
    kinship = models.CharField("关系", max_length=10, choices=Kinship)
    party = models.ForeignKey(
        "parties.Party", models.PROTECT, null=True, related_name="+", verbose_name="当事人"
    )
    relative = someone("系统人员", null=True)
    reason = models.CharField("说明", max_length=200, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "回避情形"
        constraints = [
            models.CheckConstraint(
                condition=Q(party=None, relative__isnull=False)
                | Q(party__isnull=False, relative=None),
                name="recusal_names_one",
            )
        ]
        indexes = [models.Index(fields=["reviewer"], name="recusal_of_reviewer")]

    def __str__(self) -> str:
        return f"{self.reviewer}：{self.get_kinship_display()}"


class RiskMeeting(models.Model):
    """疑难案件履职风险评估会: who weighed it, how grave it is, what is done, and what law says."""

    case = of_review("review_risks")
    on = models.DateField("评估日期")
    members = ArrayField(models.BigIntegerField(), verbose_name="参会人员")
    outside = models.CharField("外部参会人员", max_length=200, default="", blank=True)
    risk_class = models.CharField("风险类别", max_length=20)
    level = models.CharField("风险级别", max_length=6, choices=Level)
    plan = models.TextField("处置方案")
    opinion = models.TextField("法律意见")
    number = models.CharField("法律意见书文号", max_length=64, default="", blank=True)
    done_on = models.DateField("方案执行完毕日期", null=True)
    outcome = models.TextField("方案执行情况", default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "风险评估会"

    def __str__(self) -> str:
        return f"{self.on} {self.get_level_display()}"
