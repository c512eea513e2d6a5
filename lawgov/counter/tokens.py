"""What a public form carries: proof that we made it, when, and the key of its one wish."""

import secrets
from time import time

from django.conf import settings
from django.core import signing

from lawgov.casework.refusals import StepRefused

SALT = "lawgov.counter"
INVALID = "表单标识无效，请核对后重新提交"
TOO_SOON = "提交过快，请稍候片刻再提交"
TOO_LATE = "表单打开时间过长，请核对后重新提交"


def issue(form: str) -> str:
    about = {"form": form, "key": secrets.token_hex(16), "at": int(time())}
    return signing.dumps(about, salt=SALT)


def key_of(form: str, token: str) -> str:
    """The key of the one wish; sent twice, it is granted once."""
    try:
        about = signing.loads(token, salt=SALT)
    except signing.BadSignature as bad:
        raise StepRefused(INVALID) from bad
    if about["form"] != form:
        raise StepRefused(INVALID)
    age = time() - about["at"]
    if age < settings.COUNTER_MIN_SECONDS:
        raise StepRefused(TOO_SOON)
    if age > settings.COUNTER_MAX_MINUTES * 60:
        raise StepRefused(TOO_LATE)
    return f"counter:{form}:{about['key']}"
