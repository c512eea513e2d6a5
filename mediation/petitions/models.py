"""What a petition and a reception day have beyond a case."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from lawgov.casework.models import Case
from lawgov.privacy.fields import SealedField
from lawgov.units.fields import UnitCode

from .choices import Manner, Path, Purpose, Result, Standing, Told, Upheld


class Petition(models.Model):
    """信访事项: the detail of a case of kind "petition"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="petition", verbose_name="案件"
    )
    type = models.CharField("事项类别", max_length=20)
    purpose = models.CharField("信访目的", max_length=12, choices=Purpose)
    summary = models.TextField("信访请求及事实、理由")
    persons = models.IntegerField("信访人数", default=1)
    representatives = models.SmallIntegerField("代表人数", null=True)
    standing = models.CharField(
        "积案情况", max_length=10, choices=Standing, default=Standing.ORDINARY
    )
    path = models.CharField("办理途径", max_length=12, choices=Path, default="", blank=True)
    told_by = models.CharField("告知方式", max_length=12, choices=Told, default="", blank=True)
    accused = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, db_index=False, related_name="+",
        verbose_name="被检举控告人",
    )  # fmt: skip
    accused_unit = UnitCode("被检举控告单位", default="", blank=True)
    extended_on = models.DateField("延期日期", null=True)
    claim = models.TextField("信访人诉求", default="", blank=True)
    grounds = models.TextField("认定的事实和理由", default="", blank=True)
    opinion = models.TextField("处理意见", default="", blank=True)
    basis = models.TextField("法律法规依据", default="", blank=True)
    result = models.CharField("处理结果", max_length=14, choices=Result, default="", blank=True)
    agreement = models.TextField("调解、和解协议", default="", blank=True)
    delivered_on = models.DateField("意见书送达日期", null=True)
    reviewed = models.CharField("复查结果", max_length=10, choices=Upheld, default="", blank=True)
    review_delivered_on = models.DateField("复查意见送达日期", null=True)
    rechecked = models.CharField("复核结果", max_length=10, choices=Upheld, default="", blank=True)
    final_on = models.DateField("复核终结日期", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "信访事项"
        indexes = [  # asked with every list: whom a petition accuses does not see it
            models.Index(
                fields=["accused"], name="petition_accused", condition=Q(accused__isnull=False)
            ),
            models.Index(
                fields=["accused_unit"], name="petition_accused_unit", condition=~Q(accused_unit="")
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(representatives=None) | Q(representatives__range=(1, 5)),
                name="petition_representatives",
                violation_error_message="信访代表不得超过五人。",
            )
        ]

    def __str__(self) -> str:
        return str(self.case)


class Work(models.Model):
    """信访办理记录: who was talked to, what was looked into."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="works", verbose_name="案件")
    on = models.DateField("日期")
    manner = models.CharField("办理方式", max_length=10, choices=Manner)
    body = models.TextField("办理情况")

    class Meta:
        verbose_name = verbose_name_plural = "信访办理记录"

    def __str__(self) -> str:
        return f"{self.on} {self.get_manner_display()}"


class ReceptionDay(models.Model):
    """接访日: the detail of a case of kind "reception_day"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="reception_day", verbose_name="案件"
    )
    planned_on = models.DateField("接访日期")
    planned_at = models.TimeField("开始时间")
    place = models.CharField("接访地点", max_length=200)
    moved = models.CharField("变更地点的原因", max_length=200, default="", blank=True)
    host = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, db_index=False, related_name="+",
        verbose_name="接访领导",
    )  # fmt: skip
    summary = models.TextField("接访反馈", default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "接访日"

    def __str__(self) -> str:
        return f"{self.planned_on} {self.place}"


class Appointment(models.Model):
    """接访预约: who wants to be received on that day, about what."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="appointments", verbose_name="案件")
    name = models.CharField("预约人", max_length=50)
    phone = SealedField("联系电话", default="", blank=True)
    persons = models.SmallIntegerField("人数", default=1)
    matter = models.CharField("反映事项", max_length=200)

    class Meta:
        verbose_name = verbose_name_plural = "接访预约"

    def __str__(self) -> str:
        return self.matter
