"""Rules of a password beyond Django's own, and the one-time password of a new account."""

import secrets
import string

from django.core.exceptions import ValidationError

CLASSES = (
    ("小写字母", str.islower),
    ("大写字母", str.isupper),
    ("数字", str.isdigit),
    ("符号", lambda c: not c.isalnum()),
)
NEEDED = 3
# Read over the phone and typed by hand: nothing that looks like something else.
LETTERS = "".join(c for c in string.ascii_letters + string.digits if c not in "0O1lIo")


class ThreeClasses:
    """Three of the four kinds of character (GB/T 22239 asks for complexity and leaves the how)."""

    def validate(self, password: str, user=None) -> None:
        used = sum(any(map(is_kind, password)) for _, is_kind in CLASSES)
        if used < NEEDED:
            raise ValidationError(self.get_help_text(), code="password_too_plain")

    def get_help_text(self) -> str:
        return "密码须含小写字母、大写字母、数字、符号中的至少三类"


def one_time() -> str:
    """A random first password; its owner must change it at the first login."""
    body = "".join(secrets.choice(LETTERS) for _ in range(10))
    return f"{secrets.choice(string.ascii_uppercase)}{body}{secrets.choice('23456789')}-"
