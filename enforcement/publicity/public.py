"""The pages that everybody reads without logging in: no session, no form, nobody's data."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from enforcement.standards import catalogue, powers
from enforcement.standards.lines import nearest_whole
from lawgov.casework.paging import page
from lawgov.casework.refusals import BadFacts
from lawgov.casework.web.listing import faults
from lawgov.kept import Kept
from lawgov.people.models import Post
from lawgov.units import scope
from lawgov.units.models import names

from .choices import STAGES, TYPE
from .filters import PublicFilter, UnitFilter
from .models import Publication
from .procedure import PUBLISHERS

SECONDS = 60  # a withdrawal is seen by everybody within these
View = Callable[..., HttpResponse]


def publishing() -> list[tuple[str, str]]:
    """Streets that publish, by code."""
    posts = Post.objects.on().filter(role__in=PUBLISHERS).values_list("unit", flat=True)
    codes = sorted({code for code in posts.distinct() if len(code) == scope.STREET_DIGITS})
    called = names(codes)
    return [(code, called[code]) for code in codes if code in called]


units = Kept(publishing, SECONDS)


def public(view: View) -> View:
    """Only to read, and a proxy may keep it for a minute."""
    kept = cache_control(public=True, max_age=SECONDS)
    return require_safe(kept(wraps(view)(view)))


def page_of(request: HttpRequest, template: str, status: int = 200, **context: Any) -> HttpResponse:
    """Without what the frame of staff reads of a session: then a proxy may keep the page."""
    stages = [
        (stage, [(code, TYPE.get(code, code)) for code in codes])
        for stage, codes in STAGES.items()
    ]  # fmt: skip
    frame = {"stages": stages, "units": units(), "asked": request.GET}
    return HttpResponse(render_to_string(template, frame | context), status=status)


@public
def index(request: HttpRequest) -> HttpResponse:
    """What stands in public, newest first."""
    rows = Publication.objects.shown().select_related("case").order_by("-public_on", "-pk")
    context: dict[str, Any] = {"faults": []}
    try:
        asked = PublicFilter.of(request.GET, rows, request, also=("after",))
        found = page(asked.qs, request.GET.get("after", ""), "public_on")
        called = names({row.case.unit for row in found.rows})
        context |= {"rows": [(row, called.get(row.case.unit, "")) for row in found.rows]}
        context["next"] = found.next
    except BadFacts as bad:
        form = PublicFilter(request.GET, Publication.objects.none(), request=request).form
        context["faults"] = faults(form, bad.errors)
    status = 400 if context["faults"] else 200
    return page_of(request, "publicity/public_list.html", status, **context)


@public
def item(request: HttpRequest, pk: int) -> HttpResponse:
    row = Publication.objects.shown().select_related("case").filter(pk=pk).first()
    if not row:
        raise Http404
    unit = names([row.case.unit]).get(row.case.unit, "")
    return page_of(request, "publicity/public_item.html", row=row, unit=unit)


def unit_of(request: HttpRequest) -> str:
    """The unit that is asked for; without one, what holds everywhere."""
    asked = UnitFilter.of(request.GET, Publication.objects.none(), request)
    return str(asked.form.cleaned_data.get("unit") or scope.NATION)


def in_force(request: HttpRequest, template: str, held: Callable[[str], list[Any]]) -> HttpResponse:
    """A list as it holds today in the unit that is asked for."""
    try:
        unit = unit_of(request)
    except BadFacts as bad:
        form = UnitFilter(request.GET, Publication.objects.none(), request=request).form
        return page_of(request, template, 400, faults=faults(form, bad.errors))
    called = names([unit]).get(unit, "")
    return page_of(request, template, rows=held(unit), called=called)


@public
def power_list(request: HttpRequest) -> HttpResponse:
    return in_force(request, "publicity/public_powers.html", powers.held)


@public
def review_catalogue(request: HttpRequest) -> HttpResponse:
    def held(unit: str) -> list[Any]:
        return nearest_whole(catalogue.CatalogueItem, unit, None)

    return in_force(request, "publicity/public_catalogue.html", held)
