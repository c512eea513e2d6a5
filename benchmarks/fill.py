"""Rows and clients for the product; prints what the load generator needs as JSON."""

import os
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from .filling import CLIENTS, FIRST_DAY, filled, told

SETTINGS = "lawgov.settings"
STREETS = 40
CHUNK = 10_000
OFFICE_HOURS = datetime(2020, 1, 1, 10, tzinfo=ZoneInfo("Asia/Shanghai"))


def streets() -> list[str]:
    return [f"310106{n:03}" for n in range(1, STREETS + 1)]


def tree() -> None:
    from lawgov.units.models import Unit

    units = {"31": "上海市", "3101": "市辖区", "310106": "静安区"}
    for street in streets():
        units |= {street: f"街道{street[-3:]}", f"{street}001": "第一居委会"}
    Unit.objects.bulk_create(Unit(code=code, name=name) for code, name in units.items())


def person(username: str, role: str, unit: str) -> Any:
    from lawgov.people.models import Post, User

    user = User.objects.create(username=username, name=username)
    Post.objects.create(user=user, role=role, unit=unit, since=FIRST_DAY)
    return user


def fill(rows: int) -> list[str]:
    from knox.models import AuthToken

    from lawgov.casework.batch import Batch

    tree()
    by = person("loader", "justice", "310106")
    where = streets()
    for first in range(0, rows, CHUNK):
        batch = Batch()
        for n in range(first, min(first + CHUNK, rows)):
            days = timedelta(n % 1000)
            batch.open(
                "dispute", f"{where[n % STREETS]}001", by=by, post=None, at=OFFICE_HOURS + days,
                **body(on=str(FIRST_DAY + days)),
            )  # fmt: skip
        batch.save()
    users = [person(f"client{n}", "community_worker", where[n]) for n in range(CLIENTS)]
    return [AuthToken.objects.create(user=user)[1] for user in users]


def body(**more: str) -> dict[str, Any]:
    """The same dispute as the bare one, with its two parties as rows."""
    applicant = {"side": "applicant", "name": "甲某", "id_number": "11010519491231002X"}
    respondent = {"side": "respondent", "name": "乙某", "phone": "13812345678"}
    return {
        "title": "楼上漏水引发的邻里纠纷", "channel": "police", "type": "neighbour",
        "summary": "楼上漏水，浸坏楼下天花板和家具，双方对赔偿数额有争议。", "place": "三号楼",
        "amount": "1200.50", "people": 2, "parties": [applicant, respondent], "knowingly": True,
        **more,
    }  # fmt: skip


def main(rows: int) -> None:
    os.environ.setdefault("ALLOWED_HOSTS", "127.0.0.1,testserver")
    with filled(SETTINGS):
        tokens = fill(rows)
        units = [f"{street}001" for street in streets()[:CLIENTS]]
        told("/api/v1/disputes/", tokens, [body(unit=unit) for unit in units])
