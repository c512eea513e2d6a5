"""The agreements of a dispute as they stand: which is in force, what is still owed under it."""

from datetime import date
from typing import Any

from ..choices import AgreementKind


def in_force(case: Any) -> Any:
    """The agreement that binds now: the last, unless it fell away."""
    last = next(reversed(case.part("agreements")), None)
    return last if last and not last.annulled_on else None


def next_ordinal(case: Any) -> int:
    return len(case.part("agreements")) + 1


def written(case: Any) -> Any:
    agreement = in_force(case)
    return agreement if agreement and agreement.form == AgreementKind.WRITTEN else None


def instalments(case: Any) -> list[Any]:
    agreement = in_force(case)
    rows = case.part("instalments")
    return [row for row in rows if agreement and row.agreement_ordinal == agreement.ordinal]


def owed(case: Any) -> list[Any]:
    """The instalments that are not performed yet, the next one first."""
    return [row for row in instalments(case) if row.performed_on is None]


def is_performed(case: Any) -> bool:
    """Whether the whole of the agreement in force was performed, not only an instalment."""
    agreement = in_force(case)
    return any(
        agreement and row.agreement_ordinal == agreement.ordinal and row.instalment_id is None
        for row in case.part("performances")
    )


def confirmation(case: Any) -> Any:
    """The application for the agreement in force, unless it was dismissed."""
    agreement = in_force(case)
    return next(
        (
            row
            for row in case.part("confirmations")
            if agreement
            and row.agreement_ordinal == agreement.ordinal
            and row.ruling != "dismissed"
        ),
        None,
    )


def last_day(agreement: Any, parts: list[Any]) -> date:
    """The day by which everything is owed: of the last instalment, else as agreed."""
    days = [row.due_on for row in parts] + ([agreement.perform_by] if agreement.perform_by else [])
    return max(days) if days else agreement.effective_on
