"""Story and edition of the casebook; civic issue, its discussions and what was objected."""

from django.db import models
from django.db.models import Q

from lawgov.casework.models import Case
from lawgov.units.fields import UnitCode

from .choices import Form, Output


class Story(models.Model):
    """调解案例: the detail of a case of kind "story", told of one closed dispute."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="story", verbose_name="案件"
    )
    subject = models.ForeignKey(Case, models.PROTECT, related_name="stories", verbose_name="原纠纷")
    type = models.CharField("纠纷类型", max_length=20)
    reason = models.TextField("推荐理由", default="", blank=True)
    text = models.TextField("案例正文", default="", blank=True)
    commentary = models.TextField("点评", default="", blank=True)
    dropped = models.BooleanField("不予采用", default=False)
    edition = models.ForeignKey(
        Case, models.PROTECT, null=True, related_name="bound_stories", verbose_name="成册"
    )

    class Meta:
        verbose_name = verbose_name_plural = "调解案例"
        constraints = [
            models.UniqueConstraint(
                fields=["subject"],
                condition=Q(dropped=False),
                name="story_once",
                violation_error_message="该纠纷已被推荐为案例",
            )
        ]

    def __str__(self) -> str:
        return str(self.case)


class Edition(models.Model):
    """案例汇编: the detail of a case of kind "edition"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="edition", verbose_name="案件"
    )
    form = models.CharField("形式", max_length=10, choices=Form)
    series = models.CharField("汇编名称", max_length=80)
    issue = models.SmallIntegerField("版次")
    street = UnitCode("编印街镇")
    printed_on = models.DateField("成册日期", null=True)
    copies = models.IntegerField("印数", null=True)
    dropped = models.BooleanField("已取消", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "案例汇编"
        constraints = [
            models.UniqueConstraint(
                fields=["street", "form", "series", "issue"],
                condition=Q(dropped=False),
                name="edition_once",
                violation_error_message="本街镇的这一汇编已有该版次",
            )
        ]
        indexes = [models.Index(fields=["printed_on"], name="edition_printed")]

    def __str__(self) -> str:
        return f"{self.series}第{self.issue}版"


class Inclusion(models.Model):
    """收入案例: a story in an edition, in the order in which they stand."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="inclusions", verbose_name="案件")
    story = models.ForeignKey(Case, models.PROTECT, related_name="included", verbose_name="案例")
    void = models.BooleanField("已移出", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "收入案例"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "story"],
                condition=Q(void=False),
                name="inclusion_once",
                violation_error_message="该案例已收入本汇编",
            )
        ]

    def __str__(self) -> str:
        return self.story.title


class CivicIssue(models.Model):
    """民生议题: the detail of a case of kind "civic_issue"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="civic_issue", verbose_name="案件"
    )
    topic = models.CharField("议题类型", max_length=20)
    estate = models.CharField("小区", max_length=100)
    summary = models.TextField("问题情况")
    output = models.CharField("成果形式", max_length=10, choices=Output, default="", blank=True)
    text = models.TextField("成果文本", default="", blank=True)
    drafter = models.CharField("起草人", max_length=100, default="", blank=True)
    hung_at = models.CharField("公示地点", max_length=200, default="", blank=True)
    hung_until = models.DateField("公示截止日期", null=True)
    adopted_by = models.CharField("通过方式", max_length=200, default="", blank=True)
    firm = models.CharField("律师事务所", max_length=100, default="", blank=True)
    lawyer = models.CharField("律师", max_length=50, default="", blank=True)
    effective_on = models.DateField("生效（出具）日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "民生议题"

    def __str__(self) -> str:
        return str(self.case)


class Deliberation(models.Model):
    """议题研讨: one discussion of the issue."""

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="deliberations", verbose_name="案件"
    )
    on = models.DateField("研讨日期")
    venue = models.CharField("地点", max_length=200)
    people = models.IntegerField("参加人数")
    attending = models.CharField("参加人员", max_length=500, default="", blank=True)
    views = models.TextField("研讨意见")

    class Meta:
        verbose_name = verbose_name_plural = "议题研讨"

    def __str__(self) -> str:
        return f"{self.on} {self.venue}"


class Objection(models.Model):
    """公示意见: what somebody said to the draft while it hung out, and the answer."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="objections", verbose_name="案件")
    on = models.DateField("提出日期")
    says = models.TextField("意见")
    answer = models.TextField("答复")

    class Meta:
        verbose_name = verbose_name_plural = "公示意见"

    def __str__(self) -> str:
        return f"{self.on} {self.says[:40]}"
