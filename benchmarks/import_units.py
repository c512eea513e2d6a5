"""Seconds of the first and the second import of a national file of units.

python benchmarks/import_units.py units-2023.csv.xz
"""

import os
import sys
from pathlib import Path
from time import perf_counter

import django

ROOT = Path(__file__).parents[1]


def main(path: Path) -> None:
    if not path.is_file():
        print(f"跳过：没有文件 {path}")
        return
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lawgov.settings")
    from lawgov.embedded import servers

    servers.borrow()
    django.setup()
    measure(path)


def measure(path: Path) -> None:
    """In a database of its own, which is dropped afterwards."""
    from django.test.utils import setup_databases, teardown_databases

    from lawgov.units import imports

    databases = setup_databases(verbosity=0, interactive=False)
    try:
        for turn in ("第一次", "第二次"):
            begun = perf_counter()
            tally = imports.load(path)
            print(
                f"{turn}：{perf_counter() - begun:.1f} 秒，"
                f"新增 {tally.added:,}，更名 {tally.renamed:,}，不变 {tally.unchanged:,}"
            )
    finally:
        teardown_databases(databases, verbosity=0)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("用法：python benchmarks/import_units.py 文件.csv.xz")
    main(Path(sys.argv[1]))
