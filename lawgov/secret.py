"""Random secrets, made once on a fresh machine and kept in a file that only its owner reads."""

import fcntl
import json
import os
import secrets
from pathlib import Path

NAMES = ("secret_key", "field_key", "index_key", "chain_key", "demo_password")


def read(path: Path) -> dict[str, str]:
    """The secrets of this installation; the first caller makes them (mode 0600)."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "r+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        known = json.loads(file.read() or "{}")
        if missing := [name for name in NAMES if name not in known]:
            known |= {name: make(name) for name in missing}
            file.seek(0)
            json.dump(known, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
    return known


def make(name: str) -> str:
    """A demo password is typed by hand, so it is short and speakable; keys are 32 random bytes."""
    if name == "demo_password":
        return f"Demo-{secrets.token_hex(3)}-{secrets.randbelow(9000) + 1000}"
    return secrets.token_hex(32)
