"""Work without a network: the service worker with its addresses, and the page of what waits."""

import json
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import get_resolver, reverse
from django.views.decorators.http import require_GET

from lawgov.people.signed_in import PageRequest

from .pages import CASES, ENTRIES, Pages, RegisterPages


@require_GET
def worker(request: HttpRequest) -> HttpResponse:
    """The same for everybody: it knows addresses, nobody's data. It must lie at the root, or it
    would not see the pages."""
    scripts = ", ".join(json.dumps(static(f"lawgov/{name}.js")) for name in ("queue", "worker"))
    here = json.dumps(addresses(), ensure_ascii=False)
    body = f"const HERE = {here};\nimportScripts({scripts});\n"
    return HttpResponse(
        body, "text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"}
    )


def addresses() -> dict[str, Any]:
    _ = get_resolver().url_patterns  # they name the pages
    forms = {
        reverse(f"{pages.one}-new"): {"label": pages.starts, "leads": onward(pages)}
        for pages in (*CASES.values(), *ENTRIES.values())
        if pages.offline
    }
    pending = reverse("pending")
    return {"forms": forms, "pages": [*forms, pending], "pending": pending, "shell": static("")}


def onward(pages: Pages) -> dict[str, Any] | None:
    """Where one goes on at once who has filled in the form, though nothing is sent yet."""
    if not isinstance(pages, RegisterPages) or not pages.leads_on:
        return None
    step = pages.leads_on
    return {
        "fact": step.fact, "value": step.value, "to": reverse(step.page), "fills": dict(step.fills),
    }  # fmt: skip


@require_GET
@login_required
def pending(request: PageRequest) -> HttpResponse:
    return render(request, "casework/pending.html")
