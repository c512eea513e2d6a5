"""提醒: what I should know, unread first; opening one leads on."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from django.contrib.auth.decorators import login_required
from django.core.exceptions import BadRequest
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from lawgov.casework.models import Case
from lawgov.people.models import User
from lawgov.people.signed_in import PageRequest
from lawgov.privacy.masks import mask_text

from . import words
from .models import Notice, NoticeQuerySet, What

SIZE = 30
MARK = re.compile(r"(unread|read)\.(\d{1,18})", re.ASCII)


class Row(NamedTuple):
    notice: Notice
    about: str
    said: str
    title: str
    leads_to: str
    colour: str


@require_GET
@login_required
def notices(request: PageRequest) -> HttpResponse:
    found = page(request.user, request.GET.get("after", ""))
    more = found[SIZE - 1] if len(found) > SIZE else None
    context = {
        "rows": rows(request.user, found[:SIZE]),
        "next": f"{'read' if more.read_at else 'unread'}.{more.pk}" if more else "",
        "newest": max((notice.pk for notice in found), default=0),
    }
    return render(request, "notices/notices.html", context)


def page(user: User, mark: str) -> list[Notice]:
    """Unread before read, newest first; one more than a page holds, if there is one."""
    known = MARK.fullmatch(mark)
    if mark and not known:
        raise BadRequest("不是本页的翻页标记")
    part, last = known.groups() if known else ("unread", "")
    mine = Notice.objects.visible_to(user).select_related("case").order_by("-pk")
    found: list[Notice] = []
    if part == "unread":
        found += below(mine.unread(), last)[: SIZE + 1]
        last = ""
    if len(found) <= SIZE:
        found += below(mine.exclude(read_at=None), last)[: SIZE + 1 - len(found)]
    return found


def below(found: NoticeQuerySet, last: str) -> NoticeQuerySet:
    return found.filter(pk__lt=int(last)) if last else found


def rows(user: User, found: Iterable[Notice]) -> list[Row]:
    """A title is shown to who may still see the case, and to nobody else."""
    found = list(found)
    named = {notice.case_id for notice in found if notice.case_id}
    seen = set(Case.objects.visible_to(user).filter(pk__in=named).values_list("pk", flat=True))
    return [row(notice, not notice.case_id or notice.case_id in seen) for notice in found]


def row(notice: Notice, is_seen: bool) -> Row:
    title = mask_text(notice.case.title) if notice.case and is_seen else ""
    leads_to = words.leads_to(notice) if is_seen else ""
    colour = "grey" if notice.read_at else words.COLOURS.get(What(notice.what), "yellow")
    return Row(notice, words.about(notice), words.said(notice), title, leads_to, colour)


def mine(request: PageRequest, pk: int) -> Notice:
    return get_object_or_404(Notice.objects.visible_to(request.user).select_related("case"), pk=pk)


def read(found: NoticeQuerySet) -> None:
    found.unread().update(read_at=timezone.now())


@require_POST
@login_required
def open_one(request: PageRequest, pk: int) -> HttpResponse:
    """Read, and on to what it is about."""
    [one] = rows(request.user, [mine(request, pk)])
    if not one.leads_to:
        raise Http404
    read(Notice.objects.visible_to(request.user).filter(pk=pk))
    return redirect(one.leads_to)


@require_POST
@login_required
def read_one(request: PageRequest, pk: int) -> HttpResponse:
    mine(request, pk)
    read(Notice.objects.visible_to(request.user).filter(pk=pk))
    return redirect("notices")


@require_POST
@login_required
def read_all(request: PageRequest) -> HttpResponse:
    """All up to the newest that the page showed: not what came meanwhile."""
    newest = request.POST.get("newest", "")
    if not re.fullmatch(r"\d{1,18}", newest, re.ASCII):
        raise BadRequest("表单缺少标识，请返回刷新后再试")
    read(Notice.objects.visible_to(request.user).filter(pk__lte=int(newest)))
    return redirect("notices")
