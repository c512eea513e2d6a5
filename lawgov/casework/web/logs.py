"""The pages of every register: list, entry, logging, voiding. A register fills them."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_http_methods

from lawgov.people.signed_in import PageRequest
from lawgov.privacy.masks import mask_text
from lawgov.units.models import full_names

from ..facts import Text
from ..models import Case, Entry
from ..paging import page, size_of
from ..refusals import BadFacts, Refusal
from . import asking
from .export import MOST, workbook
from .forms import FactsForm, add_unit, begin
from .listing import PAGED, listed, readers_only
from .pages import Column, RegisterPages, address

REASON = {"reason": Text("作废原因")}


def newest(request: PageRequest, pages: RegisterPages) -> Any:
    seen = Entry.objects.visible_to(request.user, pages.kind)
    return seen.select_related("by").order_by("-on", "-id")


class Line(NamedTuple):
    """An entry as it is shown: its unit by name, its facts in words, numbers masked."""

    entry: Entry
    place: str
    cells: list[tuple[str, str]]


def placed(found: Iterable[Entry]) -> list[Line]:
    found = list(found)
    called = full_names({entry.unit for entry in found})
    return [
        Line(
            entry,
            called.get(entry.unit, entry.unit),
            [(label, mask_text(words)) for label, words in entry.stated()],
        )
        for entry in found
    ]


@require_GET
@login_required
def entries(request: PageRequest, pages: RegisterPages) -> HttpResponse:
    readers_only(request, pages, pages.label)
    context: dict[str, Any] = {"pages": pages, "may_open": pages.opened_by(request.user)}
    context["labels"] = [fact.label for fact in pages.register.facts.values()]
    try:
        asked = pages.filters.of(request.GET, newest(request, pages), request, also=PAGED)
        size = size_of(request.GET.get("size", ""))
        found = page(asked.qs, request.GET.get("after", ""), "on", size)
        context |= {"rows": placed(found.rows), "next": found.next}
    except BadFacts as bad:
        context["errors"] = bad.errors
    whole, part = "casework/entries.html", "casework/_entry_rows.html"
    return listed(request, pages, context, whole, part)


@require_GET
@login_required
def export(request: PageRequest, pages: RegisterPages) -> HttpResponse:
    readers_only(request, pages, pages.label)
    try:
        asked = pages.filters.of(request.GET, newest(request, pages), request)
    except BadFacts as bad:
        return render(request, "casework/unfit.html", {"errors": bad.errors}, status=400)
    found = placed(asked.qs[: MOST + 1])
    labels = [fact.label for fact in pages.register.facts.values()]
    columns = [
        Column("单位", lambda line: line.place),
        *(Column(each, stated(place)) for place, each in enumerate(labels)),
        Column("登记人", lambda line: line.entry.by.name if line.entry.by else ""),
        Column("有效性", lambda line: "已作废" if line.entry.void else "有效"),
    ]
    return workbook(f"{pages.label}列表", request.user, asked.words(), columns, found)


def stated(place: int) -> Any:
    return lambda line: line.cells[place][1]


def find(request: PageRequest, pages: RegisterPages, pk: int) -> Entry:
    entry: Entry | None = (
        newest(request, pages).select_related("by", "voided_by").filter(pk=pk).first()
    )
    if not entry:
        raise Http404
    return entry


@require_GET
@login_required
def entry(request: PageRequest, pk: int, pages: RegisterPages) -> HttpResponse:
    found = find(request, pages, pk)
    came = Case.objects.visible_to(request.user).filter(links__entry=found)
    context = {
        "pages": pages,
        "line": placed([found])[0],
        "cases": [(case, address(case)) for case in came],
        "may_void": not found.void and may_void(request, pages, found),
        "leads": leads(pages, found) if pages.opened_by(request.user) and not came else "",
    }
    return render(request, "casework/entry.html", context)


def may_void(request: PageRequest, pages: RegisterPages, found: Entry) -> bool:
    return request.user.seat_for(pages.register.writers, found.unit) is not None


def leads(pages: RegisterPages, found: Entry) -> str:
    return pages.leads(found) if pages.leads and not found.void else ""


@require_http_methods(["GET", "POST"])
@login_required
def open_entry(request: PageRequest, pages: RegisterPages) -> HttpResponse:
    if not pages.opened_by(request.user):
        writers = asking.called(pages.register.writers)
        raise PermissionDenied(f"{pages.label}须由{writers}登记")
    if request.method == "POST":
        return opened(request, pages)
    start = begin(pages.register.facts, request.GET.dict(), localdate())
    start |= {**pages.start, "unit": request.GET.get("unit", "")}
    form = FactsForm(pages.register.facts, initial=start)
    return opening_page(request, pages, form)


def opened(request: PageRequest, pages: RegisterPages) -> HttpResponse:
    form = FactsForm(pages.register.facts, request.POST)
    unit, key = request.POST.get("unit", ""), asking.key(request)
    try:
        made = Entry.log(pages.kind, by=request.user, unit=unit, key=key, **form.given)
    except Refusal as refusal:
        return opening_page(request, pages, form, refusal)
    messages.success(request, f"已登记{pages.label}")
    return redirect(leads(pages, made) or pages.many)


def opening_page(
    request: PageRequest, pages: RegisterPages, form: FactsForm, refusal: Refusal | None = None
) -> HttpResponse:
    add_unit(form, request.user, pages.register.writers)
    return asking.answer(request, pages.template, {"pages": pages, "form": form}, refusal)


@require_http_methods(["GET", "POST"])
@login_required
def void(request: PageRequest, pk: int, pages: RegisterPages) -> HttpResponse:
    found = find(request, pages, pk)
    if not may_void(request, pages, found):
        raise PermissionDenied("只有登记单位的人员可以作废")
    form = FactsForm(REASON, request.POST or None)
    context = {"pages": pages, "entry": found, "form": form}
    if request.method == "GET":
        return asking.answer(request, "casework/void.html", context, None)
    try:
        found.annul(by=request.user, reason=request.POST.get("reason", ""))
    except Refusal as refusal:
        return asking.answer(request, "casework/void.html", context, refusal)
    messages.success(request, "已作废，该记录保留可查，不再计数")
    return redirect(pages.one, found.pk)
