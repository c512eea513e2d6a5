"""The one way to read a masked value in plain: permission, reason, and a row in the access log."""

from typing import ClassVar, Protocol

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction

from .masks import mask_text
from .models import AccessLog

SHORTEST_REASON = 4


class Guarded(Protocol):
    """A record with sealed fields: it knows who may read them."""

    pk: int
    _meta: ClassVar[models.options.Options]

    def may_reveal(self, user, field: str) -> bool: ...


def reveal(user, obj: Guarded, field: str, reason: str) -> str:
    """The plain value. Asking is logged whether or not it is allowed; silence is no reason."""
    reason = clean_reason(reason)
    allowed = user.is_active and obj.may_reveal(user, field)
    with transaction.atomic(durable=True):  # a caller's rollback must not take the row along
        AccessLog.objects.note(user, obj, field, reason, allowed=allowed)
    if not allowed:
        raise PermissionDenied("您没有查阅该项个人信息的权限，本次请求已记录")
    return getattr(obj, field)


def clean_reason(reason: str) -> str:
    reason = mask_text(" ".join(reason.split()))
    if not SHORTEST_REASON <= len(reason) <= 200:
        raise ValidationError({"reason": "请写明查阅理由（4至200字）"}, code="reason")
    return reason
