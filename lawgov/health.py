"""Whether the process lives, and whether it can serve."""

from datetime import timedelta
from threading import Event

from django.core.cache import cache
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.db.models import Min
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.views.decorators.http import require_safe
from redis import RedisError

from .casework.models import Outbox

SETTLED = Event()


@require_safe
def alive(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok", content_type="text/plain")


@require_safe
def ready(request: HttpRequest) -> JsonResponse:
    """Without the database or with tables of another version we cannot serve; without Redis we
    can: writes go on, only what follows them waits."""
    found: dict[str, bool | int | None]
    try:
        found = {"database": True, "migrations": migrated(), "outbox_seconds": waiting()}
    except DatabaseError:
        found = {"database": False, "migrations": False, "outbox_seconds": None}
    well = bool(found["database"] and found["migrations"])
    return JsonResponse({"ready": well, **found, "redis": redis()}, status=200 if well else 503)


def migrated() -> bool:
    """Tables do not go back while we run, so a yes is remembered."""
    if not SETTLED.is_set():
        executor = MigrationExecutor(connection)
        if not executor.migration_plan(executor.loader.graph.leaf_nodes()):
            SETTLED.set()
    return SETTLED.is_set()


def waiting() -> int:
    """How long the oldest row has waited in the outbox."""
    oldest = Outbox.objects.aggregate(at=Min("made_at"))["at"]
    return round((timezone.now() - oldest) / timedelta(seconds=1)) if oldest else 0


def redis() -> bool:
    try:
        cache.get("readyz")
    except (RedisError, OSError):
        return False
    return True
