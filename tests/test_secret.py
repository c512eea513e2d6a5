"""Secrets: made once, read by their owner only."""

import json
import stat
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from lawgov import secret


def test_eight_who_start_at_once_agree_on_the_secrets(tmp_path: Path):
    file = tmp_path / "var" / "secrets.json"
    with ProcessPoolExecutor(8, mp_context=get_context("spawn")) as pool:
        known = list(pool.map(secret.read, [file] * 8))
    assert all(one == known[0] for one in known)
    assert json.loads(file.read_text()) == known[0]


def test_only_the_owner_reads_the_file(tmp_path: Path):
    secret.read(tmp_path / "secrets.json")
    assert stat.S_IMODE((tmp_path / "secrets.json").stat().st_mode) == 0o600


def test_secrets_stay_what_they_were(tmp_path: Path):
    assert secret.read(tmp_path / "secrets.json") == secret.read(tmp_path / "secrets.json")


def test_two_installations_share_no_secret(tmp_path: Path):
    one, other = secret.read(tmp_path / "one"), secret.read(tmp_path / "other")
    assert not set(one.values()) & set(other.values())


def test_a_secret_that_a_later_version_asks_for_is_added_to_the_others(tmp_path: Path):
    file = tmp_path / "secrets.json"
    file.write_text('{"secret_key": "kept"}')
    known = secret.read(file)
    assert known["secret_key"] == "kept"
    assert len(bytes.fromhex(known["chain_key"])) == 32
