"""A page of a list as it is shown: units by name, clocks as lights."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from lawgov.people.signed_in import PageRequest
from lawgov.privacy.masks import mask_text
from lawgov.units.models import full_names

from ..models import Case
from .forms import unit_choices
from .lights import Light, light
from .pages import CasePages, RegisterPages

PAGED = ("after", "size")
NOTHING = Case.objects.none()


class Row(NamedTuple):
    case: Case
    title: str
    unit: str
    desk: str
    light: Light
    cells: list[tuple[str, str]]


def rows(cases: Iterable[Case], pages: CasePages) -> list[Row]:
    cases = list(cases)
    called = full_names({code for case in cases for code in (case.unit, case.desk)})
    return [
        Row(
            case,
            mask_text(case.title),
            called.get(case.unit, case.unit),
            called.get(case.desk, case.desk),
            light(case.due_on, bool(case.closed_on)),
            [(column.label, column.value(case)) for column in pages.columns],
        )
        for case in cases
    ]


class Bar:
    """The filter bar: the filter's own form, the units offered by name."""

    def __init__(self, pages: CasePages | RegisterPages, request: PageRequest) -> None:
        self.form = pages.filters(request.GET or None, NOTHING, request=request).form
        choices = unit_choices(request.user.spans(pages.readers))
        for name in ("unit", "desk"):
            if field := self.form.fields.get(name):
                field.widget = forms.Select(choices=with_chosen(choices, request.GET.get(name)))
        self.first = [self.form[name] for name in pages.filters.first]
        self.more = [field for field in self.form if field.name not in pages.filters.first]

    @property
    def is_more_open(self) -> bool:
        return any(field.value() for field in self.more)

    def faults(self, errors: dict[str, list[str]]) -> list[tuple[str, str]]:
        """Each fault with the label of what was asked, or with its bare name."""
        fields = self.form.fields
        return [
            (str(fields[name].label) if name in fields else name, "；".join(why))
            for name, why in errors.items()
        ]


def with_chosen(choices: list[tuple[str, str]], code: str | None) -> list[tuple[str, str]]:
    """A unit that came by a link stays chosen, even if it is not among those offered."""
    extra = [(code, code)] if code and code not in dict(choices) else []
    return [("", "全部"), *extra, *choices]


def readers_only(request: PageRequest, pages: Any, what: str) -> None:
    if not pages.read_by(request.user):
        raise PermissionDenied(f"您的岗位不办理、不查阅{what}")


def listed(
    request: PageRequest, pages: Any, context: dict[str, Any], whole: str, part: str
) -> HttpResponse:
    """The list as a page, or only its rows where htmx asks for them."""
    bad = context.get("errors")
    partial = request.htmx and not request.htmx.history_restore_request
    if partial and bad:
        return HttpResponse(status=400, headers={"HX-Redirect": request.get_full_path()})
    context["partial"] = partial
    if not partial:
        bar = Bar(pages, request)
        context |= {"bar": bar, "faults": bar.faults(bad or {})}
    response = render(request, part if partial else whole, context, status=400 if bad else 200)
    patch_vary_headers(response, ["HX-Request"])
    return response
