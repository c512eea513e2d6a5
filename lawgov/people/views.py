"""The doors: logging in and out, the password, one's own page, the page of a locked account."""

from datetime import timedelta
from typing import Any

from axes.helpers import get_client_username
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash, views
from django.contrib.auth.decorators import login_required
from django.db.models import Max
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET
from knox.models import AuthToken

from .context import start_page
from .forms import LoginForm
from .models import Post
from .shown import placed


class Login(views.LoginView):
    template_name = "people/login.html"
    authentication_form = LoginForm
    redirect_authenticated_user = True

    def get_default_redirect_url(self) -> str:
        return start_page(self.request.user)


class ChangePassword(views.PasswordChangeView):
    """The new password also ends every other session and every token."""

    template_name = "people/password.html"

    def form_valid(self, form) -> HttpResponse:
        user = form.save(commit=False)
        user.must_change_password = False
        user.save(update_fields=["password", "must_change_password"])
        AuthToken.objects.filter(user=user).delete()
        update_session_auth_hash(self.request, user)
        messages.success(self.request, "密码已修改")
        return redirect(start_page(user))


@require_GET
@login_required
def me(request: HttpRequest) -> HttpResponse:
    posts = placed(Post.objects.on().filter(user=request.user.pk).order_by("unit"))
    return render(request, "people/me.html", {"posts": posts})


def locked(request: Any, response=None, credentials=None) -> HttpResponse:
    """What axes answers instead of trying a password once the account is locked here."""
    minutes = minutes_left(get_client_username(request, credentials), request.axes_ip_address)
    words = (
        f"登录名或密码连续输错{settings.AXES_FAILURE_LIMIT}次，已锁定。请约{minutes}分钟后再试。"
    )
    answer = (
        JsonResponse({"detail": words}, status=429)
        if request.path.startswith("/api/")
        else render(request, "people/locked.html", {"words": words}, status=429)
    )
    answer["Retry-After"] = str(minutes * 60)
    return answer


def minutes_left(username: str | None, address: str | None) -> int:
    tries = AccessAttempt.objects.filter(username=username, ip_address=address)
    last = tries.aggregate(last=Max("attempt_time"))["last"] or timezone.now()
    left = last + settings.AXES_COOLOFF_TIME - timezone.now()
    return max(1, -(-left // timedelta(minutes=1)))
