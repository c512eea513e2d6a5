"""A session lives while it is used; a first password opens only the page that changes it."""

from time import time

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.urls import reverse

TOUCH_SECONDS = 60  # one write a minute and person, not one a request


def attend(get_response):
    def middleware(request: HttpRequest) -> HttpResponse:
        # A machine brings no session, so there is nobody to look for.
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
            return get_response(request)
        touch(request.session)
        if request.user.must_change_password and request.path not in allowed():
            return demand_password(request)
        return get_response(request)

    return middleware


def touch(session) -> None:
    """Saving a session moves its end to half an hour from now."""
    if time() - session.get("seen", 0) > TOUCH_SECONDS:
        session["seen"] = int(time())


def allowed() -> set[str]:
    return {reverse("password"), reverse("logout")}


def demand_password(request: HttpRequest) -> HttpResponse:
    if request.path.startswith("/api/"):
        return JsonResponse({"detail": "请先修改初始密码"}, status=403)
    return redirect("password")
