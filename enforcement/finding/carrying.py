"""What was photographed before a case existed moves along to the case that comes of it."""

from typing import Any

from lawgov.casework import upload
from lawgov.casework.models import Case, Relation


def carried(source: Case) -> list[dict[str, Any]]:
    return upload.carried(source.part("attachments"), f"来自 {source.number}")


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
