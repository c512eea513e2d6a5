"""工作台: what waits for me, what is late, what came back; for all my posts or for one of them."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.db.models import F
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from lawgov.people.context import BAR, page, start_page
from lawgov.people.models import BUSINESS, User
from lawgov.people.shown import seated
from lawgov.people.signed_in import PageRequest

from .. import inbox
from .pages import CASES, ENTRIES, CasePages, Pages
from .rows import CaseRow

URGENT = 10


@require_GET
@login_required
def home(request: PageRequest) -> HttpResponse:
    if not request.user.roles & BUSINESS:
        return redirect(start_page(request.user))
    post = request.GET.get("post", "")
    posts = seated(request.user) if len(request.user.seats) > 1 or post else []
    if post and post not in dict(posts):
        raise Http404
    user = request.user.on_post(int(post)) if post else request.user
    # The apps' own cases, which are installed last, come before the tasks and meetings around them.
    desks = [desk(user, pages) for pages in reversed(CASES.values()) if pages.read_by(user)]
    context = {
        "full": [each for each in desks if not each["is_empty"]],
        "empty": [each for each in desks if each["is_empty"]],
        **begun(user),
        "posts": posts,
        "post": post,
        "handovers": page("handovers"),
    }
    return render(request, "casework/home.html", context)


def begun(user: User) -> dict[str, list[Pages]]:
    """What the user may start: what the phone's bar has at hand, and the rest folded."""
    cases = [pages for pages in reversed(CASES.values()) if pages.started_by(user)]
    found: list[Pages] = [*cases, *(pages for pages in ENTRIES.values() if pages.opened_by(user))]
    at_hand = {entry.name for entry in BAR if entry.roles & user.roles}
    daily = [pages for pages in found if f"{pages.one}-new" in at_hand]
    return {"daily": daily or found, "seldom": [p for p in found if daily and p not in daily]}


def desk(user: User, pages: CasePages) -> dict[str, Any]:
    """One kind on the workbench: its trays with their counts, and what is most urgent."""
    works = bool(user.roles & pages.about.workers)
    held = inbox.counts(user, pages.about)
    trays = [
        (name, tray, held[name]) for name, tray in inbox.TRAYS.items() if works or tray.for_readers
    ]
    first = "todo" if works else "late"
    return {
        "pages": pages,
        "trays": trays,
        "cap": inbox.CAP,
        "is_empty": not any(count for _, _, count in trays),
        "tray": inbox.TRAYS[first],
        "rows": urgent(user, pages, first) if held[first] else [],
    }


def urgent(user: User, pages: CasePages, tray: str) -> list[CaseRow]:
    held = pages.newest(user).filter(inbox.TRAYS[tray].holds(user, pages.about))
    return pages.rows(held.order_by(F("due_on").asc(nulls_last=True), "-id")[:URGENT])
