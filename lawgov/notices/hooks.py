"""Telling another system: a signed message without a name, a title or anything said."""

import hashlib
import hmac
import json
from typing import Any

from django.utils import timezone

from lawgov.casework import sinks

from . import pinned, words
from .models import Call
from .telling import HOOK

BUSY = {408, 425, 429}


class NotTakenError(Exception):
    """The other side refuses this message; others it may take."""


@sinks.on(HOOK)
def bring(payload: dict[str, Any]) -> None:
    held = Call.objects.select_for_update(of=("self",)).select_related("case", "hook")
    call = held.filter(pk=payload["call"], sent_at=None).first()
    if not call or not call.hook.active:
        return
    try:
        code = pinned.post(call.hook.url, *signed(call))
    except (pinned.RefusedError, pinned.UnreachedError) as trouble:
        raise sinks.AwayError(str(trouble)) from trouble
    if code in BUSY or code >= 500:
        raise sinks.AwayError(f"对方暂不接收（{code}）")
    if not 200 <= code < 300:
        raise NotTakenError(f"对方不接收此条（{code}）")
    call.sent_at = timezone.now()
    call.save(update_fields=["sent_at"])


def message(call: Call) -> dict[str, Any]:
    case = call.case
    return {
        "key": call.key,
        "what": call.what,
        "label": call.get_what_display(),
        "kind": case.kind if case else "",
        "number": case.number if case else "",
        "due_on": call.due_on.isoformat() if call.due_on else None,
        "at": call.made_at.isoformat(),
        "url": words.link(call),
    }


def signed(call: Call) -> tuple[bytes, dict[str, str]]:
    """The body, and the headers that vouch for it: HMAC-SHA256 over `time.body`."""
    body = json.dumps(message(call), ensure_ascii=False).encode()
    now = str(int(timezone.now().timestamp()))
    mark = hmac.new(call.hook.secret.encode(), f"{now}.".encode() + body, hashlib.sha256)
    return body, {
        "Content-Type": "application/json; charset=utf-8",
        "Idempotency-Key": f"{call.hook_id}:{call.key}",
        "X-Lawgov-Timestamp": now,
        "X-Lawgov-Signature": f"sha256={mark.hexdigest()}",
    }
