"""The pages of handovers: what was offered to me, what I offered, the work of who leaves."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_GET, require_http_methods

from lawgov.casework import facts
from lawgov.casework.paging import page, size_of
from lawgov.casework.refusals import BadFacts
from lawgov.casework.web import asking
from lawgov.casework.web.forms import FactsForm
from lawgov.casework.web.listing import faults
from lawgov.casework.web.rows import case_rows
from lawgov.people.models import BUSINESS, User
from lawgov.people.shown import listed
from lawgov.people.signed_in import PageRequest

from . import leavers, referrals
from .listing import HandoverFilter, by_me, rows, to_me
from .models import Handover

TABS = {"in": "移交给我的", "out": "我移交的"}
ALSO = ("tab", "after", "size")
PEOPLE, LONGEST = 50, 50


def workers_only(request: PageRequest) -> None:
    if not request.user.roles & BUSINESS:
        raise PermissionDenied("本页由业务岗位使用")


@require_GET
@login_required
def index(request: PageRequest) -> HttpResponse:
    workers_only(request)
    tab = request.GET.get("tab", "in")
    if tab not in TABS:
        raise Http404
    bar = HandoverFilter(request.GET, Handover.objects.none(), request=request).form
    fields = [bar[name] for name in (("kind",) if tab == "in" else ("kind", "answer"))]
    context = {"tabs": TABS, "tab": tab, "fields": fields, "leads": leads(request.user)}
    try:
        context |= asked_for(request, tab)
    except BadFacts as bad:
        context["faults"] = faults(bar, bad.errors)
    status = 400 if "faults" in context else 200
    return render(request, "handovers/list.html", context, status=status)


def asked_for(request: PageRequest, tab: str) -> dict[str, Any]:
    mine = to_me(request.user) if tab == "in" else by_me(request.user)
    asked = HandoverFilter.of(request.GET, mine, request, also=ALSO)
    mark, size = request.GET.get("after", ""), size_of(request.GET.get("size", ""))
    rising = tab == "in"
    some = page(asked.qs, mark, "due_on" if rising else "on", size, rising=rising)
    return {"rows": rows(some.rows, request.user), "next": some.next}


@require_GET
@login_required
def agencies(request: PageRequest) -> HttpResponse:
    """机构移送联动: each between the reader's cases and an agency, and how many by agency."""
    workers_only(request)
    seen = referrals.seen_by(request.user)
    bar = referrals.ReferralFilter(request.GET or None, seen, request=request).form
    context: dict[str, Any] = {"form": bar}
    try:
        asked = referrals.ReferralFilter.of(request.GET, seen, request, also=("after", "size"))
        size = size_of(request.GET.get("size", ""))
        some = page(asked.qs, request.GET.get("after", ""), "on", size)
        counted = referrals.counts(asked.qs)
        context |= {"rows": referrals.rows(some.rows), "next": some.next, "counts": counted}
    except BadFacts as bad:
        context["faults"] = faults(bar, bad.errors)
    status = 400 if "faults" in context else 200
    return render(request, "handovers/referrals.html", context, status=status)


def leads(user: User) -> bool:
    return bool(user.roles & leavers.leading())


@require_GET
@login_required
def people(request: PageRequest) -> HttpResponse:
    """离岗移交: whose open work may be handed over."""
    if not leads(request.user):
        raise PermissionDenied("离岗移交由司法所、执法负责人或领导办理；本人可移交自己承办的事项")
    name = request.GET.get("q", "").strip()[:LONGEST]
    found = leavers.with_work(request.user).filter(name__icontains=name).order_by("name", "pk")
    some = list(found.prefetch_related("posts")[: PEOPLE + 1])
    context = {"people": listed(some[:PEOPLE]), "more": len(some) > PEOPLE, "q": name}
    return render(request, "handovers/people.html", context)


def visible(request: PageRequest, pk: int) -> User:
    """Oneself, or somebody of the range that one leads."""
    workers_only(request)
    if pk == request.user.pk:
        return request.user
    if not leads(request.user):
        raise PermissionDenied("离岗移交由司法所、执法负责人、领导或本人办理")
    return get_object_or_404(leavers.led_by(request.user), pk=pk)


@require_http_methods(["GET", "POST"])
@login_required
def person(request: PageRequest, pk: int) -> HttpResponse:
    someone = visible(request, pk)
    if request.method == "POST":
        return handed_over(request, someone)
    return person_page(request, someone)


def person_page(
    request: PageRequest, someone: User, refusal: BadFacts | None = None
) -> HttpResponse:
    work = leavers.work_of(someone, request.user)
    data = (request.POST,) if refusal else ()
    form = FactsForm(leavers.asks(someone), *data, case=work)
    chosen = request.POST.getlist("case") if refusal else None
    shown = [
        (row, mark, chosen is None or mark in chosen)
        for row in case_rows(work[: leavers.MOST], ())
        for mark in [f"{row.case.pk}.{row.case.version}"]
    ]
    context = {
        "person": someone, "own": someone == request.user, "form": form, "rows": shown,
        "more": len(work) > leavers.MOST, "most": leavers.MOST, "leads": leads(request.user),
    }  # fmt: skip
    return asking.answer(request, "handovers/person.html", context, refusal)


def handed_over(request: PageRequest, someone: User) -> HttpResponse:
    """The step on each chosen case, each with a key of its own: sent twice, it is done once."""
    asks = leavers.asks(someone)
    given, key = FactsForm(asks, request.POST).given, asking.key(request)
    try:
        facts.read(asks, given)
        wanted = chosen_cases(request)
    except BadFacts as bad:
        return person_page(request, someone, bad)
    outcome = leavers.hand_over(wanted, by=request.user, key=key, given=given)
    context = {"person": someone, "done": outcome.done, "refused": outcome.refused}
    return render(request, "handovers/outcome.html", context)


def chosen_cases(request: PageRequest) -> dict[int, int]:
    """The ticked cases, each with the version that was seen."""
    marks = request.POST.getlist("case")[: leavers.MOST]
    if not marks:
        raise BadFacts({"case": ["请选择要移交的案件"]})
    return dict(parted(mark) for mark in marks)


def parted(mark: str) -> tuple[int, int]:
    pk, _, version = mark.partition(".")
    if not all(part.isascii() and part.isdigit() and len(part) < 19 for part in (pk, version)):
        raise BadRequest("案件标识有误，请返回刷新后再办")
    return int(pk), int(version)
