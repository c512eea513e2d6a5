"""Pages of the tree: browse and search as at a day; the system administrator's dated changes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.admin.models import CHANGE, LogEntry
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Count
from django.db.models.functions import Left
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from . import scope
from .forms import CloseForm, FoundForm, LookForm, MarkForm, RenameForm
from .models import Unit

FOUND = 50


@require_GET
@login_required
def units(request: HttpRequest) -> HttpResponse:
    form = LookForm(request.GET)
    text, day = asked(form)
    user: Any = request.user
    tree = Unit.objects.visible_to(user).on(day)
    codes = {seat.unit for seat in user.seats}
    rows = tree.starting(text) if text else tree.filter(code__in=codes)
    found = list(rows.order_by("code")[: FOUND + 1])
    context = {"form": form, "day": day, "then": then(form), "searched": text}
    context |= {"found": found[:FOUND], "more": len(found) > FOUND}
    return render(request, "units/units.html", context)


@require_GET
@login_required
def unit(request: HttpRequest, code: str) -> HttpResponse:
    form = LookForm(request.GET)
    _, day = asked(form)
    tree = Unit.objects.visible_to(request.user)
    history = list(tree.history(code))
    here = next((row for row in history if row.code == code and row.stands(day)), None)
    if here is None and not any(row.code == code for row in history):
        raise Http404("没有这个单位")
    below = Below.of(tree.on(day), code)
    context = {"form": form, "day": day, "then": then(form), "code": code, "unit": here}
    context |= {
        "history": history,
        "above": ladder(code, day),
        "below": below,
        "changes": changes(request, here),
    }
    return render(request, "units/unit.html", context)


def asked(form: LookForm) -> tuple[str, date]:
    """A day that is none shows its error and today's tree."""
    form.full_clean()
    return form.cleaned_data.get("q", ""), form.cleaned_data.get("on") or timezone.localdate()


def then(form: LookForm) -> str:
    """A day once chosen stays chosen from page to page."""
    day = form.cleaned_data.get("on")
    return f"?on={day}" if day else ""


def ladder(code: str, day: date) -> list[tuple[str, str]]:
    codes = scope.ancestors(code)
    called = Unit.objects.names(codes, day)
    return [(above, called.get(above, above)) for above in codes]


@dataclass
class Below:
    """The children of a unit, each with the number of its own children."""

    rows: list[tuple[Unit, int]]
    counts: list[tuple[str, int]]
    label: str = ""

    @classmethod
    def of(cls, tree: Any, code: str) -> "Below":
        level = scope.level(code).below
        if level is None:
            return cls([], [])
        children = list(tree.children(code).order_by("code"))
        if level.below is None:
            return cls([(child, 0) for child in children], [(level.label, len(children))])
        each = counted(tree.under(code).filter(level=level.below), scope.DIGITS[level])
        rows = [(child, each.get(child.code, 0)) for child in children]
        counts = [(level.label, len(rows)), (level.below.label, sum(each.values()))]
        return cls(rows, counts, level.below.label)


def counted(units: Any, digits: int) -> dict[str, int]:
    by_parent = units.order_by().values_list(Left("code", digits)).annotate(Count("id"))
    return dict(by_parent)


@dataclass
class Change:
    """What the system administrator changes about a unit."""

    label: str
    form: type[forms.Form]
    apply: Callable[[Unit, dict[str, Any]], Any]


CHANGES = {
    "rename": Change("更名", RenameForm, lambda unit, asked: unit.rename(**asked)),
    "close": Change("撤销或并入", CloseForm, lambda unit, asked: unit.close(**asked)),
    "mark": Change("编号字头", MarkForm, lambda unit, asked: unit.give(**asked)),
    "found": Change("增设下级", FoundForm, lambda unit, asked: unit.found(**asked)),
}


def changes(request: HttpRequest, here: Unit | None) -> list[tuple[str, str]]:
    if here is None or here.until or not may_change(request.user, here):
        return []
    leaf = scope.level(here.code).below is None
    return [(name, made.label) for name, made in CHANGES.items() if not (leaf and name == "found")]


def may_change(user: Any, here: Unit) -> bool:
    """A seat above the unit, and the right to keep the dictionaries."""
    return user.has_perm("units.change_unit") and bool(user.seat_for(user.roles, here.code))


@require_http_methods(["GET", "POST"])
@login_required
def change(request: HttpRequest, code: str, name: str) -> HttpResponse:
    here = Unit.objects.visible_to(request.user).filter(code=code, until=None).first()
    if here is None:
        raise Http404("没有这个单位")
    if name not in dict(changes(request, here)):
        raise PermissionDenied("单位的变动由辖区内的系统管理员办理")
    form = CHANGES[name].form(request.POST or None)
    if form.is_valid() and make(request.user, here, name, form):
        messages.success(request, f"{here.name}：{CHANGES[name].label}已登记。")
        return redirect("unit", code=code)
    context = {"form": form, "unit": here, "label": CHANGES[name].label}
    return render(request, "units/change.html", context)


def make(user: Any, here: Unit, name: str, form: forms.Form) -> bool:
    try:
        with transaction.atomic():
            CHANGES[name].apply(here, form.cleaned_data)
            said = f"{CHANGES[name].label}：{spoken(form)}"
            LogEntry.objects.log_actions(user.pk, [here], CHANGE, said, single_object=True)
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return False
    return True


def spoken(form: forms.Form) -> str:
    given = {form.fields[name].label: value for name, value in form.cleaned_data.items() if value}
    return "，".join(f"{label} {value}" for label, value in given.items())
