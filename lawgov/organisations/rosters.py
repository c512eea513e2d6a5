"""Who joins and who leaves a body: each verb asks who may, and keeps what was."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from lawgov.people.models import User

from .models import Membership, Organisation


def join(
    body: Organisation,
    *,
    by: User,
    capacity: str,
    since: date,
    user: User | None = None,
    name: str = "",
) -> Membership:
    """Somebody takes a seat in the body: a person of the system, or a name from outside."""
    keepers_only(body, by)
    if not body.stands(since):
        raise ValidationError({"since": "任职日期应在组织设立之后、撤销之前"})
    called = user.name if user else name
    member = Membership(
        organisation=body, user=user, name=called, capacity=capacity, since=since, by=by
    )
    member.full_clean()
    try:
        with transaction.atomic():
            member.save()
    except IntegrityError as clash:  # another keeper was faster
        raise ValidationError("此人已在本组织担任该职务") from clash
    return member


def leave(member: Membership, *, by: User, on: date) -> None:
    """The seat is no longer held on that day."""
    keepers_only(member.organisation, by)
    open_seat = Membership.objects.filter(pk=member.pk, until=None, since__lt=on)
    if not open_seat.update(until=on, ended_by=by):
        raise ValidationError({"on": "离任日期须晚于任职日期，已离任的不再改"})


def keepers_only(body: Organisation, by: Any) -> None:
    if not body.kept_by(by):
        raise PermissionDenied("机构名录由司法所和系统管理员维护")
