"""What the pages of figures ask for."""

from typing import Any

from django import forms
from django.utils.timezone import localdate

from lawgov.people.models import BUSINESS
from lawgov.units import scope
from lawgov.units.models import Unit, names

from .periods import FIRST_YEAR, WORDS


class LookForm(forms.Form):
    """The bar above every figure; what it asks is judged in asking.py, for machines too."""

    unit = forms.ChoiceField(label="单位")
    year = forms.IntegerField(label="年份", min_value=FIRST_YEAR)
    period = forms.ChoiceField(label="统计期", choices=list(WORDS.items()), required=False)
    as_of = forms.DateField(
        label="截止日（空为今天）",
        required=False,
        widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"),
    )

    def __init__(self, user: Any, asked: dict[str, Any]) -> None:
        super().__init__(initial=asked)
        self.fields["unit"].widget.choices = near(user, str(asked.get("unit", "")))  # type: ignore[attr-defined]
        self.fields["year"].widget.attrs["max"] = localdate().year


def near(user: Any, code: str) -> list[tuple[str, str]]:
    """The user's own units, the way down to the chosen one, and what lies below it."""
    codes = set(own(user))
    if len(code) in scope.LEVELS and user.reads_figures(code):
        codes |= {c for c in (*scope.ancestors(code), code) if user.reads_figures(c)}
        codes |= set(Unit.objects.current().children(code).values_list("code", flat=True))
    called = names(codes)
    top = min(map(depth, codes), default=0)
    return [
        (c, f"{'　' * (depth(c) - top)}{called.get(c, c)}") for c in sorted(codes, key=scope.span)
    ]


def own(user: Any) -> list[str]:
    return [seat.unit for seat in user.seats if seat.role in BUSINESS]


def depth(code: str) -> int:
    return len(scope.ancestors(code))


def at_first(user: Any) -> dict[str, str]:
    """What is shown before anything is asked: one's own unit, this year."""
    return {"unit": next(iter(own(user)), ""), "year": str(localdate().year)}
