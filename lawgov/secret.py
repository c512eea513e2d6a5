"""Random secrets, made once on a fresh machine and kept in a file that only its owner reads."""

import fcntl
import json
import os
import secrets
from pathlib import Path

NAMES = ("secret_key", "field_key", "index_key", "chain_key", "demo_password")


def read(path: Path) -> dict[str, str]:
    """The secrets of this installation; the first caller makes them."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(path.with_suffix(".lock"), "a") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        known: dict[str, str] = json.loads(path.read_text()) if path.exists() else {}
        if missing := [name for name in NAMES if name not in known]:
            known |= {name: make(name) for name in missing}
            write(path, known)
    return known


def write(path: Path, known: dict[str, str]) -> None:
    """Whole or not at all: with a lost field_key every sealed value would be lost."""
    draft = path.with_suffix(".new")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        json.dump(known, file, indent=1)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def make(name: str) -> str:
    """A demo password is typed by hand, so it is short and speakable; keys are 32 random bytes."""
    if name == "demo_password":
        return f"Demo-{secrets.token_hex(3)}-{secrets.randbelow(9000) + 1000}"
    return secrets.token_hex(32)
