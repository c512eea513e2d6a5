"""Loading a file of units: all rows or none. It adds and renames; it closes nothing."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.db import connection, transaction

from .files import UnitFile
from .models import Unit

ADD = """
INSERT INTO units_unit (code, name, successor, mark)
SELECT code, name, '', '' FROM incoming i
WHERE NOT EXISTS (SELECT FROM units_unit u WHERE u.code = i.code)
ORDER BY code"""

# The file carries no date: a unit with a dated change keeps its history, which `rename` writes.
RENAME = """
UPDATE units_unit u SET name = i.name FROM incoming i
WHERE u.code = i.code AND u.name <> i.name AND u.until IS NULL AND u.since IS NULL"""


@dataclass
class Tally:
    added: int
    renamed: int
    unchanged: int


def load(path: Path, progress: Callable[[int], None] = lambda lines: None) -> Tally:
    file = UnitFile(path, progress)
    with transaction.atomic(), connection.cursor() as cursor:
        _copy(cursor, file)
        file.orphans(_known)
        if file.faults:
            raise ValidationError(file.faults)
        return _write(cursor, len(file.lines))


def _known(codes: set[str]) -> set[str]:
    return set(Unit.objects.current().filter(code__in=codes).values_list("code", flat=True))


def _copy(cursor: Any, file: UnitFile) -> None:
    cursor.execute('CREATE TEMP TABLE incoming (code varchar(15) COLLATE "C", name text)')
    with cursor.copy("COPY incoming FROM STDIN") as copy:
        for row in file.rows():
            copy.write_row(row)


def _write(cursor: Any, total: int) -> Tally:
    # Two imports at once: the second waits here, so that it sees what the first has written.
    cursor.execute("LOCK TABLE units_unit IN SHARE ROW EXCLUSIVE MODE")
    cursor.execute("ANALYZE incoming")
    cursor.execute(RENAME)
    renamed = cursor.rowcount
    cursor.execute(ADD)
    added = cursor.rowcount
    cursor.execute("DROP TABLE incoming")
    if added:
        cursor.execute("ANALYZE units_unit")
    return Tally(added, renamed, total - added - renamed)
