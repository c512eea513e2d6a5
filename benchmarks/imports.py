"""Importing disputes beside logging them one by one: `python -m benchmarks.imports`.

One process, one database, the same rows; only the ratio means anything.
"""

import os
import subprocess
import sys
import time
from types import SimpleNamespace

from lawgov.embedded import servers

from .api import database
from .filling import filled

ROWS = int(os.environ.get("BENCH_ROWS", "5000"))
LABELS = ("所属单位", "纠纷名称", "来源", "纠纷类型", "纠纷简要情况", "当事人1：当事人地位",
          "当事人1：姓名（名称）", "当事人1：身份证号")  # fmt: skip


def csv(unit: str) -> bytes:
    lines = (
        f"{unit},第{n}件,派出所移送,邻里,漏水,申请人,甲某,11010519491231002X" for n in range(ROWS)
    )
    return "\n".join([",".join(LABELS), *lines]).encode()


def imported(by: object, unit: str) -> float:
    from django.db import transaction

    from lawgov.jobs import imports
    from lawgov.jobs.subjects import subject

    start = time.perf_counter()
    found = imports.judge(subject("dispute"), csv(unit), by)
    batch, added, bad = imports.gather(found, SimpleNamespace(tell=lambda done: None))
    assert not bad, bad[0]
    with transaction.atomic():
        imports.write(found.subject, batch, added, None)
    return time.perf_counter() - start


def logged(by: object, unit: str) -> float:
    from lawgov.casework.models import Case

    start = time.perf_counter()
    for n in range(ROWS):
        party = {"side": "applicant", "name": "甲某", "id_number": "11010519491231002X"}
        Case.open_new(
            "dispute", by=by, unit=unit, title=f"第{n}件", channel="police", type="neighbour",
            summary="漏水", parties=[party], knowingly=True,
        )  # fmt: skip
    return time.perf_counter() - start


def measure() -> None:
    from .fill import person, streets, tree

    with filled("lawgov.settings"):
        tree()
        by, unit = person("importer", "justice", "310106"), f"{streets()[0]}001"
        bulk, single = imported(by, unit), logged(by, unit)
    print(f"{ROWS} 件：导入 {bulk:.1f} 秒，逐件登记 {single:.1f} 秒，{single / bulk:.1f} 倍")


def main() -> None:
    """In a process of its own, on a database of its own."""
    servers.borrow()
    with database(f"bench_{os.getpid()}_imports") as url:
        program = [sys.executable, "-c", "from benchmarks.imports import measure; measure()"]
        env = os.environ | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "lawgov.settings"}
        subprocess.run(program, env=env, check=True)


if __name__ == "__main__":
    main()
