"""A mediator's file, and a batch of 以案定补 with its cases."""

from typing import Any

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from lawgov.casework.models import Case
from lawgov.organisations.models import Organisation
from lawgov.people.models import MediatorKind

from .choices import Answered, Breach, Grade, LeaveReason, Origin, Outcome, Sanction, Screen


class MediatorQuerySet(models.QuerySet["Mediator"]):
    def visible_to(self, user: Any, kind: str = "mediator") -> "MediatorQuerySet":
        return self.filter(case__in=Case.objects.visible_to(user, kind))


class Mediator(models.Model):
    """调解员档案: the detail of a case of kind "mediator"; one open file a person."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="mediator", verbose_name="档案"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        related_name="mediator_files",
        verbose_name="人员",
    )
    mediator_kind = models.CharField("调解员类别", max_length=20, choices=MediatorKind)
    origin = models.CharField("产生方式", max_length=10, choices=Origin)
    committee = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name="所在调解委员会"
    )
    specialty = models.CharField("擅长领域", max_length=100, default="", blank=True)
    licence = models.CharField("执业证号", max_length=50, default="", blank=True)
    since = models.DateField("任职日期")
    left_on = models.DateField("离任日期", null=True)
    left_as = models.CharField(
        "离任原因", max_length=12, choices=LeaveReason, default="", blank=True
    )

    objects = MediatorQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "调解员档案"
        constraints = [
            models.UniqueConstraint(
                fields=["user"],
                condition=Q(left_on=None),
                name="mediator_in_post_once",
                violation_error_message="此人已有在任的调解员档案。",
            ),
        ]

    def __str__(self) -> str:
        return self.user.name


class MediatorTraining(models.Model):
    """调解员培训: 人民调解法第十四条, 定期培训."""

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="mediator_trainings", verbose_name="档案"
    )
    held_on = models.DateField("培训日期")
    theme = models.CharField("培训主题", max_length=20)
    topic = models.CharField("培训内容", max_length=200, default="", blank=True)
    hours = models.SmallIntegerField("学时")

    class Meta:
        verbose_name = verbose_name_plural = "调解员培训"

    def __str__(self) -> str:
        return f"{self.held_on} {self.hours}学时"


class Appraisal(models.Model):
    """年度考核: one a year."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="appraisals", verbose_name="档案")
    of_year = models.SmallIntegerField("考核年度")
    grade = models.CharField("考核等次", max_length=10, choices=Grade)
    opinion = models.TextField("考核意见", default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "调解员年度考核"
        constraints = [
            models.UniqueConstraint(
                fields=["case", "of_year"],
                name="appraisal_once_a_year",
                violation_error_message="该年度已经考核。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.of_year}年 {self.get_grade_display()}"


class Misconduct(models.Model):
    """违规行为: 人民调解法第十五条."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="misconducts", verbose_name="档案")
    on = models.DateField("登记日期")
    breach = models.CharField("违规情形", max_length=10, choices=Breach)
    situation = models.TextField("事实")
    sanction = models.CharField("处理", max_length=10, choices=Sanction)

    class Meta:
        verbose_name = verbose_name_plural = "调解员违规记录"

    def __str__(self) -> str:
        return f"{self.on} {self.get_breach_display()}"


class SubsidyQuerySet(models.QuerySet["Subsidy"]):
    def visible_to(self, user: Any, kind: str = "subsidy") -> "SubsidyQuerySet":
        return self.filter(case__in=Case.objects.visible_to(user, kind))


class Subsidy(models.Model):
    """以案定补: the detail of a case of kind "subsidy", a period's batch."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="subsidy", verbose_name="批次"
    )
    first_day = models.DateField("结案日期起")
    last_day = models.DateField("结案日期止")
    total = models.BigIntegerField("核定金额（分）", default=0)
    paid_on = models.DateField("发放日期", null=True)

    objects = SubsidyQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "以案定补批次"

    def __str__(self) -> str:
        return f"{self.first_day}至{self.last_day}"


class SubsidyItem(models.Model):
    """以案定补案件: a dispute paid for once, with what was odd about it and what a call found."""

    case = models.ForeignKey(
        Case, models.PROTECT, related_name="subsidy_items", verbose_name="批次"
    )
    dispute = models.ForeignKey(Case, models.PROTECT, related_name="+", verbose_name="纠纷")
    mediator = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        db_index=False,
        related_name="+",
        verbose_name="调解员",
    )
    ended_on = models.DateField("结案日期")
    outcome = models.CharField("结果", max_length=10, choices=Outcome)
    sum = models.BigIntegerField("补贴（分）")
    screens = ArrayField(
        models.CharField(max_length=12, choices=Screen),
        verbose_name="核查提示",
        default=list,
        blank=True,
    )
    answered = models.CharField("回访结果", max_length=10, choices=Answered, default="", blank=True)
    called_on = models.DateField("回访日期", null=True)
    note = models.CharField("回访说明", max_length=200, default="", blank=True)
    void = models.BooleanField("已剔除", default=False)
    why = models.CharField("剔除原因", max_length=200, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "以案定补案件"
        constraints = [
            models.UniqueConstraint(
                fields=["dispute"],
                condition=Q(void=False),
                name="dispute_subsidised_once",
                violation_error_message="有纠纷已列入另一批次，一件纠纷只补贴一次。",
            ),
        ]
        indexes = [models.Index(fields=["case"], name="subsidy_item_batch")]

    def __str__(self) -> str:
        return f"{self.dispute.number} {self.get_outcome_display()}"
