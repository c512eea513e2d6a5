"""The bell in the head of every page: how much one has not read."""

from functools import cached_property

from django.http import HttpRequest

from .models import Notice

CAP = 99


class Bell:
    """Counted only where a page shows it: a partial pays nothing."""

    def __init__(self, request: HttpRequest) -> None:
        self.user = getattr(request, "user", None)

    @cached_property
    def unread(self) -> str:
        if not self.user or not self.user.is_authenticated:
            return ""
        found = Notice.objects.visible_to(self.user).unread()[: CAP + 1].count()
        return f"{CAP}+" if found > CAP else str(found or "")


def bell(request: HttpRequest) -> dict[str, Bell]:
    return {"bell": Bell(request)}
