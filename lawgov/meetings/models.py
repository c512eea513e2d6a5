"""What a meeting has beyond a case: agenda, who was there in which capacity, what was decided."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from lawgov.casework.models import Case
from lawgov.people.models import Role, User
from lawgov.units.fields import UnitCode

from .choices import Capacity, Type


class Meeting(models.Model):
    """会议: the detail of a case of kind "meeting"."""

    case = models.OneToOneField(
        Case, models.PROTECT, primary_key=True, related_name="meeting", verbose_name="案件"
    )
    type = models.CharField("会议类型", max_length=12, choices=Type)
    planned_on = models.DateField("会议日期")
    planned_at = models.TimeField("时间")
    place = models.CharField("地点", max_length=200)
    held_on = models.DateField("召开日期", null=True)
    minutes = models.TextField("会议纪要", default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "会议"

    def __str__(self) -> str:
        return str(self.case)


class Item(models.Model):
    """议题: a case that is heard, or a matter in words."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="items", verbose_name="案件")
    matter = models.CharField("议题", max_length=200, default="", blank=True)
    about = models.ForeignKey(
        Case, models.PROTECT, null=True, related_name="heard_in", verbose_name="所议案件"
    )

    class Meta:
        verbose_name = verbose_name_plural = "议题"
        constraints = [
            models.CheckConstraint(
                condition=~Q(matter="") | ~Q(about=None), name="item_says_what_it_is"
            )
        ]

    def __str__(self) -> str:
        return self.matter or str(self.about)


class AttendeeQuerySet(models.QuerySet["Attendee"]):
    def visible_to(self, user: User, *kinds: str) -> AttendeeQuerySet:
        return self.filter(case__in=Case.objects.visible_to(user, "meeting"))


class Attendee(models.Model):
    """参会人员: a person of the system or a name from outside, in one capacity."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="attendees", verbose_name="案件")
    capacity = models.CharField("身份", max_length=10, choices=Capacity)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        db_index=False,
        related_name="+",
        verbose_name="系统人员",
    )
    name = models.CharField("姓名", max_length=50)
    position = models.CharField("单位及职务", max_length=100, default="", blank=True)
    role = models.CharField("岗位", max_length=20, choices=Role, default="", blank=True)

    objects = AttendeeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "参会人员"
        indexes = [
            models.Index(fields=["capacity", "role"], name="attendee_counted"),
            models.Index(fields=["user"], name="attendee_user", condition=~Q(user=None)),
        ]

    def __str__(self) -> str:
        position = f"（{self.position}）" if self.position else ""
        return f"{self.get_capacity_display()}：{self.name}{position}"


class Decision(models.Model):
    """决定事项: what was decided; with a unit to do it, it becomes a task."""

    case = models.ForeignKey(Case, models.PROTECT, related_name="decisions", verbose_name="案件")
    item = models.ForeignKey(
        Item, models.PROTECT, null=True, related_name="decisions", verbose_name="所属议题"
    )
    text = models.TextField("决定事项")
    owner_unit = UnitCode("承办单位", default="", blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        db_index=False,
        related_name="+",
        verbose_name="承办人",
    )
    due = models.DateField("办理期限", null=True)
    void = models.BooleanField("已撤回", default=False)
    task = models.OneToOneField(
        Case, models.PROTECT, null=True, related_name="decision", verbose_name="交办事项"
    )

    class Meta:
        verbose_name = verbose_name_plural = "决定事项"
        constraints = [
            models.CheckConstraint(
                condition=Q(owner_unit="") | ~Q(due=None), name="decision_is_due"
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]
