"""What a penalty case has beyond a case."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

from lawgov.casework.models import Case

from ..choices import AskedBy, Course, Jurisdiction, PoliceAnswer, Retention


class PenaltyCase(models.Model):
    """处罚案件: the detail of a case of kind "penalty"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="penalty", verbose_name="案件"
    )
    course = models.CharField("程序", max_length=10, choices=Course, default="", blank=True)
    power = models.CharField("权责事项", max_length=40)  # the code of what was in force that day
    jurisdiction = models.CharField("管辖依据", max_length=12, choices=Jurisdiction)
    object = models.CharField("执法对象", max_length=20)
    objects_count = models.IntegerField("对象数量", default=1)
    summary = models.TextField("案情简介")
    place = models.CharField("违法行为地点", max_length=200)
    act_on = models.DateField("违法行为发生（终了）日期")
    grave = models.BooleanField("涉及公民生命健康安全、金融安全且有危害后果", default=False)
    officers = ArrayField(models.BigIntegerField(), verbose_name="承办执法人员", default=list)
    found_on = models.DateField("发现日期")
    filed_on = models.DateField("立案日期", null=True)
    complex = models.BooleanField("情节复杂或者重大违法行为", default=False)
    public_interest = models.BooleanField("涉及重大公共利益", default=False)
    crime = models.BooleanField("涉嫌犯罪", default=False)
    police_answer = models.CharField(
        "公安机关答复", max_length=10, choices=PoliceAnswer, default="", blank=True
    )
    notified_on = models.DateField("处罚告知日期", null=True)
    hearing_right = models.BooleanField("已告知听证权利", default=False)
    defence_until = models.DateField("陈述申辩截止", null=True)
    waived_on = models.DateField("书面放弃陈述申辩日期", null=True)
    hearing_asked_on = models.DateField("申请听证日期", null=True)
    discussed_on = models.DateField("集体讨论日期", null=True)
    served_on = models.DateField("决定书送达日期", null=True)
    record_by = models.DateField("应提请备案日期", null=True)
    filed_for_record_on = models.DateField("提请备案日期", null=True)
    recorded_on = models.DateField("备案日期", null=True)
    retention = models.CharField(
        "保管期限", max_length=10, choices=Retention, default="", blank=True
    )

    class Meta:
        verbose_name = verbose_name_plural = "处罚案件"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(objects_count__gte=1), name="penalty_objects"
            ),
        ]

    def __str__(self) -> str:
        return str(self.case)


class Recusal(models.Model):
    """回避申请 (行政处罚法第四十三条): one officer of the case, and what the head decided."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="recusals", verbose_name="案件")
    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="执法人员"
    )
    asked_by = models.CharField("提出人", max_length=10, choices=AskedBy)
    reason = models.CharField("理由", max_length=200)
    on = models.DateField("申请日期")
    granted = models.BooleanField("决定回避", null=True)
    decided_on = models.DateField("决定日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "回避申请"

    def __str__(self) -> str:
        return f"{self.officer.name}（{self.on}）"
