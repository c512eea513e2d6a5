"""Pages of figures: the year at a glance, one figure divided, its records, the compare table."""

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from lawgov.casework.refusals import BadFacts, NotYours
from lawgov.units.models import names

from . import asking, exports, returns
from .forms import LookForm, at_first
from .indicators import Column, Count
from .periods import Period
from .published import compare, published, tally
from .records import ASKED as OF_RECORDS
from .records import Listing, listing
from .small import told
from .splits import Division, division, split, ways
from .words import Cell, cell, places

Page = Callable[..., HttpResponse]


def figure_page(page: Page) -> Page:
    """Readers only; what is badly asked is told above the bar, with 400."""

    @require_GET
    @login_required
    @wraps(page)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return page(request, *args, **kwargs)
        except NotYours as refusal:
            raise PermissionDenied(str(refusal)) from refusal
        except BadFacts as bad:
            context = {"form": LookForm(request.user, request.GET.dict()), "faults": faults(bad)}
            return render(request, "reporting/unfit.html", context, status=400)

    return answered


def faults(bad: BadFacts) -> list[tuple[str, str]]:
    fields = LookForm.base_fields
    return [
        (str(fields[name].label) if name in fields else name, "；".join(why))
        for name, why in bad.errors.items()
    ]


def asked(request: HttpRequest, *also: str) -> asking.Question:
    """The question as it came; without one, the reader's own unit in this year."""
    asking.readers_only(request.user)
    given = request.GET.dict()
    if not given.keys() & {"unit", "year"}:
        given = at_first(request.user) | given
    return asking.read(request.user, given, *also)


def about(request: HttpRequest, question: asking.Question) -> dict[str, Any]:
    period = question.period
    shown = {
        "unit": question.unit.code,
        "year": period.year,
        "period": period.part,
        "as_of": period.as_of if period.deadline else None,
    }
    return {
        "form": LookForm(request.user, shown),
        "unit": question.unit,
        "period": period,
        "question": question.address,
    }


@figure_page
def year(request: HttpRequest) -> HttpResponse:
    question = asked(request)
    found = told(question.unit.code, question.period)
    return render(request, "reporting/figures.html", about(request, question) | {"figures": found})


@figure_page
def export(request: HttpRequest) -> HttpResponse:
    question = asked(request)
    found = told(question.unit.code, question.period)
    return exports.workbook_of(request.user, question, found)


@figure_page
def one(request: HttpRequest, code: str) -> HttpResponse:
    """A figure and its division; without a wish, by the units below or by month."""
    indicator = asking.find(code)
    question = asked(request, "split")
    unit, period, base = question.unit.code, question.period, indicator.counted
    figure, total = told(unit, period, [indicator, base])
    offered = ways(base, unit)
    chosen = request.GET.get("split") or next(iter(offered), "")
    by = division(base, unit, period, chosen) if chosen else None
    context = {"figure": figure, "ways": offered, "by": by, "base": base, "total": total}
    context |= divided(base, question, by) if by else {}
    return render(request, "reporting/figure.html", about(request, question) | context)


def divided(base: Count, question: asking.Question, by: Division) -> dict[str, Any]:
    parts = split(base, question.unit.code, question.period, by)
    return {"parts": parts, "most": max((part.value or 0 for part in parts), default=0)}


@figure_page
def records(request: HttpRequest, code: str) -> HttpResponse:
    indicator = asking.find(code)
    base = indicator.counted
    question = asked(request, *OF_RECORDS)
    found = listing(request.user, base, question, request.GET)
    context = {"indicator": indicator, "listing": found, "rows": shown(found)}
    context |= {"columns": [column.label for column in base.source.columns]}
    context |= {"part": part_words(base, question, request.GET)}
    return render(request, "reporting/records.html", about(request, question) | context)


def part_words(base: Count, question: asking.Question, given: Mapping[str, str]) -> str:
    """Which part of the figure is listed."""
    if "by" not in given:
        return ""
    part = given.get("part", "")
    by = division(base, question.unit.code, question.period, given["by"])
    return by.parts({part: 1}).get(part, part)


def shown(found: Listing) -> list[tuple[str, list[Cell]]]:
    """Each row's address and cells, units by name."""
    source = found.indicator.source
    called = places(column.of(row) for row in found.rows for column in source.units)
    return [
        (source.opens(row), [cell_of(column, row, called) for column in source.columns])
        for row in found.rows
    ]


def cell_of(column: Column, row: Any, called: Mapping[str, str]) -> Cell:
    said = column.of(row)
    return cell(column.label, called.get(said, said) if column.name == "unit" else said)


@figure_page
def compared(request: HttpRequest) -> HttpResponse:
    """What the chosen report prints beside the records; at first the first one may read."""
    reader: Any = request.user
    asking.readers_only(reader)
    reports = [pair for pair in published() if reader.reads_figures(pair[0])]
    called = names({unit for unit, _ in reports})
    context: dict[str, Any] = {
        "reports": [(unit, called.get(unit, unit), year) for unit, year in reports],
        "near": settings.FIGURE_NEAR,
        "about": settings.FIGURE_ABOUT,
    }
    given = request.GET.dict()
    if not given and reports:
        given = {"unit": reports[0][0], "year": str(reports[0][1])}
    if given:
        context |= claims(request, given)
    return render(request, "reporting/compare.html", context)


def claims(request: HttpRequest, given: dict[str, str]) -> dict[str, Any]:
    question = asking.read(request.user, given)
    if question.period != Period.of(question.period.year):
        raise BadFacts({"period": ["年报按全年、截至今天对照"]})
    found = compare(question.unit.code, question.period)
    if found is None:
        raise Http404
    return about(request, question) | {
        "claims": [claim for claim in found if claim.indicator],
        "uncounted": [claim for claim in found if not claim.indicator],
        "tally": tally(found),
    }


@figure_page
def all_returns(request: HttpRequest) -> HttpResponse:
    asking.readers_only(request.user)
    return render(request, "reporting/returns.html", {"returns": returns.RETURNS.values()})


@figure_page
def one_return(request: HttpRequest, code: str) -> HttpResponse:
    wanted = returns.find(code)
    question = wanted.question(asked(request))
    context = {"wanted": wanted, "sections": returns.filled(wanted, question)}
    return render(request, "reporting/return.html", about(request, question) | context)


@figure_page
def export_return(request: HttpRequest, code: str) -> HttpResponse:
    wanted = returns.find(code)
    question = wanted.question(asked(request))
    return exports.workbook_of_return(request.user, wanted, question)
