"""Standing bodies on a unit, and who sits in them from a day until a day."""

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from lawgov.people.models import Role
from lawgov.units import scope
from lawgov.units.fields import UnitCode
from lawgov.units.periods import in_force, stands

KEEPERS = (Role.JUSTICE, Role.SYSTEM_ADMIN)


class Kind(models.TextChoices):
    MEDIATION_PLATFORM = "mediation_platform", "矛调分平台"
    MEDIATION_STATION = "mediation_station", "矛调工作站"
    MEDIATION_GROUP = "mediation_group", "矛调工作组"
    MEDIATION_COMMITTEE = "mediation_committee", "人民调解委员会"
    MEDIATION_STUDIO = "mediation_studio", "个人调解工作室"
    COMMITTEE = "committee", "委员会"
    LEADING_GROUP = "leading_group", "领导小组"
    SPECIAL_GROUP = "special_group", "专项小组"
    LEGAL_SERVICE = "legal_service", "公共法律服务站"
    LEGAL_AID = "legal_aid", "法律援助工作站"
    LAW_FIRM = "law_firm", "律师事务所"
    COURT = "court", "人民法院"
    ENFORCEMENT_TEAM = "enforcement_team", "综合行政执法队"
    POLICE = "police", "派出所"
    PROCURATORATE = "procuratorate", "人民检察院"
    JUSTICE_OFFICE = "justice_office", "司法所"
    PETITION_OFFICE = "petition_office", "信访办"
    DEPARTMENT = "department", "机关科室、行政部门"
    ARBITRATION = "arbitration", "仲裁机构"
    NOTARY = "notary", "公证处"
    DISTRICT_CENTRE = "district_centre", "区级矛盾纠纷调处化解中心"
    COUNSELLING = "counselling", "心理服务机构"
    EMERGENCY_TEAM = "emergency_team", "应急处突队伍"
    ENTERPRISE = "enterprise", "社会企业"
    UNIVERSITY = "university", "高校及科研机构"


# 1+17+192: a street has one platform, a community one station, a grid one group.
ONE_EACH = (Kind.MEDIATION_PLATFORM, Kind.MEDIATION_STATION, Kind.MEDIATION_GROUP)


class OrganisationQuerySet(models.QuerySet["Organisation"]):
    def visible_to(self, user: Any) -> "OrganisationQuerySet":
        """What lies in the ranges of any post: organisations are neither personal nor secret."""
        return self.filter(scope.within("unit", user.spans(user.roles)))

    def in_force(self, day: date | None = None) -> "OrganisationQuerySet":
        return self.filter(in_force(day))

    def under(self, code: str) -> "OrganisationQuerySet":
        return self.filter(scope.within("unit", [scope.span(code)]))


class Organisation(models.Model):
    kind = models.CharField("类别", max_length=30, choices=Kind)
    name = models.CharField("名称", max_length=100)
    unit = UnitCode("所在单位")
    since = models.DateField("设立日期")
    until = models.DateField("撤销日期", null=True, blank=True, help_text="自该日起撤销，空为在用")
    area = models.DecimalField(
        "场地面积（平方米）", max_digits=9, decimal_places=2, null=True, blank=True
    )

    above = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="below",
        verbose_name="所属组织",
        help_text="如专项小组所属的委员会",
    )

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "组织"
        ordering = ["unit", "kind", "name"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "kind", "name"],
                condition=Q(until=None),
                name="organisation_open_once",
                violation_error_message="该单位已有同类同名的组织。",
            ),
            *(
                models.UniqueConstraint(
                    fields=["unit"],
                    condition=Q(kind=kind, until=None),
                    name=f"{kind.value}_once",
                    violation_error_message=f"该单位已有在用的{kind.label}，只设一个。",
                )
                for kind in ONE_EACH
            ),
            models.CheckConstraint(
                condition=Q(since__lt=F("until")),
                name="organisation_period",
                violation_error_message="撤销日期须晚于设立日期。",
            ),
            models.CheckConstraint(
                condition=Q(area__gt=0),
                name="organisation_area",
                violation_error_message="场地面积须大于 0。",
            ),
        ]
        indexes = [models.Index(fields=["kind", "unit"], name="organisation_kind_unit")]

    def __str__(self) -> str:
        return self.name

    def kept_by(self, user: Any) -> bool:
        """Who keeps its roster: 司法所 and the system administrator of its range."""
        return user.seat_for(KEEPERS, self.unit) is not None

    def stands(self, day: date) -> bool:
        return stands(self, day)


class Capacity(models.TextChoices):
    HEAD = "head", "主任（组长）"
    DEPUTY = "deputy", "副主任（副组长）"
    MEMBER = "member", "委员（成员）"
    SECRETARY = "secretary", "联络员（秘书）"
    MEDIATOR = "mediator", "调解员"
    LAWYER = "lawyer", "律师"
    ADVISER = "adviser", "顾问"


class Membership(models.Model):
    """Who sits in a body, as what, from a day until the day before another. Never deleted."""

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="members", verbose_name="组织"
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="memberships",
        verbose_name="本系统人员",
    )
    name = models.CharField("姓名", max_length=50)  # as it was called; also who has no account
    capacity = models.CharField("职务", max_length=10, choices=Capacity)
    since = models.DateField("任职日期")
    until = models.DateField("离任日期", null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="登记人"
    )
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="离任登记人",
    )

    class Meta:
        verbose_name = verbose_name_plural = "组织成员"
        ordering = ["capacity", "since", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "name", "capacity"],
                condition=Q(until=None),
                name="membership_open_once",
                violation_error_message="此人已在本组织担任该职务。",
            ),
            models.CheckConstraint(
                condition=Q(until=None) | Q(since__lt=F("until")),
                name="membership_period",
                violation_error_message="离任日期须晚于任职日期。",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_capacity_display()} {self.name}"
