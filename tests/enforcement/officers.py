"""How an officer comes to a certificate: by steps, and at once for who only needs officers."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.people.models import User

from ..cast import STREET, today

LONG_AGO, FAR_AHEAD = "2018-06-01", "2035-05-31"
LESSON = {
    "form": "pre_post", "theme": "law", "held_on": LONG_AGO, "hours": 40, "result": "passed",
}  # fmt: skip


def enrolment(user: User, **changes: Any) -> dict[str, Any]:
    return {"user": user, "channel": "recruited", "duty": "officer", "since": LONG_AGO} | changes


def issue(user: User, **changes: Any) -> dict[str, Any]:
    number = f"沪A{user.pk:07}"
    return {"number": number, "valid_from": LONG_AGO, "valid_until": FAR_AHEAD} | changes


def enrolled(keeper: User, user: User, unit: str = STREET, **changes: Any) -> Case:
    return Case.open_new("officer", by=keeper, unit=unit, **enrolment(user, **changes))


def certify(keeper: User, *users: User, unit: str = STREET, **changes: Any) -> dict[User, Case]:
    """Each gets a file and a certificate valid from 2018 to 2035, in one write."""
    batch, at = Batch(), timezone.now() - timedelta(seconds=9)
    who: dict[str, Any] = {"by": keeper, "post": keeper.seats[0].id, "at": at}
    files = {}
    for user in users:
        given = enrolment(user, **{"channel": "existing", **changes})
        files[user] = case = batch.open("officer", unit, **who, **given)
        batch.take(case, "train", **who, **LESSON)
        batch.take(case, "apply_certificate", **who)
        batch.take(case, "issue_certificate", **who, **issue(user))
    batch.save()
    # The rows as they were worked out have no ids; what follows reads them anew.
    return {user: Case.objects.get(pk=case.pk) for user, case in files.items()}


def walk(case: Case, keeper: User, *steps: str, **given: dict[str, Any]) -> Case:
    known: dict[str, dict[str, Any]] = {
        "train": LESSON,
        "issue_certificate": issue(case.detail.user),
        "report_loss": {"medium": "某报第八版"},
        "cancel_certificate": {"reason": "left"},
        "leave": {"reason": "transferred", "destination": "某局"},
        "hold_post": {"name": "执法装备管理", "sensitive": True, "held_from": today()},
    }
    for step in steps:
        case.take(step, by=keeper, **(known.get(step, {}) | given.get(step, {})))
    return case


CERTIFIED = ("train", "apply_certificate", "issue_certificate")
