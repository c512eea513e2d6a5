"""The endpoints that there are, and the matrix that says who may use them."""

from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, NamedTuple

from django.urls import URLPattern, get_resolver

MATRIX = Path(__file__).with_name("matrix.txt")
VERBS = ("get", "post", "put", "patch", "delete")
EITHER = ("get", "post")  # a function may answer any verb: what it does with these two is asked
PLACES = ("own", "child", "sibling")
EACH_SORT = ("grid", "syst", "anon")
CODES = {
    "K": 200, "C": 201, "D": 204, "R": 302, "L": 302,
    "B": 400, "A": 401, "F": 403, "N": 404, "M": 405, "X": 409,
}  # fmt: skip


def surface(resolver: Any = None, space: str = "") -> Iterator[tuple[str, str]]:
    """Every verb and endpoint of the URLconf, by name; one without a name has its route."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLPattern):
            name = space + (pattern.name or str(pattern.pattern))
            yield from ((verb.upper(), name) for verb in verbs(pattern.callback))
        else:
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from surface(pattern, inner)


def verbs(view: Any) -> tuple[str, ...]:
    kind = getattr(view, "cls", None) or getattr(view, "view_class", None)
    return tuple(verb for verb in VERBS if hasattr(kind, verb)) if kind else EITHER


class Row(NamedTuple):
    """A line of the matrix. With * for the verb or in the name it speaks for several endpoints."""

    verb: str
    name: str
    given: str
    cells: dict[str, str]  # role -> a letter for each place

    def covers(self, endpoint: tuple[str, str]) -> bool:
        verb, name = endpoint
        return self.verb in ("*", verb) and (name == self.name or fnmatch(name, self.name))

    def questions(self, of_a_place: bool) -> Iterator[tuple[str, str, str]]:
        """Role, place and letter. Who is refused alike everywhere is asked at the own place only:
        what one may not do there, one may do nowhere. Where everybody gets the same answer, one of
        each sort asks: who works on cases, who administers, who is nobody."""
        same = len(set(self.cells.values())) == 1
        for role, letters in self.cells.items():
            if same and role not in EACH_SORT:
                continue
            alike = len(set(letters)) == 1 and CODES[letters[0]] >= 400
            places = PLACES if of_a_place and not alike else PLACES[:1]
            yield from ((role, *each) for each in zip(places, letters, strict=False))


def matrix() -> list[Row]:
    lines = [line.split() for line in MATRIX.read_text().splitlines()]
    header, *rows = [line for line in lines if line and line[0] != "#"]
    roles = header[3:]
    return [
        Row(verb, name, given, dict(zip(roles, map(whole, cells), strict=True)))
        for verb, name, given, *cells in rows
    ]


def whole(cell: str) -> str:
    return cell * len(PLACES) if len(cell) == 1 else cell
