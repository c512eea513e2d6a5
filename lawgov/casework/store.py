"""Rows of several tables in one statement: all or nothing, without a transaction held open."""

import itertools
import json
import os
import threading
from collections.abc import Iterator
from datetime import date, time
from functools import cache
from typing import Any, NamedTuple

from django.db import connection, models, transaction

BLOCK = 50  # the sequences of cases and entries advance by this, see the migration


class Together:
    """Parts of one statement, each a writable CTE. The server prepares it after a few uses."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.args: list[Any] = []

    def sql(self, name: str, text: str, *args: Any) -> None:
        self.parts.append(f"{name} AS ({text})")
        self.args += args

    def insert(self, *rows: models.Model, name: str = "", **sql: str) -> None:
        """Insert rows of one model; `sql` gives columns that read another part.

        The rows travel as one JSON parameter. So the text is the same for any number of rows,
        which lets driver and server keep it, and binding a hundred values costs nothing.
        """
        if not rows:
            return
        given = shape(type(rows[0]), rows[0].pk is not None, tuple(sql.items()))
        told = [
            {c: f.get_prep_value(f.pre_save(row, True)) for c, f in given.bound} for row in rows
        ]
        body = json.dumps(told, default=spelled, ensure_ascii=False)
        text = given.insert + (" RETURNING *" if name else "")
        self.sql(name or f"w{len(self.parts)}", text, body)

    def update(self, row: Any, names: list[str], where: str = "", *args: Any) -> None:
        """Set these columns of a row as they stand in memory, if `where` holds."""
        fields: list[Any] = [f for f in row._meta.concrete_fields if f.attname in names]
        if fields:
            sets = ",".join(f"{quoted(f.column)} = %s" for f in fields)
            key = quoted(row._meta.pk.column)
            text = f"UPDATE {table(row)} SET {sets} WHERE {key} = %s {where}"
            self.sql(f"w{len(self.parts)}", text, *(value(f, row) for f in fields), row.pk, *args)

    def run(self, select: str = "SELECT 1") -> Any:
        with connection.cursor() as cursor:
            # Inside somebody's transaction a refused statement must not spoil the rest.
            if connection.in_atomic_block:
                with transaction.atomic():
                    cursor.execute(self.text(select), self.args)
                    return cursor.fetchone()
            cursor.execute(self.text(select), self.args)
            return cursor.fetchone()

    def text(self, select: str) -> str:
        return "WITH " + ", ".join(self.parts) + " " + select


class Shape(NamedTuple):
    """The columns of a model that we give, and the statement that inserts them."""

    fields: list[Any]
    columns: str
    bound: list[tuple[str | None, Any]]  # those that come with the rows
    insert: str


@cache
def shape(model: type[models.Model], keyed: bool, sql: tuple[tuple[str, str], ...] = ()) -> Shape:
    """The database gives identities (unless the row has one) and the defaults that it alone knows;
    a default that Python knows too is there for rows that were written before their column."""
    fields = [
        f
        for f in model._meta.concrete_fields
        if (keyed or not f.primary_key) and (f.has_default() or not f.has_db_default())
    ]
    columns = ",".join(quoted(f.column) for f in fields)
    into = quoted(model._meta.db_table)
    given = dict(sql)
    chosen = ",".join(given.get(f.attname) or f"r.{quoted(f.column)}" for f in fields)
    return Shape(
        fields,
        f"{into} ({columns})",
        [(f.column, f) for f in fields if f.attname not in given],
        f"INSERT INTO {into} ({columns}) SELECT {chosen}"
        f" FROM json_populate_recordset(NULL::{into}, %s) r",
    )


def spelled(value: Any) -> str:
    """What JSON has no word for, as PostgreSQL reads it."""
    return value.isoformat() if isinstance(value, date | time) else "\\x" + bytes(value).hex()


def value(field: Any, row: models.Model) -> Any:
    return field.get_db_prep_save(field.pre_save(row, True), connection)


def quoted(name: str | None) -> str:
    return connection.ops.quote_name(name or "")


def table(row: models.Model) -> str:
    return quoted(row._meta.db_table)


class Ids:
    """Ids of new rows, drawn from the table's sequence by blocks, so that every row of a case, and
    the hash over it, is known before the one statement. Each process has blocks of its own."""

    def __init__(self, table: str) -> None:
        self.table = table
        self.lock, self.pid, self.last = threading.Lock(), 0, 0
        self.left: Iterator[int] = iter(())

    def next(self) -> int:
        with self.lock:
            if self.pid != os.getpid():
                self.left, self.pid, self.last = iter(()), os.getpid(), 0
            found = self.draw()
            while found <= self.last:  # the sequence went back: what was given is not given again
                found = self.draw()
            self.last = found
            return found

    def draw(self) -> int:
        found = next(self.left, None)
        if found is None:
            self.left = itertools.chain(*self.blocks(1))
            found = next(self.left)
        return found

    def many(self, n: int) -> Iterator[int]:
        """n ids for a bulk load, in rising order."""
        return itertools.islice(itertools.chain(*self.blocks(-(-n // BLOCK))), n)

    def blocks(self, n: int) -> list[range]:
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
                [self.table, n],
            )
            return [range(last, last + BLOCK) for (last,) in sorted(cursor.fetchall())]


case_ids, entry_ids = Ids("casework_case"), Ids("casework_entry")
