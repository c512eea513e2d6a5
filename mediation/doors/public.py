"""What everybody with a phone reaches: the form behind a code, and the reply by query number."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localdate

from lawgov.casework.facts import Choice, LongText
from lawgov.casework.models import Case
from lawgov.casework.web.forms import FactsForm
from lawgov.counter import slips, tokens
from lawgov.counter.desk import TRAP, Window, address_of, at_counter, page

from ..choices import Risk, Satisfaction
from .procedure import TOLD
from .rules import hanging

KIND = "code_report"
REPORT = Window("code-report", "反映矛盾纠纷", TOLD, template="doors/report.html", phone="phone")
QUERY = Window("code-query", "查询办理情况", slips.ASKED, send="查询")
SETTLE = Window(
    "code-settle", "评价",
    {**slips.ASKED, "rating": Choice("您对办理结果", choices=Satisfaction)}, send="提交评价",
)  # fmt: skip
REOPEN = Window(
    "code-reopen", "反映未解决",
    {**slips.ASKED, "why": LongText("哪里没有解决", most=500)}, send="未解决，请继续处理",
)  # fmt: skip
ACTIONS = {"settle": SETTLE, "reopen": REOPEN}


@at_counter
def report(request: HttpRequest, pk: int) -> HttpResponse:
    place = hanging(pk, localdate())
    if place is None:
        raise Http404

    def act(given: dict[str, Any], key: str) -> HttpResponse:
        case = Case.open_new(KIND, by=None, unit=place.unit, key=key, code_place=place.pk, **given)
        return page("doors/sent.html", window=REPORT, slip=slips.shown(case))

    return REPORT.serve(request, act, place=place)


@at_counter
def query(request: HttpRequest) -> HttpResponse:
    def act(given: dict[str, Any], key: str) -> HttpResponse:
        return answer(found(request, given))

    return QUERY.serve(request, act)


@at_counter
def act_on(request: HttpRequest, name: str) -> HttpResponse:
    """Rate the reply, or say that it settled nothing."""
    window = ACTIONS[name]

    def act(given: dict[str, Any], key: str) -> HttpResponse:
        case = found(request, given)
        case.take(name, by=None, key=key, **{n: given[n] for n in given if n not in slips.ASKED})
        case.refresh_from_db()
        return answer(case)

    return window.serve(request, act)


def found(request: HttpRequest, given: dict[str, Any]) -> Case:
    return slips.find(address_of(request), KIND, given["number"], given["word"])


def answer(case: Case) -> HttpResponse:
    """Where the report stands, its grade and its reply; nothing of who wrote it or what."""
    detail = case.detail
    context: dict[str, Any] = {
        "window": QUERY,
        "case": case,
        "grade": Risk(detail.risk).label if detail.risk else "",
        "told": [(event.on, case.procedure.steps[event.step].label) for event in case.history],
        "actions": [offered(case, name) for name in ACTIONS if may(case, name)],
        "trap": TRAP,
    }
    return page("doors/answer.html", **context)


def may(case: Case, name: str) -> bool:
    step = case.procedure.steps[name]
    return step.open_to(case.state) and step.fits_case(case)


def offered(case: Case, name: str) -> dict[str, Any]:
    window, number = ACTIONS[name], case.part("slips")[0].number
    known = {"number": number, "word": slips.word_of(number)}
    return {
        "window": window,
        "form": FactsForm(
            window.facts, initial=known, hidden=tuple(slips.ASKED), auto_id=f"{name}_%s"
        ),
        "token": tokens.issue(window.name),
        "action": reverse(f"code-{name}"),
    }
