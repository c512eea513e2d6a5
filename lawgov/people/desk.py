"""Pages of the three administrators: people and posts, locked accounts, the audit."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from axes.models import AccessAttempt
from axes.models import AccessLog as Login
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db.models import Max, Prefetch, Q, QuerySet, Sum
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from lawgov.privacy.models import AccessLog

from . import appointments, leaving
from .forms import EndForm, PeopleFilter, PersonForm, PostForm
from .models import Change, Post, Role, User
from .shown import listed
from .signed_in import PageRequest

PAGE = 50
View = Callable[..., HttpResponse]


def only(role: Role) -> Callable[[View], View]:
    """Logged in and holding this post today; else 403."""

    def wrap(view: View) -> View:
        @login_required
        @wraps(view)
        def guarded(request: PageRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if role not in request.user.roles:
                raise PermissionDenied(f"本页由{role.label}使用")
            return view(request, *args, **kwargs)

        return guarded

    return wrap


def attempt(form: Form, verb: Callable[[], Any]) -> bool:
    """Run a verb for a form; what it refuses stands beside the fields."""
    try:
        verb()
    except ValidationError as refused:
        form.add_error(None, refused.messages)
        return False
    return True


@require_GET
@only(Role.SYSTEM_ADMIN)
def people(request: PageRequest) -> HttpResponse:
    form = PeopleFilter(request.GET)
    mine = User.objects.visible_to(request.user)
    found = narrow(mine, **form.cleaned_data) if form.is_valid() else mine.none()
    page = Paginator(with_posts(found), PAGE).get_page(request.GET.get("page"))
    page.object_list = listed(page.object_list)
    status = 400 if form.errors else 200
    return render(request, "people/people.html", {"page": page, "form": form}, status=status)


def narrow(found: QuerySet[User], q: str, role: str) -> QuerySet[User]:
    if q:
        found = found.filter(Q(name__icontains=q) | Q(username__icontains=q))
    if role:
        found = found.filter(pk__in=Post.objects.on().filter(role=role).values("user"))
    return found


def with_posts(found: QuerySet[User]) -> QuerySet[User]:
    return found.prefetch_related(Prefetch("posts", Post.objects.order_by("until", "unit")))


@only(Role.SYSTEM_ADMIN)
def add(request: PageRequest) -> HttpResponse:
    form = PersonForm(request.POST or None, by=request.user)
    made: list[tuple[User, str]] = []
    if form.is_valid() and attempt(
        form, lambda: made.append(appointments.add_person(by=request.user, **form.cleaned_data))
    ):
        [(someone, password)] = made
        return tell_password(request, someone, password)
    return render(request, "people/add.html", {"form": form}, status=400 if form.errors else 200)


def tell_password(request: PageRequest, someone: User, password: str) -> HttpResponse:
    """Shown once, on this answer only: it is neither stored nor sent."""
    answer = render(request, "people/password_once.html", {"person": someone, "password": password})
    answer["Cache-Control"] = "no-store"
    return answer


def visible(request: PageRequest, pk: int) -> User:
    return get_object_or_404(with_posts(User.objects.visible_to(request.user)), pk=pk)


@only(Role.SYSTEM_ADMIN)
def person(request: PageRequest, pk: int) -> HttpResponse:
    """A person's posts; posting gives another one."""
    someone = visible(request, pk)
    form = PostForm(request.POST or None, by=request.user)
    if form.is_valid() and attempt(
        form, lambda: appointments.give_post(someone, by=request.user, **form.cleaned_data)
    ):
        messages.success(request, "岗位已任命")
        return redirect("person", pk)
    [someone] = listed([someone])
    shown = {"person": someone, "form": form, "own": someone == request.user}
    status = 400 if form.errors else 200
    return render(request, "people/person.html", shown, status=status)


@require_POST
@only(Role.SYSTEM_ADMIN)
def end_post(request: PageRequest, pk: int, post: int) -> HttpResponse:
    held = get_object_or_404(visible(request, pk).posts, pk=post)
    form = EndForm(request.POST)
    if form.is_valid() and attempt(
        form, lambda: appointments.end_post(held, by=request.user, on=form.cleaned_data["on"])
    ):
        messages.success(request, "岗位已终止")
        if not leaving.goes_on(held.user, form.cleaned_data["on"]):
            tell_left(request, held.user)
    else:
        refusals = [str(words) for errors in form.errors.values() for words in errors]
        messages.error(request, "；".join(refusals))
    return redirect("person", pk)


def tell_left(request: PageRequest, person: User) -> None:
    for words in leaving.left(person):
        messages.warning(request, words)


@require_POST
@only(Role.SYSTEM_ADMIN)
def reset(request: PageRequest, pk: int) -> HttpResponse:
    someone = visible(request, pk)
    return tell_password(request, someone, appointments.reset_password(someone, by=request.user))


@require_POST
@only(Role.SYSTEM_ADMIN)
def switch(request: PageRequest, pk: int, active: bool) -> HttpResponse:
    someone = visible(request, pk)
    appointments.set_active(someone, by=request.user, active=active)
    messages.success(request, "账号已启用" if active else "账号已停用，立即生效")
    if not active:
        tell_left(request, someone)
    return redirect("person", pk)


@require_GET
@only(Role.SECURITY_ADMIN)
def lockouts(request: PageRequest) -> HttpResponse:
    mine = {u.username: u for u in watched(request)}
    rows = list(failures().filter(username__in=mine))
    for row in rows:
        row["person"] = mine[row["username"]]
        row["locked"] = row["failures"] >= settings.AXES_FAILURE_LIMIT
    return render(request, "people/lockouts.html", {"rows": rows})


def watched(request: PageRequest) -> QuerySet[User]:
    return User.objects.held_within(request.user.spans({Role.SECURITY_ADMIN}))


def failures() -> QuerySet:
    """Failed logins that still count, by account and address."""
    since = timezone.now() - settings.AXES_COOLOFF_TIME
    counted = AccessAttempt.objects.filter(attempt_time__gt=since).order_by()
    return (
        counted.values("username", "ip_address")
        .annotate(failures=Sum("failures_since_start"), last=Max("attempt_time"))
        .order_by("-last")
    )


@require_POST
@only(Role.SECURITY_ADMIN)
def unlock(request: PageRequest, pk: int) -> HttpResponse:
    appointments.unlock(get_object_or_404(watched(request), pk=pk), by=request.user)
    messages.success(request, "已解除锁定")
    return redirect("lockouts")


TABS = {"changes": "人员变动", "access": "敏感信息查阅", "logins": "登录记录"}


@require_GET
@only(Role.AUDITOR)
def audit(request: PageRequest) -> HttpResponse:
    tab = request.GET.get("tab", "changes")
    if tab not in TABS:
        tab = "changes"
    page = Paginator(trail(tab, request.user), PAGE).get_page(request.GET.get("page"))
    return render(request, "people/audit.html", {"tabs": TABS, "tab": tab, "page": page})


def trail(tab: str, user: User) -> QuerySet:
    if tab == "access":
        return AccessLog.objects.visible_to(user).select_related("by")
    if tab == "logins":
        people = User.objects.held_within(user.spans({Role.AUDITOR}))
        return Login.objects.filter(username__in=people.values("username")).order_by(
            "-attempt_time", "-id"
        )
    return Change.objects.visible_to(user).select_related("by", "about")
