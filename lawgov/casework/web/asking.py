"""What pages and the engine say to each other: keys, versions, refusals, offers of steps."""

from collections.abc import Iterable
from typing import Any, NamedTuple
from uuid import uuid4

from django.contrib import messages
from django.core.exceptions import BadRequest, PermissionDenied
from django.http import HttpResponse
from django.shortcuts import render

from lawgov.people.models import User
from lawgov.people.signed_in import PageRequest

from ..answers import CODES
from ..models import Case
from ..procedure import ANY, KNOWINGLY, Check, Running, Step
from ..refusals import BadFacts, Doubtful, NotYours, Refusal
from .lights import PAUSED, Light, light
from .pages import Pages

MAIN = ("primary", "success")


class Offer(NamedTuple):
    """A step that the user may take, as a button with what stands before it."""

    name: str
    step: Step
    checks: list[Check]
    note: str
    is_shut: bool


def offers(case: Case, user: User) -> dict[str, Any]:
    """The steps to take: the main ones, the others that handle the case, and those that add."""
    found = [offer(case, name, step) for name, step in case.steps_for(user).items()]
    handle = [each for each in found if each.step.sources != ANY]
    main = [each for each in handle if is_main(each.step)] or handle
    return {
        "main": main,
        "leads_on": any(is_main(each.step) for each in main),
        "other": [each for each in handle if each not in main],
        "add": [each for each in found if each.step.sources == ANY],
    }


def is_main(step: Step) -> bool:
    """The way on; what is offered waits for one of two answers, so both stand there."""
    return step.style in MAIN or step.offer in ("answer", "revoke")


def offer(case: Case, name: str, step: Step) -> Offer:
    checks = case.checklist(name)
    met = [check.met for check in checks]
    words = {True: "项已满足", False: "项未满足", None: "项填写时核对"}
    note = "，".join(f"{met.count(state)}{words[state]}" for state in words if state in met)
    return Offer(name, step, checks, note, False in met)


class Clocked(NamedTuple):
    running: Running
    light: Light


def running(case: Case) -> list[Clocked]:
    """The clocks that run or ran, each with its light."""
    return [
        Clocked(each, PAUSED if each.paused else light(each.due))
        for each in case.clocks()
        if each.words
    ]


def called(roles: Iterable[Any]) -> str:
    return "、".join(str(role.label) for role in roles)


def key(request: PageRequest) -> str:
    """The form's own key: sent twice, it is one wish."""
    if not (found := request.POST.get("_key", "")):
        raise BadRequest("表单缺少标识，请返回刷新后再填")
    return found


def remark(request: PageRequest, pages: Pages, row: Any) -> None:
    """What whoever has just written should look at."""
    for remarks in pages.remarks:
        for words in remarks(row, request.user):
            messages.warning(request, words)


def seen(request: PageRequest) -> int:
    """The version that the form was made from; without one nothing is taken."""
    text = request.POST.get("_seen", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1


def answer(
    request: PageRequest, template: str, context: dict[str, Any], refusal: Refusal | None
) -> HttpResponse:
    """The form, anew or with what was filled in and why it was not taken."""
    if isinstance(refusal, NotYours):
        raise PermissionDenied(str(refusal)) from refusal
    if isinstance(refusal, BadFacts):
        context["form"].refuse(refusal.errors)
    elif refusal:
        context["reasons"] = refusal.reasons
    context["doubted"] = KNOWINGLY if isinstance(refusal, Doubtful) else ""
    context["key"] = request.POST.get("_key") or uuid4().hex
    status = CODES[type(refusal)] if refusal else 200
    return render(request, template, context, status=status)
