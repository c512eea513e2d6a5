"""The arrows between the rooms run one way, and the house keeps its manners."""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps

ROOT = Path(__file__).parents[1]
GROUND = {
    "lawgov.units", "lawgov.privacy", "lawgov.workdays", "lawgov.people",
    "lawgov.dictionaries", "lawgov.parameters",
}  # fmt: skip
CASES = GROUND | {"lawgov.casework"}
SHARED = {
    "lawgov.parties", "lawgov.handovers", "lawgov.organisations", "lawgov.documents",
    "lawgov.notices", "lawgov.jobs", "lawgov.search", "lawgov.bookings", "lawgov.tasks",
    "lawgov.meetings", "lawgov.counter", "lawgov.dossiers",
}  # fmt: skip
# Disputes come first; inside mediation each room may read those before it.
MEDIATION = (
    "mediation",
    *(
        f"mediation.{room}"
        for room in (
            "mediators", "platform", "screening", "legalservice", "doors", "petitions", "psych",
            "emergency", "casebook", "dossier", "returns",
        )
    ),
)  # fmt: skip
ENFORCEMENT = tuple(
    f"enforcement.{room}"
    for room in (
        "standards", "officers", "recording", "review", "publicity", "finding", "penalty",
        "casefile",
    )
)  # fmt: skip
ROOMS = (
    "lawgov.embedded", *sorted(CASES | SHARED), *MEDIATION, *ENFORCEMENT, "reporting", "demo",
)  # fmt: skip
# Which rooms each may import. Design: ground <- casework <- shared rooms <- apps; reporting knows
# no app, and an app's indicators.py is read by reporting as admin.py is by the Django admin.
MAY = {
    "lawgov.embedded": set(),
    "lawgov.units": {"lawgov.people"},
    "lawgov.privacy": {"lawgov.people", "lawgov.units"},
    "lawgov.workdays": set(),
    "lawgov.people": {"lawgov.units", "lawgov.privacy"},
    "lawgov.dictionaries": set(),
    "lawgov.parameters": {"lawgov.people", "lawgov.units"},
    "lawgov.casework": GROUND,
    "lawgov.parties": CASES,
    "lawgov.handovers": CASES | {"lawgov.organisations"},
    "lawgov.notices": CASES,
    "lawgov.organisations": CASES,
    "lawgov.bookings": CASES | {"lawgov.organisations"},
    "lawgov.documents": CASES | {"lawgov.parties"},
    "lawgov.jobs": CASES | {"lawgov.parties", "lawgov.notices"},
    "lawgov.search": CASES | {"lawgov.parties"},
    "lawgov.tasks": CASES
    | {"lawgov.handovers", "lawgov.documents", "lawgov.jobs", "lawgov.notices"},
    "lawgov.meetings": CASES | SHARED,
    "lawgov.counter": CASES | {"lawgov.notices", "lawgov.bookings"},
    "lawgov.dossiers": CASES | {"lawgov.parties", "lawgov.documents", "lawgov.jobs"},
    **{room: CASES | SHARED | set(MEDIATION[:n]) for n, room in enumerate(MEDIATION)},
    # Inside enforcement each room may read those before it; standards and officers come first.
    **{room: CASES | SHARED | set(ENFORCEMENT[:n]) for n, room in enumerate(ENFORCEMENT)},
    "reporting": CASES | {"lawgov.jobs"},
    "demo": set(ROOMS),
}


def sources():
    for room in ROOMS:
        folder = ROOT / room.replace(".", "/")
        for path in folder.rglob("*.py"):
            module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
            if "migrations" not in path.parts and room_of(module) == room:
                yield room, path


def imported(path):
    """Every module that a file imports, by its full name, wherever in the file."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            stem = ".".join((*base, *([node.module] if node.module else [])))
            yield from (f"{stem}.{alias.name}" for alias in node.names)


def room_of(module):
    """The innermost room: those of mediation lie inside it."""
    held = [room for room in ROOMS if module == room or module.startswith(room + ".")]
    return max(held, key=len, default=None)


def test_arrows_run_one_way():
    wrong = {
        f"{path.relative_to(ROOT)} -> {module}"
        for room, path in sources()
        for module in imported(path)
        if (to := room_of(module))
        and to != room
        and to not in MAY[room]
        and not (path.name == "indicators.py" and to == "reporting")
    }
    assert wrong == set()


# What every app shares, and the one room where each lives. No app builds a second one.
HOMES = {
    "Attachment": "lawgov.casework",
    "Booking": "lawgov.bookings",
    "Case": "lawgov.casework",
    "Charge": "mediation",
    "Document": "lawgov.documents",
    "Entry": "lawgov.casework",
    "Event": "lawgov.casework",
    "Handover": "lawgov.handovers",
    "Job": "lawgov.jobs",
    "Link": "lawgov.casework",
    "Meeting": "lawgov.meetings",
    "Notice": "lawgov.notices",
    "Organisation": "lawgov.organisations",
    "Referral": "lawgov.handovers",
    "Outbox": "lawgov.casework",
    "Party": "lawgov.parties",
    "Post": "lawgov.people",
    "Publication": "enforcement.publicity",
    "Recording": "enforcement.recording",
    "Slip": "lawgov.counter",
    "Task": "lawgov.tasks",
    "Term": "lawgov.dictionaries",
    "Unit": "lawgov.units",
    "Value": "lawgov.parameters",
}


OURS = [model for model in apps.get_models() if room_of(model.__module__)]


def test_each_noun_has_one_home():
    defined = {(m.__name__, room_of(m.__module__)) for m in OURS if m.__name__ in HOMES}
    assert defined == set(HOMES.items())


def test_no_two_tables_are_called_the_same():
    """Whatever the class is called: in Chinese, too, each noun is one table."""
    names = [str(model._meta.verbose_name) for model in OURS]
    assert [name for name in names if names.count(name) > 1] == []


SHARED_SHAPES = re.compile(r"FileField|ImageField|ExclusionConstraint|sha256|stored = ")


@pytest.mark.parametrize("app", [*MEDIATION, *ENFORCEMENT, "reporting"])
def test_no_app_keeps_files_or_bookings_of_its_own(app):
    models = [path for room, path in sources() if room == app and "models" in path.stem]
    assert [str(path) for path in models if SHARED_SHAPES.search(path.read_text())] == []


def test_nothing_imports_a_view_or_a_serializer_of_another_room():
    wrong = {
        f"{path.relative_to(ROOT)} -> {module}"
        for room, path in sources()
        for module in imported(path)
        if room_of(module) not in (None, room, "lawgov.casework")
        and re.search(r"\.(views|api|serializers)(\.|$)", module)
    }
    assert wrong == set()


def test_procedures_import_no_model_of_their_own_room():
    assert not any("mediation.models" in m for m in imported(ROOT / "mediation/procedure.py"))


FROM_ALL = re.compile(r"(?:Case|Entry|Event)\.objects\.(all|filter|order_by)\(")


@pytest.mark.parametrize("name", ["views", "api", "tasks", "exports", "bulk", "inbox"])
def test_nothing_shown_starts_from_all_rows(name):
    shown = [path for _, path in sources() if path.stem == name]
    assert [str(path) for path in shown if FROM_ALL.search(path.read_text())] == []


WRITES = re.compile(r"(?:Case|Event)\.objects[^\n]*\.(update|bulk_create|create|delete)\(")
KERNEL = {"writing.py", "batch.py", "store.py", "deadlines.py"}


def test_a_case_changes_only_on_the_write_path():
    """No file but the kernel's updates or saves cases and events."""
    others = [path for _, path in sources() if path.name not in KERNEL]
    assert [str(path) for path in others if WRITES.search(path.read_text())] == []


def test_no_file_outgrows_its_noun():
    long = {
        str(path.relative_to(ROOT)): lines
        for _, path in sources()
        if (lines := len(path.read_text().splitlines())) > 400
    }
    assert long == {}


def test_there_is_no_room_for_odds_and_ends():
    assert not [p for _, p in sources() if p.stem in {"utils", "helpers", "misc", "common_utils"}]


def test_templates_hold_no_script_no_style_and_nothing_unescaped():
    wrong = [
        f"{path.relative_to(ROOT)}: {found.group(0)}"
        for path in ROOT.glob("**/templates/**/*.html")
        if ".venv" not in path.parts
        and (found := re.search(r"<style|\sstyle=|\son\w+=\"|\|safe\b|<script>", path.read_text()))
    ]
    assert wrong == []
