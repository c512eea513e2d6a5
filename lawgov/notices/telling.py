"""The one way to make notices: each thing once to each person, then by mail and to other systems.

Call it in the transaction that causes the notice; nothing here waits for another machine.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from django.conf import settings
from django.db.models import Q

from lawgov.casework import sinks
from lawgov.casework.models import Case, Outbox
from lawgov.people.models import User

from .models import Call, Hook, Notice, Preference, What

MAIL, HOOK = "notices.mail", "notices.hook"


class News(NamedTuple):
    """Something to tell some people."""

    what: What
    to: Iterable[int]
    about: Case | str  # a case, or the address of the page it leads to
    key: str
    due_on: date | None = None

    @property
    def case(self) -> Case | None:
        return self.about if isinstance(self.about, Case) else None


def tell(user: User, what: What, *, about: Case | str, key: str) -> None:
    spread([News(what, [user.pk], about, key)])


def spread(news: Sequence[News]) -> None:
    made = add_notices(news)
    made += add_calls([each for each in news if each.case and not each.case.sensitivity])
    Outbox.objects.bulk_create(made)


def add_notices(news: Sequence[News]) -> list[Outbox]:
    """New notices, and the mails that they cause."""
    keys = {each.key for each in news}
    known = set(Notice.objects.filter(key__in=keys).values_list("to_id", "key"))
    rows = [
        Notice(
            to_id=to, what=each.what, case=each.case, key=each.key, due_on=each.due_on,
            address="" if each.case else str(each.about),
        )
        for each in news for to in set(each.to) if (to, each.key) not in known
    ]  # fmt: skip
    Notice.objects.bulk_create(rows, ignore_conflicts=True)
    return mails(rows) if settings.MAIL_ON else []


def mails(rows: Sequence[Notice]) -> list[Outbox]:
    wanted = dict(
        Preference.objects.filter(
            user__in={row.to_id for row in rows}, user__is_active=True, verified_at__isnull=False
        ).values_list("user_id", "by_mail")
    )
    pairs = [(row.to_id, row.key) for row in rows if row.what in wanted.get(row.to_id, ())]
    same = Q(pk__in=[])
    for to, key in pairs:
        same |= Q(to=to, key=key)
    return [
        sinks.row(MAIL, "", notice=pk)
        for pk in Notice.objects.filter(same).values_list("pk", flat=True)
    ]


def on() -> bool:
    return bool(settings.WEBHOOK_HOSTS or settings.WEBHOOK_PRIVATE_HOSTS)


def add_calls(news: Sequence[News]) -> list[Outbox]:
    """What other systems are to be told: never of a sensitive case."""
    hooks = list(Hook.objects.filter(active=True)) if on() and news else []
    known = set(
        Call.objects.filter(hook__in=hooks, key__in={each.key for each in news}).values_list(
            "hook_id", "key"
        )
    )
    rows = [
        Call(hook=hook, what=each.what, case=each.case, key=each.key, due_on=each.due_on)
        for each in news for hook in hooks
        if each.case and hook.wants(each.what, each.case) and (hook.pk, each.key) not in known
    ]  # fmt: skip
    made = Call.objects.bulk_create(rows)
    return [sinks.row(HOOK, str(row.hook_id), call=row.pk) for row in made]
