"""Rows and clients for the bare project; prints what the load generator needs as JSON."""

from datetime import date, timedelta
from typing import Any

from ..filling import CLIENTS, FIRST_DAY, filled, told

SETTINGS = "benchmarks.bare.settings"


def fill(rows: int) -> list[str]:
    from django.contrib.auth.models import User
    from rest_framework.authtoken.models import Token

    from .models import Dispute

    made = (Dispute(**body(n, FIRST_DAY + timedelta(n % 1000))) for n in range(rows))
    Dispute.objects.bulk_create(made, batch_size=5000)
    users = [User.objects.create(username=f"client{n}") for n in range(CLIENTS)]
    return [Token.objects.create(user=user).key for user in users]


def body(n: int, on: date) -> dict[str, Any]:
    """Fourteen fields, all given."""
    return {
        "number": f"第{n}号", "unit": "310106020001", "state": "registered",
        "title": "楼上漏水引发的邻里纠纷", "channel": "police", "type": "neighbour",
        "summary": "楼上漏水，浸坏楼下天花板和家具，双方对赔偿数额有争议。", "place": "三号楼",
        "amount": "1200.50", "people": 2, "risk": "low", "applicant": "甲某", "respondent": "乙某",
        "opened_on": on.isoformat(),
    }  # fmt: skip


def main(rows: int) -> None:
    with filled(SETTINGS):
        tokens = fill(rows)
        told("/disputes/", tokens, [body(0, FIRST_DAY)] * CLIENTS)
