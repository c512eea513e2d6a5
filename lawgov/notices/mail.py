"""Mail: that there is something, of what kind and number, until when; to read it one logs in."""

import secrets
from datetime import timedelta
from smtplib import SMTPException
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone

from lawgov.casework import sinks
from lawgov.people.models import User

from . import words
from .models import Notice, Preference
from .telling import MAIL

CODE = "notices.code"
CODE_MINUTES, CODE_REST, CODE_TRIES = 15, timedelta(minutes=1), 5


@sinks.on(MAIL)
def mail(payload: dict[str, Any]) -> None:
    held = Notice.objects.select_for_update(of=("self",)).select_related("case")
    notice = held.filter(pk=payload["notice"], mailed_at=None).first()
    address = notice and address_of(notice)
    if not notice or not address:
        return  # it was sent, or is wanted by mail no more
    label = f"{notice.get_what_display()}：{words.about(notice)}".rstrip("：")
    body = f"{words.about(notice)} {words.said(notice)}。\n\n请登录查看：{words.link(notice)}\n"
    send(address, label, body.strip(), f"notice-{notice.pk}")
    notice.mailed_at = timezone.now()
    notice.save(update_fields=["mailed_at"])


def address_of(notice: Notice) -> str:
    wanted = Preference.objects.filter(
        user=notice.to_id, user__is_active=True, verified_at__isnull=False
    )
    chosen = wanted.filter(by_mail__contains=[notice.what]).first()
    return chosen.email if chosen else ""


def send(to: str, label: str, body: str, key: str) -> None:
    """One mail. The same key gives the same Message-ID, so that a repetition is known as one."""
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip("> ")
    message = EmailMessage(
        f"【街道法治工作平台】{label}", body, to=[to], headers={"Message-ID": f"<{key}@{domain}>"}
    )
    try:
        message.send()
    except (SMTPException, OSError) as error:
        # Not its words: a server repeats the address there.
        code = getattr(error, "smtp_code", "")
        raise sinks.AwayError(f"邮件未能发出：{type(error).__name__} {code}".strip()) from None


def ask(user: User, address: str) -> bool:
    """Mail a code to this address; no more often than once a minute."""
    now = timezone.now()
    mine, _ = Preference.objects.get_or_create(user=user)
    since = timedelta(minutes=CODE_MINUTES) - CODE_REST
    if mine.code_until and mine.code_until - since > now:
        return False
    mine.email, mine.verified_at = address, None
    mine.code, mine.tries = f"{secrets.randbelow(10**6):06}", 0
    mine.code_until = now + timedelta(minutes=CODE_MINUTES)
    mine.save()
    sinks.row(CODE, "", user=user.pk).save()
    return True


@sinks.on(CODE)
def mail_code(payload: dict[str, Any]) -> None:
    mine = Preference.objects.filter(user=payload["user"], code_until__gt=timezone.now()).first()
    if mine and mine.code:
        body = f"验证码：{mine.code}，{CODE_MINUTES}分钟内有效。如非本人操作，请不必理会。"
        send(mine.email, "邮箱验证码", body, f"code-{mine.pk}-{mine.code_until:%s}")


def verify(user: User, code: str) -> bool:
    """Whether the code is the one that was mailed; a wrong one counts."""
    mine = Preference.objects.select_for_update().filter(user=user).first()
    if not mine or not mine.code_until or mine.code_until <= timezone.now():
        return False
    mine.tries += 1
    right = mine.tries <= CODE_TRIES and secrets.compare_digest(mine.code, code)
    if right:
        mine.verified_at, mine.code, mine.code_until = timezone.now(), "", None
    mine.save()
    return right
