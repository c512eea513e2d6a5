"""A public form: what everybody may send without an account, and what keeps scripts out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from lawgov.casework import facts as asked
from lawgov.casework.answers import CODES
from lawgov.casework.facts import Fact
from lawgov.casework.models import Idempotency
from lawgov.casework.refusals import AnotherBody, BadFacts, Refusal
from lawgov.casework.web.forms import FactsForm

from . import rates, tokens
from .limits import BY_ADDRESS, BY_PHONE

TRAP = "website"  # people do not see it; a script fills it in
TRAPPED = "本栏请留空后再提交"
TOO_LARGE = "提交的内容过大，请精简后再提交"
SENT = "这份表单已经提交过；内容有变的，请重新打开表单再填"
View = Callable[..., HttpResponse]
Act = Callable[[dict[str, Any], str], HttpResponse]


def at_counter(view: View) -> View:
    """A page for everybody. There is no session to protect, so the form's own token stands for
    Django's; a body that is too large is not even read."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if length_of(request) > settings.COUNTER_BODY_KB * 1024:
            return page("counter/refused.html", 413, reasons=[TOO_LARGE])
        return view(request, *args, **kwargs)

    return csrf_exempt(never_cache(require_http_methods(["GET", "HEAD", "POST"])(guarded)))


def length_of(request: HttpRequest) -> int:
    told = str(request.META.get("CONTENT_LENGTH", ""))
    return int(told) if told.isascii() and told.isdigit() else 0


def address_of(request: HttpRequest) -> str:
    """Where a request comes from. Of the forwarded ones only what our own proxies wrote counts."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    hops = settings.COUNTER_PROXIES
    if hops and len(forwarded) >= hops:
        return forwarded[-hops].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def page(template: str, status: int = 200, **context: Any) -> HttpResponse:
    """Without the frame of staff: nothing of a session is read."""
    answer = HttpResponse(render_to_string(template, context), status=status)
    answer["X-Robots-Tag"] = "noindex"
    return answer


@dataclass(frozen=True)
class Window:
    """One public form. `phone` names the fact by which one person's wishes are counted."""

    name: str
    title: str
    facts: Mapping[str, Fact]
    send: str = "提交"
    template: str = "counter/form.html"
    phone: str = ""

    def serve(
        self, request: HttpRequest, act: Act, start: Mapping[str, Any] | None = None, **context: Any
    ) -> HttpResponse:
        """The form; or what `act` makes of the facts (raw) under the key of this one wish."""
        if request.method != "POST":
            return self.show(FactsForm(self.facts, initial=dict(start or {})), **context)
        form = FactsForm(self.facts, request.POST, request.FILES)
        try:
            return act(form.given, self.admit(request, form))
        except AnotherBody:
            return self.show(form, Refusal(SENT), status=422, **context)
        except Refusal as refusal:
            return self.show(form, refusal, CODES[type(refusal)], **context)

    def admit(self, request: HttpRequest, form: FactsForm) -> str:
        """The key of the wish of somebody who did not come too often, nor too fast."""
        rates.count(BY_ADDRESS, address_of(request))
        if request.POST.get(TRAP):
            raise BadFacts({TRAP: [TRAPPED]})
        key = tokens.key_of(self.name, request.POST.get("_token", ""))
        values = asked.read(self.facts, form.given)
        phone = values.get(self.phone)
        if phone and not Idempotency.objects.filter(user=None, key=key).exists():
            rates.count(BY_PHONE, phone)
        return key

    def show(
        self, form: FactsForm, refusal: Refusal | None = None, status: int = 200, **context: Any
    ) -> HttpResponse:
        """With a fresh token, but for faults of the facts: put right, it is the same wish."""
        token = form.data.get("_token", "") if isinstance(refusal, BadFacts) else ""
        if isinstance(refusal, BadFacts):
            form.refuse(refusal.errors)
        elif refusal:
            context["reasons"] = refusal.reasons
        context |= {"window": self, "form": form, "trap": TRAP}
        return page(self.template, status, token=token or tokens.issue(self.name), **context)
