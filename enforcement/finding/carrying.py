"""What was photographed before a case existed moves along to the case that comes of it."""

from typing import Any

from lawgov.casework.models import Case, Relation

COLUMNS = ("name", "stored", "preview", "media_type", "size", "sha256", "by", "at")


def carried(source: Case) -> list[dict[str, Any]]:
    """The valid files of a case as rows of another: the same bytes, each saying whence it came
    and who took it when."""
    label = f"来自 {source.number}"[:50]
    rows = [row for row in source.part("attachments") if not row.void]
    return [{name: getattr(row, name) for name in COLUMNS} | {"label": label} for row in rows]


def coming_from(case: Any, facts: Any) -> dict[str, Any]:
    """The link to what a new case comes from, and its files; what was hidden there stays hidden."""
    if "source" not in facts:
        return {}
    source = Case.objects.get(pk=facts["source"])
    files = carried(source) if "attachments" in source.procedure.parts else []
    link = {"relation": Relation.SOURCE, "other": source}
    hidden = facts.get("sensitivity") or source.sensitivity
    kept = {"sensitivity": hidden} if hidden else {}
    return {"links": [link], "attachments": files, **kept}
