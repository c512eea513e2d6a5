"""What can be booked, when it is open, and who has it: no moment is given away twice."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Now
from django.utils.timezone import localtime

from lawgov.people.models import Role, User
from lawgov.units import scope
from lawgov.units.fields import UnitCode
from lawgov.units.periods import in_force

KEEPERS = (Role.JUSTICE,)
PART = "bookings"  # of a kind of case whose bookings are its own


class Kind(models.TextChoices):
    ROOM = "room", "场所"
    RECEPTION = "reception", "接待大厅"
    MEDIATION = "mediation", "调解室"
    STUDIO = "studio", "特色调解工作室"
    MEETING = "meeting", "会议室"
    OFFICE = "office", "办公区"
    LAWYER = "lawyer", "律师坐诊"
    NOTARY = "notary", "公证服务"


class Way(models.TextChoices):
    """How who serves by slots is there: at the own seat, on a round, by phone, at the door."""

    SEAT = "seat", "坐诊"
    ROUND = "round", "巡诊"
    PHONE = "phone", "电话"
    HOME = "home", "上门"


BY_SLOTS = (Kind.LAWYER, Kind.NOTARY)


def apart(name: str, says: str, condition: Q | None = None) -> ExclusionConstraint:
    """No two rows of one resource share a moment; what ends at ten leaves ten free.

    Range types only, so that core PostgreSQL suffices: sameness of the resource is the overlap
    of [id, id].
    """
    same = Func("resource", "resource", Value("[]"), function="int8range")
    time = Func("starts", "ends", function="TSTZRANGE", output_field=DateTimeRangeField())
    return ExclusionConstraint(
        name=name,
        expressions=[(same, RangeOperators.OVERLAPS), (time, RangeOperators.OVERLAPS)],
        condition=condition,
        violation_error_message=says,
    )


class ResourceQuerySet(models.QuerySet["Resource"]):
    def visible_to(self, user: User) -> "ResourceQuerySet":
        """What lies in the ranges of any post, and what the levels above lend to those below."""
        above = {code for seat in user.seats for code in scope.ancestors(seat.unit)}
        lent = Q(unit__in=[code for code in above if len(code) >= scope.STREET_DIGITS])
        return self.filter(scope.within("unit", user.spans(user.roles)) | lent)

    def in_force(self, day: date | None = None) -> "ResourceQuerySet":
        return self.filter(in_force(day))


class Resource(models.Model):
    """A room, or a lawyer who sits at a place at given times."""

    kind = models.CharField("类别", max_length=10, choices=Kind)
    name = models.CharField("名称", max_length=50)
    unit = UnitCode("所在单位")
    place = models.CharField("地点", max_length=100, default="", blank=True)
    seats = models.SmallIntegerField("可容人数", null=True, blank=True)
    area = models.DecimalField(
        "面积（平方米）", max_digits=7, decimal_places=2, null=True, blank=True
    )
    organisation = models.ForeignKey(
        "organisations.Organisation",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="所属组织",
        help_text="如律师所在的律师事务所",
    )
    since = models.DateField("启用日期")
    until = models.DateField("停用日期", null=True, blank=True)

    objects = ResourceQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "可预约资源"
        ordering = ["unit", "kind", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "name"],
                condition=Q(until=None),
                name="resource_open_once",
                violation_error_message="该单位已有同名的资源。",
            ),
            models.CheckConstraint(
                condition=Q(since__lt=F("until")),
                name="resource_period",
                violation_error_message="停用日期须晚于启用日期。",
            ),
            models.CheckConstraint(
                condition=Q(area__gt=0),
                name="resource_area",
                violation_error_message="面积须大于 0。",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def by_slots(self) -> bool:
        """A room is free unless it is taken; a lawyer is there only in the slots set for him."""
        return self.kind in BY_SLOTS


class Span(models.Model):
    """A stretch of time of one resource, half-open: from `starts` until before `ends`."""

    starts = models.DateTimeField("开始")
    ends = models.DateTimeField("结束")

    class Meta:
        abstract = True

    def __str__(self) -> str:
        start, end = localtime(self.starts), localtime(self.ends)
        return f"{start:%Y-%m-%d %H:%M}–{end:%H:%M}"


class Slot(Span):
    """坐诊时段: when a lawyer is there."""

    resource = models.ForeignKey(
        Resource, models.PROTECT, related_name="slots", db_index=False, verbose_name="资源"
    )
    way = models.CharField(
        "值班方式", max_length=10, choices=Way, default=Way.SEAT, db_default=Way.SEAT
    )
    unit = UnitCode("服务单位", default="", db_default="", blank=True)  # else the resource's own
    place = models.CharField("服务地点", max_length=100, default="", db_default="", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人"
    )

    class Meta:
        verbose_name = verbose_name_plural = "坐诊时段"
        constraints = [
            apart("slot_apart", "与已有的坐诊时段重叠。"),
            models.CheckConstraint(condition=Q(starts__lt=F("ends")), name="slot_period"),
        ]
        indexes = [models.Index(fields=["resource", "starts"], name="slot_of_resource")]

    @property
    def where(self) -> str:
        """The unit that is served."""
        return self.unit or self.resource.unit

    @property
    def spot(self) -> str:
        return self.place or self.resource.place


class BookingQuerySet(models.QuerySet["Booking"]):
    def standing(self) -> "BookingQuerySet":
        return self.filter(cancelled_at=None)

    def visible_to(self, user: User) -> "BookingQuerySet":
        """Who may book a thing sees who has it."""
        return self.filter(resource__in=Resource.objects.visible_to(user))

    def between(self, start: datetime, end: datetime) -> "BookingQuerySet":
        return self.filter(starts__lt=end, ends__gt=start)


class Booking(Span):
    """预约: cancelled with a reason, never deleted."""

    resource = models.ForeignKey(
        Resource, models.PROTECT, related_name="bookings", db_index=False, verbose_name="资源"
    )
    purpose = models.CharField("事由", max_length=100)
    case = models.ForeignKey(
        "casework.Case", models.PROTECT, null=True, related_name="bookings", verbose_name="案件"
    )
    # Nobody: who came without an account, at the public counter; the case says who it was.
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="bookings",
        verbose_name="预约人",
    )
    made_at = models.DateTimeField("预约时间", db_default=Now())
    cancelled_at = models.DateTimeField("取消时间", null=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", verbose_name="取消人"
    )
    cancel_reason = models.CharField("取消原因", max_length=200, default="", blank=True)

    objects = BookingQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "预约"
        constraints = [
            apart("booking_apart", "该时段已有预约。", condition=Q(cancelled_at=None)),
            models.CheckConstraint(condition=Q(starts__lt=F("ends")), name="booking_period"),
            models.CheckConstraint(
                condition=~Q(by=None) | ~Q(case=None), name="booking_is_somebodys"
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None, cancel_reason="")
                | Q(cancelled_at__isnull=False) & ~Q(cancel_reason=""),
                name="booking_cancel_says_why",
            ),
        ]
        indexes = [models.Index(fields=["resource", "starts"], name="booking_of_resource")]

    @property
    def who(self) -> str:
        return self.by.name if self.by else "居民"

    @property
    def goes_with_case(self) -> bool:
        """A booking that is part of its case is given back by a step of the case alone."""
        return self.case is not None and PART in self.case.procedure.parts

    def may_cancel(self, user: Any) -> bool:
        if self.goes_with_case:
            return False
        return user.pk == self.by_id or user.seat_for(KEEPERS, self.resource.unit) is not None
