"""What a test has committed is removed row by row: to truncate every table takes longer than most
tests do. Tables that held rows at the start get back what a test has changed in them."""

from collections.abc import Iterable

from django.db import connection
from django.test import TransactionTestCase

from tests.cast import REMEMBERED

KEPT = "kept_for_tests"  # a schema with the rows that migrations leave
begun: dict[str, str] = {}  # table -> hash of its rows at the start


def tables() -> list[str]:
    return sorted(set(connection.introspection.table_names()) - {"django_migrations"})


def quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def ask(sql: str) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return cursor.fetchall() if cursor.description else []


def filled(names: Iterable[str]) -> list[str]:
    """Those that hold a row."""
    each = (f"SELECT '{name}' WHERE EXISTS (SELECT FROM {quoted(name)})" for name in names)
    return [name for (name,) in ask(" UNION ALL ".join(each))]


def content(name: str) -> str:
    rows = "md5(string_agg(t::text, '' ORDER BY t::text))"
    return ask(f"SELECT {rows} FROM {quoted(name)} t")[0][0]


def columns(name: str) -> str:
    """All but those that the database works out."""
    rows = ask(
        "SELECT attname FROM pg_attribute WHERE attgenerated = '' AND attnum > 0"
        f" AND NOT attisdropped AND attrelid = '{quoted(name)}'::regclass ORDER BY attnum"
    )
    return ",".join(quoted(column) for (column,) in rows)


def begin() -> None:
    """Before the first test: keep a copy of what stands there."""
    ask(f"DROP SCHEMA IF EXISTS {KEPT} CASCADE")
    ask(f"CREATE SCHEMA {KEPT}")
    for name in filled(tables()):
        ask(f"CREATE TABLE {KEPT}.{quoted(name)} AS SELECT {columns(name)} FROM {quoted(name)}")
        begun[name] = content(name)


def guarded() -> set[str]:
    """Tables whose rows a trigger guards even from a replay."""
    rows = ask("SELECT relname FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid"
               " WHERE tgenabled = 'A'")  # fmt: skip
    return {name for (name,) in rows}


def empty(case: TransactionTestCase) -> None:
    changed = [name for name, was in begun.items() if content(name) != was]
    rows = filled(name for name in tables() if name not in begun)
    shut = guarded()
    undone = [
        f"TRUNCATE {quoted(name)} CASCADE;" if name in shut else f"DELETE FROM {quoted(name)};"
        for name in (*rows, *changed)
    ]
    undone += [
        f"INSERT INTO {quoted(name)} ({columns(name)}) SELECT * FROM {KEPT}.{quoted(name)};"
        for name in changed
    ]
    # Neither foreign keys nor the triggers that guard what is only ever added to.
    ask("SET session_replication_role = replica")
    ask("".join(undone) or "SELECT 1")
    ask("SET session_replication_role = DEFAULT")
    for each in REMEMBERED:
        each.forget()


TransactionTestCase._fixture_teardown = empty
