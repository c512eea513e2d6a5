"""Sealing of personal values: AES-256-GCM bound to its column, and a blind index to find them."""

import base64
import hashlib
import hmac
import os
import unicodedata
from functools import cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

# Cipher and key number stand in the value, so that SM4-GCM or a new key can follow beside it.
MARK = "aes256gcm.1:"
NONCE_BYTES = 12


class SealError(Exception):
    """The value was altered, moved from another column, or sealed with another key."""

    def __str__(self) -> str:
        return "密文无法解开：内容被改动，或密钥不符"


@cache
def cipher() -> AESGCM:
    return AESGCM(bytes.fromhex(settings.FIELD_KEY))


def seal(text: str, column: str) -> str:
    """Encrypt for one column (`table.column`); the same text never looks the same twice."""
    nonce = os.urandom(NONCE_BYTES)
    body = cipher().encrypt(nonce, text.encode(), column.encode())
    return MARK + base64.b64encode(nonce + body).decode()


def unseal(sealed: str, column: str) -> str:
    if not sealed.startswith(MARK):
        raise SealError
    try:
        raw = base64.b64decode(sealed[len(MARK) :], validate=True)
        return cipher().decrypt(raw[:NONCE_BYTES], raw[NONCE_BYTES:], column.encode()).decode()
    except (ValueError, InvalidTag) as broken:
        raise SealError from broken


def is_sealed(text: str) -> bool:
    return text.startswith(MARK)


def normalise(text: str) -> str:
    """One spelling of a number: half-width, without spaces, capital X."""
    return "".join(unicodedata.normalize("NFKC", text).split()).upper()


def blind(text: str) -> str:
    """The index under which a value can be found without being read; nothing for nothing."""
    plain = normalise(text)
    if not plain:
        return ""
    return hmac.new(settings.INDEX_KEY.encode(), plain.encode(), hashlib.sha256).hexdigest()
