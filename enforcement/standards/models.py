"""Standards in force from a day until a day: what was decided in between keeps its own."""

from datetime import date
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from lawgov.parties.models import PartyKind
from lawgov.units import scope
from lawgov.units.fields import UnitCode
from lawgov.units.periods import in_force

from .choices import Matter, Means, Penalty, PowerKind


class StandardQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: Any) -> "StandardQuerySet":
        """What lies in the ranges of any post, and what holds there from above."""
        above = {code for seat in user.seats for code in scope.ancestors(seat.unit)}
        return self.filter(scope.within("unit", user.spans(user.roles)) | Q(unit__in=above))

    def in_force(self, day: date | None = None) -> "StandardQuerySet":
        return self.filter(in_force(day))

    def over(self, unit: str) -> "StandardQuerySet":
        """Set for the unit or for one above it, the nearest first."""
        line = [unit, *reversed(scope.ancestors(unit))]
        place = models.Case(
            *[models.When(unit=code, then=n) for n, code in enumerate(line)],
            output_field=models.IntegerField(),
        )
        return self.filter(unit__in=line).order_by(place, *self.model.within)


class Standard(models.Model):
    """A row says one thing for ever: to change it, it ends on a day and another begins."""

    within: tuple[str, ...] = ("code",)  # how rows of one unit stand

    unit = UnitCode("适用单位", default=scope.NATION)
    since = models.DateField("施行日期")
    until = models.DateField("停用日期", null=True, blank=True, help_text="自该日起停用")

    objects = StandardQuerySet.as_manager()

    class Meta:
        abstract = True


class Coded(Standard):
    """Known by a code, which at one time means one row of a unit."""

    code = models.CharField("代码", max_length=40)

    class Meta(Standard.Meta):
        abstract = True

    @property
    def namesakes(self) -> models.QuerySet[Any]:
        """The other rows of the unit with this code."""
        rows = type(self)._default_manager.filter(unit=self.unit, code=self.code)
        return rows.exclude(pk=self.pk)

    def clean(self) -> None:
        """Two rows for one day would leave open which of them holds."""
        if not self.since or not self.code:
            return
        later = Q(until=None) | Q(until__gt=self.since)
        earlier = Q(since__lt=self.until) if self.until else Q()
        if self.namesakes.filter(later, earlier).exists():
            raise ValidationError({"code": "该代码在这段时间已有另一条，请先停用原条目。"})


def kept(name: str, *codes: str) -> list[models.BaseConstraint]:
    """A period that runs forward, and of one code at most one row without an end."""
    period = models.CheckConstraint(
        condition=Q(since__lt=F("until")),
        name=f"{name}_period",
        violation_error_message="停用日期须晚于施行日期。",
    )
    once = models.UniqueConstraint(
        fields=["unit", *codes],
        condition=Q(until=None),
        name=f"{name}_open_once",
        violation_error_message="该单位已有这个代码的在用条目。",
    )
    return [period, once] if codes else [period]


class PowerItem(Coded):
    """权责事项: what a unit may do, of which batch it was handed down (行政处罚法第二十四条)."""

    name = models.CharField("事项名称", max_length=200)
    kind = models.CharField("权力类型", max_length=12, choices=PowerKind, default=PowerKind.PENALTY)
    basis = models.TextField("设定依据")
    batch = models.CharField("下放（承接）批次", max_length=100, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "权责事项"
        ordering = ["unit", "code", "since"]
        constraints = kept("power", "code")

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class DiscretionBand(Coded):
    """裁量档次: between which sums, and with which penalties, an act of one gravity is met."""

    within = ("power", "least", "code")

    power = models.CharField("权责事项代码", max_length=40)
    label = models.CharField("档次与情形", max_length=200)
    kinds = ArrayField(
        models.CharField(max_length=15, choices=Penalty), verbose_name="处罚种类", default=list
    )
    party_kind = models.CharField(
        "当事人类别", max_length=12, choices=PartyKind, default="", blank=True, help_text="空为不分"
    )
    least = models.BigIntegerField("罚款下限（分）", default=0)
    most = models.BigIntegerField("罚款上限（分）", default=0)
    basis = models.CharField("依据", max_length=200, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "裁量基准"
        ordering = ["unit", "power", "least", "code", "since"]
        constraints = [
            *kept("band", "power", "code"),
            models.CheckConstraint(
                condition=Q(least__gte=0, most__gte=F("least")),
                name="band_runs_upward",
                violation_error_message="罚款上限不得低于下限。",
            ),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def namesakes(self) -> models.QuerySet[Any]:
        return super().namesakes.filter(power=self.power)

    def holds(self, kinds: list[str], fine: int) -> bool:
        """Whether a penalty lies in the band; without a fine its sums say nothing."""
        fined = Penalty.FINE in kinds
        return set(kinds) <= set(self.kinds) and (not fined or self.least <= fine <= self.most)


class CatalogueItem(Standard):
    """重大执法决定法制审核目录: a penalty from a sum on, or a matter, that must be reviewed."""

    within = ("pk",)

    label = models.CharField("目录事项", max_length=200)
    basis = models.CharField("依据", max_length=200)
    penalty = models.CharField("处罚种类", max_length=15, choices=Penalty, default="", blank=True)
    matter = models.CharField("情形", max_length=12, choices=Matter, default="", blank=True)
    party_kind = models.CharField(
        "当事人类别", max_length=12, choices=PartyKind, default="", blank=True, help_text="空为不分"
    )
    least = models.BigIntegerField(
        "金额起点（分）", default=0, help_text="罚款、没收填写，达到即须审核；其他填0"
    )

    class Meta:
        verbose_name = verbose_name_plural = "法制审核目录事项"
        ordering = ["unit", "pk"]
        constraints = [
            *kept("catalogue"),
            models.CheckConstraint(
                condition=Q(penalty="") ^ Q(matter=""),
                name="catalogue_one_ground",
                violation_error_message="处罚种类和情形填写且只填写一项。",
            ),
            models.CheckConstraint(condition=Q(least__gte=0), name="catalogue_least"),
        ]

    def __str__(self) -> str:
        return self.label


class SceneItem(Coded):
    """音像记录事项: a scene or step that is to be recorded, where, and who keeps it."""

    label = models.CharField("记录事项", max_length=100)
    means = models.CharField("记录方式", max_length=10, choices=Means, default=Means.RECORDING)
    compulsory = models.BooleanField("必须记录", default=False)
    content = models.CharField("记录要求", max_length=200, default="", blank=True)
    place = models.CharField("场所", max_length=100, default="", blank=True)
    keeper = models.CharField("保管人", max_length=100, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "音像记录事项"
        ordering = ["unit", "code", "since"]
        constraints = kept("scene", "code")

    def __str__(self) -> str:
        return self.label


class RubricItem(Coded):
    """案卷评分细则: what a closed file is marked down for, and by how many points at most."""

    label = models.CharField("评查内容", max_length=200)
    points = models.SmallIntegerField("分值")
    section = models.CharField("部分", max_length=50)

    class Meta:
        verbose_name = verbose_name_plural = "案卷评分细则"
        ordering = ["unit", "code", "since"]
        constraints = [
            *kept("rubric", "code"),
            models.CheckConstraint(condition=Q(points__gt=0), name="rubric_points"),
        ]

    def __str__(self) -> str:
        return self.label


class PatrolTag(Coded):
    """分类标签: what a patrol found; a tag may stand under another."""

    name = models.CharField("标签名称", max_length=50)
    parent = models.CharField("上级标签代码", max_length=40, default="", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "分类标签"
        ordering = ["unit", "code", "since"]
        constraints = kept("tag", "code")

    def __str__(self) -> str:
        return self.name
