"""Who is let in by which password, beyond Django's own check."""

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.utils.crypto import constant_time_compare


class DemoPassword:
    """It is printed on the screen: outside demo mode it opens nothing, whoever's it is."""

    def authenticate(self, request: HttpRequest | None, password: str = "", **_: str) -> None:
        known = settings.SECRETS["demo_password"]
        if not settings.DEMO and constant_time_compare(password or "", known):
            raise PermissionDenied  # and no later backend is asked
