"""A penalty case that is filed takes along what it came from; nobody has to note it twice."""

from typing import Any

from lawgov.casework.models import Case, Link, Relation

# The penalty room lies to the right: it is known here by the names of its kind and its steps.
PENALTY = "penalty"
FILING = ("approve_filing", "decide_on_spot")


def mark_filed(payload: dict[str, Any]) -> None:
    """Called with every step of a penalty case; it may come twice."""
    if payload["step"] not in FILING:
        return
    links = Link.objects.filter(case=payload["case"], relation=Relation.SOURCE)
    for link in links.exclude(other=None).select_related("other"):
        file(link.other, payload["case"])


def file(source: Case | None, penalty: int) -> None:
    step = source and source.procedure.steps.get("filed")
    if source and step and step.open_to(source.state):
        source.take("filed", by=None, penalty=penalty)


def filed_from(sources: list[int]) -> dict[int, int]:
    """How many penalty cases were filed of each of these cases."""
    found: dict[int, set[int]] = {}
    filed = Link.objects.filter(
        other__in=sources, relation=Relation.SOURCE, case__kind=PENALTY,
        case__events__step__in=FILING,
    )  # fmt: skip
    for source, case in filed.values_list("other", "case"):
        found.setdefault(source, set()).add(case)
    return {source: len(cases) for source, cases in found.items()}
