"""Files that come with a step of mediation: kept with the case, named by hash in the step's row."""

from collections.abc import Mapping
from typing import Any

from lawgov.casework.upload import keep_all


def filed(case: Any, facts: Mapping[str, Any], label: str) -> dict[str, Any]:
    """The attachments, each called what it is, and their hashes for the row they belong to."""
    if "file" not in facts:
        return {}
    kept = keep_all(case, {**facts, "label": label[:50]})
    return {**kept, "files": [each.sha256 for each in facts["file"]]}
