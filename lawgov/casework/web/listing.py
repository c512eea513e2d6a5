"""The list of every kind of case and register: a filter bar, a page of rows, or only the rows."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_GET

from lawgov.people.shown import seated
from lawgov.people.signed_in import PageRequest

from ..models import Case
from ..paging import page, size_of
from ..refusals import BadFacts
from .forms import unit_choices
from .pages import Pages

PAGED = ("after", "size")
NOTHING = Case.objects.none()


class Bar:
    """The filter bar: the filter's own form, the units offered by name."""

    def __init__(self, pages: Pages, request: PageRequest) -> None:
        self.form = pages.filters(request.GET or None, NOTHING, request=request).form
        choices = unit_choices(request.user.spans(pages.readers))
        for name in ("unit", "desk"):
            if field := self.form.fields.get(name):
                field.widget = forms.Select(choices=with_chosen(choices, request.GET.get(name)))
        if (post := self.form.fields.get("post")) and len(request.user.seats) > 1:
            post.widget = forms.Select(choices=[("", "全部"), *seated(request.user)])
        self.first = [self.form[name] for name in pages.filters.first]
        self.more = [field for field in self.form if field.name not in pages.filters.first]

    @property
    def is_more_open(self) -> bool:
        return any(field.value() for field in self.more)


def faults(form: forms.Form, errors: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    """Each fault with the label of what was asked, or with its bare name."""
    return [
        (str(form.fields[name].label) if name in form.fields else name, "；".join(why))
        for name, why in errors.items()
    ]


def with_chosen(choices: list[tuple[str, str]], code: str | None) -> list[tuple[str, str]]:
    """A unit that came by a link stays chosen, even if it is not among those offered."""
    extra = [(code, code)] if code and code not in dict(choices) else []
    return [("", "全部"), *extra, *choices]


def readers_only(request: PageRequest, pages: Pages) -> None:
    if not pages.read_by(request.user):
        raise PermissionDenied(f"您的岗位不办理、不查阅{pages.name}")


def asked(request: PageRequest, pages: Pages, also: tuple[str, ...] = ()) -> Any:
    """The filter over what the user may see, or BadFacts; `also` belongs to the page."""
    return pages.filters.of(request.GET, pages.newest(request.user), request, also=also)


@require_GET
@login_required
def index(request: PageRequest, pages: Pages) -> HttpResponse:
    readers_only(request, pages)
    context: dict[str, Any] = {"pages": pages, "may_open": pages.started_by(request.user)}
    try:
        size = size_of(request.GET.get("size", ""))
        rows = asked(request, pages, PAGED).qs
        found = page(rows, request.GET.get("after", ""), pages.day, size)
        context |= {"rows": pages.rows(found.rows), "next": found.next}
    except BadFacts as bad:
        context["errors"] = bad.errors
    return listed(request, pages, context)


def listed(request: PageRequest, pages: Pages, context: dict[str, Any]) -> HttpResponse:
    """The list as a page, or only its rows where htmx asks for them."""
    bad = context.get("errors")
    partial = request.htmx and not request.htmx.history_restore_request
    if partial and bad:
        return HttpResponse(status=400, headers={"HX-Redirect": request.get_full_path()})
    context["partial"] = partial
    if not partial:
        bar = Bar(pages, request)
        context |= {"bar": bar, "faults": faults(bar.form, bad or {})}
    template = pages.table if partial else "casework/list.html"
    response = render(request, template, context, status=400 if bad else 200)
    patch_vary_headers(response, ["HX-Request"])
    return response
