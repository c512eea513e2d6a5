"""The pages of every register: list, entry, logging, voiding. A register fills them."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_GET, require_http_methods

from lawgov.privacy.masks import mask_text
from lawgov.units.models import full_names

from . import asking
from .export import MOST, workbook
from .facts import Text
from .forms import FactsForm, add_unit, begin
from .listing import PAGED, listed, readers_only
from .models import Case, Entry
from .pages import Column, RegisterPages, address
from .paging import page, size_of
from .refusals import BadFacts, Refusal

REASON = {"reason": Text("作废原因")}


def newest(request: HttpRequest, pages: RegisterPages) -> Any:
    seen = Entry.objects.visible_to(request.user, pages.kind)
    return seen.select_related("by").order_by("-on", "-id")


def placed(found: list[Entry]) -> list[Entry]:
    """Entries with their units by name and their facts in words, numbers of people masked."""
    called = full_names({entry.unit for entry in found})
    for entry in found:
        entry.place = called.get(entry.unit, entry.unit)
        entry.cells = [(label, mask_text(words)) for label, words in entry.stated()]
    return found


@require_GET
@login_required
def entries(request: HttpRequest, pages: RegisterPages) -> HttpResponse:
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
def export(request: HttpRequest, pages: RegisterPages) -> HttpResponse:
    readers_only(request, pages, pages.label)
    try:
        asked = pages.filters.of(request.GET, newest(request, pages), request)
    except BadFacts as bad:
        return render(request, "casework/unfit.html", {"errors": bad.errors}, status=400)
    found = placed(list(asked.qs[: MOST + 1]))
    labels = [fact.label for fact in pages.register.facts.values()]
    columns = [
        Column("单位", lambda entry: entry.place),
        *(Column(each, stated(place)) for place, each in enumerate(labels)),
        Column("登记人", lambda entry: entry.by.name if entry.by else ""),
        Column("有效性", lambda entry: "已作废" if entry.void else "有效"),
    ]
    return workbook(f"{pages.label}列表", request.user, asked.words(), columns, found)


def stated(place: int) -> Any:
    return lambda entry: entry.cells[place][1]


def find(request: HttpRequest, pages: RegisterPages, pk: int) -> Entry:
    entry = newest(request, pages).select_related("by", "voided_by").filter(pk=pk).first()
    if not entry:
        raise Http404
    return placed([entry])[0]


@require_GET
@login_required
def entry(request: HttpRequest, pk: int, pages: RegisterPages) -> HttpResponse:
    found = find(request, pages, pk)
    came = Case.objects.visible_to(request.user).filter(links__entry=found)
    context = {
        "pages": pages,
        "entry": found,
        "cases": [(case, address(case)) for case in came],
        "may_void": not found.void and may_void(request, pages, found),
        "leads": leads(pages, found) if pages.opened_by(request.user) and not came else "",
    }
    return render(request, "casework/entry.html", context)


def may_void(request: HttpRequest, pages: RegisterPages, found: Entry) -> bool:
    return request.user.seat_for(pages.register.writers, found.unit) is not None


def leads(pages: RegisterPages, found: Entry) -> str:
    return pages.leads(found) if pages.leads and not found.void else ""


@require_http_methods(["GET", "POST"])
@login_required
def open_entry(request: HttpRequest, pages: RegisterPages) -> HttpResponse:
    if not pages.opened_by(request.user):
        writers = asking.called(pages.register.writers)
        raise PermissionDenied(f"{pages.label}须由{writers}登记")
    if request.method == "POST":
        return opened(request, pages)
    start = begin(pages.register.facts, request.GET.dict(), localdate())
    start |= {**pages.start, "unit": request.GET.get("unit", "")}
    form = FactsForm(pages.register.facts, initial=start)
    return opening_page(request, pages, form)


def opened(request: HttpRequest, pages: RegisterPages) -> HttpResponse:
    form = FactsForm(pages.register.facts, request.POST)
    wish = {"by": request.user, "unit": request.POST.get("unit", ""), "key": asking.key(request)}
    try:
        made = Entry.log(pages.kind, **wish, **form.given)
    except Refusal as refusal:
        return opening_page(request, pages, form, refusal)
    messages.success(request, f"已登记{pages.label}")
    return redirect(leads(pages, made) or pages.many)


def opening_page(
    request: HttpRequest, pages: RegisterPages, form: FactsForm, refusal: Refusal | None = None
) -> HttpResponse:
    add_unit(form, request.user, pages.register.writers)
    return asking.answer(request, pages.template, {"pages": pages, "form": form}, refusal)


@require_http_methods(["GET", "POST"])
@login_required
def void(request: HttpRequest, pk: int, pages: RegisterPages) -> HttpResponse:
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
