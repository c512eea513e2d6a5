"""How legal service gets somewhere: a lawyer with slots, a consultation, a pact, a request."""

from datetime import timedelta
from time import time
from typing import Any

from django.core import signing
from django.utils import timezone
from django.utils.timezone import localdate, localtime

from lawgov.bookings.models import Kind, Resource, Slot
from lawgov.casework.models import Case
from lawgov.counter import tokens
from lawgov.organisations.models import Kind as Body
from lawgov.organisations.models import Organisation
from lawgov.people.models import User

from ..cast import COMMUNITY, STREET

ASKER = {"side": "applicant", "name": "甲某", "phone": "13812345678"}
VISITOR = {"name": "甲某", "phone": "13812345678", "title": "房租押金不退", "topic": "housing"}


def lawyer(name: str = "值班律师", **fields: Any) -> Resource:
    return Resource.objects.create(
        kind=Kind.LAWYER, name=name, unit=STREET, since="2020-01-01", **fields
    )


def slot(by: User, resource: Resource | None = None, days: int = 1, **fields: Any) -> Slot:
    """Two hours of a morning some days ahead."""
    starts = localtime().replace(hour=9, minute=0, second=0, microsecond=0) + timedelta(days=days)
    return Slot.objects.create(
        resource=resource or lawyer(), by=by, starts=starts, ends=starts + timedelta(hours=2),
        **fields,
    )  # fmt: skip


def body(kind: Body, name: str, unit: str = STREET) -> Organisation:
    return Organisation.objects.create(kind=kind, name=name, unit=unit, since="2020-01-01")


def firm(name: str = "某某律师事务所") -> Organisation:
    return body(Body.LAW_FIRM, name)


def consultation(by: User, unit: str = COMMUNITY, **changes: Any) -> Case:
    facts = {
        "title": "拖欠工资", "topic": "labour", "mode": "on_site", "channel": "walk_in",
        "parties": [ASKER],
    } | changes  # fmt: skip
    return Case.open_new("consultation", by=by, unit=unit, **facts)


def received(by: User, persons: int = 1, **changes: Any) -> Case:
    case = consultation(by, **changes)
    case.take("receive", by=by, persons=persons, mode="on_site", lawyer="某律师")
    return case


def answered(by: User, **changes: Any) -> Case:
    case = received(by, **changes)
    case.take("answer", by=by, answer="可以申请劳动仲裁", outcome="aid")
    return case


def pact(by: User, of: Organisation | None = None, unit: str = COMMUNITY, **changes: Any) -> Case:
    today = localdate()
    facts = {
        "firm": of or firm(), "lawyer": "某律师",
        "since": today.isoformat(), "until": (today + timedelta(days=365)).isoformat(),
    } | changes  # fmt: skip
    return Case.open_new("pact", by=by, unit=unit, **facts)


def aid(by: User, unit: str = COMMUNITY, **changes: Any) -> Case:
    facts = {
        "title": "支付拖欠的劳动报酬", "matter": "wages", "summary": "拖欠三个月工资",
        "means": "exempt", "ground": "injured", "parties": [ASKER],
    } | changes  # fmt: skip
    return Case.open_new("aid_request", by=by, unit=unit, **facts)


def point(by: User, unit: str = STREET, **changes: Any) -> Case:
    facts = {"title": "某产业园法律服务工作室", "type": "park", "address": "一号楼"} | changes
    return Case.open_new("service_point", by=by, unit=unit, **facts)


def token(window: str, key: str = "k") -> str:
    """As of a form that was opened a minute ago."""
    about = {"form": window, "key": key, "at": int(time()) - 60}
    return signing.dumps(about, salt=tokens.SALT)


def hours_after(of: Slot, hours: float) -> Any:
    return (of.starts + timedelta(hours=hours)).astimezone(timezone.get_current_timezone())
