"""Who works here: people, their posts from a day until a day, and what was changed about them."""

from collections.abc import Collection
from copy import copy
from datetime import date
from functools import cached_property
from typing import NamedTuple

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import Case, F, Func, Q, Value, When
from django.utils import timezone

from lawgov.privacy.fields import SealedField
from lawgov.privacy.masks import mask_phone
from lawgov.units import scope
from lawgov.units.fields import UnitCode
from lawgov.units.periods import in_force

from .roles import ADMINS, BUSINESS, MediatorKind, Role

__all__ = ["ADMINS", "BUSINESS", "Change", "MediatorKind", "Post", "Role", "Seat", "User"]

Span = tuple[str, str]
# What the system administrator edits in the back office; cases and people are not among it.
DICTIONARIES = frozenset(
    {
        "units",
        "workdays",
        "organisations",
        "dictionaries",
        "parameters",
        "notices",
        "bookings",
        "standards",
        "finding",
    }
)


class Seat(NamedTuple):
    """A post in force today, as light as authorisation needs it."""

    id: int
    role: str
    unit: str


class UserQuerySet(models.QuerySet["User"]):
    def visible_to(self, user: "User") -> "UserQuerySet":
        """People whom a system administrator looks after: some post of theirs lies in the range."""
        return self.held_within(user.spans({Role.SYSTEM_ADMIN}))

    def held_within(self, spans: Collection[Span]) -> "UserQuerySet":
        """People who hold or held a post in these ranges."""
        posts = Post.objects.filter(scope.within("unit", spans))
        return self.filter(pk__in=posts.values("user"))

    def holding(
        self, roles: Collection[str], spans: Collection[Span], day: date | None = None
    ) -> "UserQuerySet":
        """Active people with one of these roles in these ranges on that day."""
        posts = Post.objects.on(day).filter(scope.within("unit", spans), role__in=list(roles))
        return self.filter(is_active=True, pk__in=posts.values("user"))


Manager = BaseUserManager.from_queryset(UserQuerySet)


class UserManager(Manager):
    def create_user(self, username: str, password: str | None = None, **fields) -> "User":
        user = User(username=User.normalize_username(username), **fields)
        user.set_password(password)
        user.save(using=self._db)
        return user


class User(AbstractBaseUser):
    """Someone who logs in. Posts alone say what they may do: no groups, no superuser."""

    username = models.CharField(
        "登录名",
        max_length=50,
        unique=True,
        validators=[UnicodeUsernameValidator()],
        error_messages={"unique": "该登录名已被使用"},
    )
    name = models.CharField("姓名", max_length=50)
    phone = SealedField("手机号", blank=True, default="")
    mediator_kind = models.CharField(
        "调解员类别", max_length=20, choices=MediatorKind, blank=True, default=""
    )
    is_active = models.BooleanField("启用", default=True)
    must_change_password = models.BooleanField("须修改密码", default=False)
    created_at = models.DateTimeField("建立时间", default=timezone.now, editable=False)

    objects = UserManager()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        verbose_name = verbose_name_plural = "人员"
        ordering = ["username"]

    def __str__(self) -> str:
        return self.name or self.username

    @cached_property
    def seats(self) -> tuple[Seat, ...]:
        """Posts in force today; the token's authentication fills this in the query it makes."""
        rows = Post.objects.on().filter(user=self).order_by("id").values_list("id", "role", "unit")
        return tuple(Seat(*row) for row in rows)

    @property
    def roles(self) -> set[str]:
        return {seat.role for seat in self.seats}

    def spans(self, roles: Collection[str]) -> list[Span]:
        """The half-open code ranges over which one of these roles is held, none inside another."""
        merged: list[Span] = []
        for low, high in sorted(scope.span(seat.unit) for seat in self.seats if seat.role in roles):
            # Ranges of a tree nest or are apart, so what starts inside also ends inside.
            if not merged or low >= merged[-1][1]:
                merged.append((low, high))
        return merged

    def seat_for(self, roles: Collection[str], unit: str) -> Seat | None:
        """The seat nearest to the unit among those of these roles that cover it."""
        fit = [s for s in self.seats if s.role in roles and scope.covers(s.unit, unit)]
        return max(fit, key=lambda seat: scope.span(seat.unit)[0], default=None)

    def on_post(self, seat: int) -> "User":
        """The same person with this seat alone: every rule of scope then holds for it by itself."""
        alone = copy(self)
        alone.seats = tuple(each for each in self.seats if each.id == seat)
        return alone

    def reads_figures(self, unit: str) -> bool:
        return self.seat_for(BUSINESS, unit) is not None

    @property
    def masked_phone(self) -> str:
        return mask_phone(self.phone)

    @property
    def is_staff(self) -> bool:
        """Django's word for who may enter its back office."""
        return Role.SYSTEM_ADMIN in self.roles

    def has_module_perms(self, app_label: str) -> bool:
        return self.is_active and self.is_staff and app_label in DICTIONARIES

    def has_perm(self, perm: str, obj: models.Model | None = None) -> bool:
        return self.has_module_perms(perm.partition(".")[0])


class PostQuerySet(models.QuerySet["Post"]):
    def on(self, day: date | None = None) -> "PostQuerySet":
        """Posts in force that day: held from `since`, no longer held on `until`."""
        return self.filter(in_force(day))

    def over(self, *units: str) -> "PostQuerySet":
        """Posts of active people in whose range one of these units lies."""
        line = {code for unit in units for code in (*scope.ancestors(unit), unit)}
        return self.filter(unit__in=line, user__is_active=True)


def apart(*roles: Role) -> ExclusionConstraint:
    """At no time does one person hold a post of these roles and a post of the others.

    Range types only, so that core PostgreSQL suffices: equality of users is overlap of [id, id],
    and "on different sides" is adjacency of [0, 1) and [1, 2), which no range has with itself.
    """
    side = Case(When(role__in=sorted(roles), then=Value(1)), default=Value(0))
    return ExclusionConstraint(
        name="post_" + "_and_".join(role.value for role in roles) + "_apart",
        expressions=[
            (Func("user", "user", Value("[]"), function="int8range"), RangeOperators.OVERLAPS),
            (Func("since", "until", function="daterange"), RangeOperators.OVERLAPS),
            (Func(side, side, Value("[]"), function="int4range"), RangeOperators.ADJACENT_TO),
        ],
        violation_error_message="三员分立：系统管理员、安全管理员、审计员与业务岗位不得由同一人同时担任",
    )


class Post(models.Model):
    """A role held in a unit and all below it, from `since` until the day before `until`."""

    user = models.ForeignKey(User, models.PROTECT, related_name="posts", verbose_name="人员")
    role = models.CharField("角色", max_length=20, choices=Role)
    unit = UnitCode("单位")
    since = models.DateField("起", default=timezone.localdate)
    until = models.DateField("止", null=True, blank=True)

    objects = PostQuerySet.as_manager()
    place: str  # the unit's name, where a page shows posts (shown.py)

    class Meta:
        verbose_name = verbose_name_plural = "岗位"
        ordering = ["-since", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(until=None) | Q(until__gte=F("since")),
                name="post_ends_after_it_begins",
                violation_error_message="岗位的止日不得早于起日",
            ),
            models.CheckConstraint(
                condition=Q(role__in=sorted(Role.values)), name="post_role_is_known"
            ),
            # Two halvings of {business, system, security, audit} part every pair of the four.
            apart(Role.SYSTEM_ADMIN, Role.SECURITY_ADMIN),
            apart(Role.SYSTEM_ADMIN, Role.AUDITOR),
        ]
        indexes = [models.Index(fields=["unit", "role"], name="post_by_unit")]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.unit}"

    @property
    def is_open(self) -> bool:
        """Held today or from a day to come."""
        return self.until is None or self.until > timezone.localdate()


class Act(models.TextChoices):
    ADDED = "added", "新增人员"
    POST_GIVEN = "post_given", "任命岗位"
    POST_ENDED = "post_ended", "终止岗位"
    PASSWORD_RESET = "password_reset", "重置密码"
    DISABLED = "disabled", "停用"
    ENABLED = "enabled", "启用"
    UNLOCKED = "unlocked", "解除锁定"


class ChangeQuerySet(models.QuerySet["Change"]):
    def visible_to(self, user: User) -> "ChangeQuerySet":
        return self.filter(scope.within("unit", user.spans({Role.AUDITOR})))


class Change(models.Model):
    """What an administrator changed about a person; the database refuses to alter or delete it."""

    at = models.DateTimeField("时间", default=timezone.now, editable=False)
    by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", verbose_name="操作人")
    about = models.ForeignKey(User, models.PROTECT, related_name="changes", verbose_name="对象")
    act = models.CharField("事项", max_length=20, choices=Act)
    unit = UnitCode("单位")
    detail = models.CharField("说明", max_length=200, blank=True)

    objects = ChangeQuerySet.as_manager()

    class Meta:
        verbose_name = verbose_name_plural = "人员变动记录"
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.get_act_display()} {self.about}"
