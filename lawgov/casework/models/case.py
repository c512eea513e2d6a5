"""Case (案): the one table that every kind of case shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.functional import cached_property
from django.utils.timezone import localdate

from lawgov.people.models import Role, Seat, User
from lawgov.units import scope
from lawgov.units.fields import UnitCode

from ..procedure import PROCEDURES, Check, Procedure, Running, Step, Taking
from ..refusals import NotYours

if TYPE_CHECKING:
    from .event import Event

WIDE = 2  # a province's code: above it newest-first reads less than the unit's own range


class Sensitivity(models.TextChoices):
    NONE = "", "一般"
    MINOR = "minor", "涉未成年人"
    CRISIS = "crisis", "心理危机"
    INFORMER = "informer", "涉举报人"


class CaseQuerySet(models.QuerySet["Case"]):
    def visible_to(self, user: User, *kinds: str) -> CaseQuerySet:
        """The cases of these kinds (of all, if none is named) that the user may see."""
        q = Q(pk__in=[])
        for kind in kinds or PROCEDURES:
            q |= Q(kind=kind) & seen_by(user, PROCEDURES[kind])
        return self.filter(q)

    def newest(self, user: User, kind: str) -> CaseQuerySet:
        """Newest first, read along the index that fits the width of the user's scope.

        For a province the index on the date finds a page at once; for a street it would walk
        past everyone else's rows, so there the date is wrapped and the range is read first.
        """
        spans = user.spans(PROCEDURES[kind].readers)
        if any(len(low) <= WIDE for low, _ in spans):
            return self.order_by("-opened_on", "-id")
        return self.order_by((F("opened_on") + 0).desc(), "-id")


def seen_by(user: User, procedure: Procedure) -> Q:
    """Read on the post's range, and by the unit it is offered to; sensitive cases only by trusted
    roles and by who handles them."""
    spans = user.spans(procedure.readers)
    q = scope.within("unit", spans) | scope.within("offered_to", spans)
    if procedure.given_down:
        q |= scope.within("desk", spans) & ~Q(desk=F("unit"))
    if procedure.invited:
        rows = apps.get_model(procedure.parts[procedure.invited])._default_manager
        q |= Q(pk__in=rows.filter(user=user).values("case"))
    trusted = scope.within("unit", user.spans(procedure.trusted))
    q &= Q(sensitivity="") | trusted | Q(handler=user)
    return q & ~procedure.kept_from(user) if procedure.kept_from else q


class Case(models.Model):
    kind = models.CharField("种类", max_length=20)
    unit = UnitCode("所属单位")
    desk = UnitCode("经办单位")
    offered_to = UnitCode("移交对象", default="", blank=True)
    registry = UnitCode("编号单位", default="", blank=True)
    year = models.SmallIntegerField("编号年度", null=True)
    serial = models.IntegerField("编号序号", null=True)
    number = models.CharField("编号", max_length=64, default="", blank=True)
    state = models.CharField("状态", max_length=20)
    title = models.CharField("标题", max_length=200)
    channel = models.CharField("来源", max_length=20, default="")
    opened_on = models.DateField("登记日期")
    due_on = models.DateField("到期日", null=True)
    due_clock = models.CharField("期限", max_length=40, default="")
    due_provisional = models.BooleanField("暂定到期日", default=False)
    closed_on = models.DateField("办结日期", null=True)
    returned = models.BooleanField("被退回", default=False)
    handler = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="handled",
        db_index=False,
        verbose_name="承办人",
    )
    sensitivity = models.CharField(
        "敏感性", max_length=10, choices=Sensitivity, default="", blank=True
    )
    # The version is the number of its events: a writer who saw an older one is refused.
    version = models.IntegerField("版本", default=0)
    head = models.BinaryField("链头", default=b"")

    objects = CaseQuerySet.as_manager()
    taking: Taking | None = None  # while a step is worked out

    class Meta:
        verbose_name = verbose_name_plural = "案件"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "registry", "year", "serial"], name="case_number_once"
            ),
            models.CheckConstraint(condition=~Q(state="") & Q(version__gte=1), name="case_begun"),
        ]
        indexes = [
            models.Index(F("kind"), F("opened_on").desc(), F("id").desc(), name="case_newest"),
            models.Index(fields=["unit", "kind", "opened_on", "id"], name="case_in_unit"),
            models.Index(fields=["number"], name="case_number"),
            models.Index(fields=["kind", "state", "desk"], name="case_at_desk"),
            models.Index(fields=["due_on"], name="case_due", condition=~Q(due_on=None)),
            models.Index(fields=["handler"], name="case_handler", condition=Q(closed_on=None)),
            models.Index(fields=["desk"], name="case_elsewhere", condition=~Q(desk=F("unit"))),
            models.Index(fields=["offered_to"], name="case_offered", condition=~Q(offered_to="")),
        ]

    def __str__(self) -> str:
        return self.number or self.title

    @property
    def procedure(self) -> Procedure:
        return PROCEDURES[self.kind]

    @property
    def state_label(self) -> str:
        return self.procedure.states[self.state]

    @property
    def colour(self) -> str:
        return self.procedure.colours.get(self.state, "secondary")

    @cached_property
    def detail(self) -> Any:
        """The row with the kind's own columns; a new case carries one that is not stored yet."""
        if not self.procedure.detail:
            return None
        model = apps.get_model(self.procedure.detail)
        known = model._default_manager.filter(pk=self.pk).first() if self.version else None
        return known or model(case_id=self.pk)

    @cached_property
    def known_parts(self) -> dict[str, list[Any]]:
        return {}

    def part(self, name: str) -> list[Any]:
        """The rows of one part (parties, sessions), oldest first."""
        if name not in self.known_parts:
            model = apps.get_model(self.procedure.parts[name])
            rows = model._default_manager.filter(case=self).order_by("pk") if self.version else ()
            self.known_parts[name] = list(rows)
            for row in self.known_parts[name]:
                row.case = self
        return self.known_parts[name]

    def one(self, part: str, pk: int) -> Any:
        """The row of a part with this id, if the case has it."""
        return next((row for row in self.part(part) if row.pk == pk), None)

    @cached_property
    def history(self) -> list[Event]:
        """Its events, oldest first."""
        if not self.version:
            return []
        return list(self.events.select_related("by", "post").order_by("seq"))

    def refresh_from_db(self, *args: Any, **kwargs: Any) -> None:
        """Read again, with everything that hangs on it."""
        for name in ("detail", "known_parts", "history"):
            self.__dict__.pop(name, None)
        super().refresh_from_db(*args, **kwargs)

    def acting_unit(self, step: Step) -> str:
        """The unit whose people may take the step: who was offered the case, or who has it."""
        if step.at == "unit":
            return self.unit
        return self.offered_to if step.offer == "answer" else self.desk

    def steps_for(self, user: User) -> dict[str, Step]:
        """What this user may do now; a page shows the rules that still stand against each."""
        return {
            name: step
            for name, step in self.procedure.steps_from(self.state).items()
            if step.fits_offer(self.offered_to) and self.seat(user, step) and step.fits_case(self)
        }

    def checklist(self, name: str) -> list[Check]:
        return self.procedure.steps[name].checklist(self, localdate())

    def clocks(self) -> list[Running]:
        return self.procedure.read_clocks(self.history)

    def take(
        self, name: str, /, *, by: User | None, seen: int | None = None, key: str = "", **given: Any
    ) -> Event:
        """Take one step: check it, then write everything that it changes, or nothing.

        `seen` is the version the user looked at; `key` makes a repetition of the same wish the
        same event. Raises NotYours, BadFacts or StepRefused.
        """
        from ..writing import take

        return take(self, name, by=by, seen=seen, key=key, given=given)

    @classmethod
    def open_new(
        cls, kind: str, /, *, by: User | None, unit: str, key: str = "", **given: Any
    ) -> Case:
        """Log a new case of this kind in a unit, by the kind's opening step. By nobody: somebody
        without an account, at the public counter."""
        from ..writing import open_new

        return open_new(kind, by=by, unit=unit, key=key, given=given)

    def seat(self, user: User, step: Step) -> Seat | None:
        """The post that lets the user take the step; who may answer an offer does not revoke it."""
        if step.offer == "revoke" and user.seat_for(step.roles, self.offered_to):
            return None
        if step.shuts_out(self, user):
            return None
        seat = user.seat_for(self.takers(user, step), self.acting_unit(step))
        return seat if seat and (step.at != "own" or seat.unit == self.desk) else None

    def takers(self, user: User, step: Step) -> tuple[Role, ...]:
        """The roles that let the user take the step."""
        own = self.procedure.readers if step.leads and self.handler_id == user.pk else ()
        return (*step.roles, *step.leads, *own)

    def post_of(self, user: User | None, step: Step) -> int | None:
        """The post on record for a step. The system has none, and takes only what no role may;
        nor has who comes to the public counter."""
        if user is None and (step.public or not step.roles):
            return None
        if user is None:
            raise NotYours(f"{step.label}须由人办理")
        return self.seat_of(user, step).id

    def seat_of(self, user: User, step: Step) -> Seat:
        """The post on which the user takes the step; a sensitive case is for its few alone."""
        trusted = user.seat_for(self.procedure.trusted, self.unit) or self.handler_id == user.pk
        seat = self.seat(user, step)
        if not seat or (self.sensitivity and not trusted):
            raise NotYours(self.whose(user, step))
        return seat

    def whose(self, user: User, step: Step) -> str:
        seat = user.seat_for(self.takers(user, step), self.acting_unit(step))
        if seat and step.shuts_out(self, user):
            return f"您经手过本{self.procedure.label}，{step.label}须由他人办理"
        place = "所属" if step.at == "unit" else "经办"
        roles = "、".join(str(role.label) for role in (*step.roles, *step.leads))
        return f"{step.label}须由{place}单位的{roles}办理"
