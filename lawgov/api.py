"""What machines ask: the API of every room, its schema, and whether we are well."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import include, path
from django.views import defaults
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer

from . import health
from .casework.api import Download
from .kept import Kept
from .search.api import Search

SECONDS = 60  # a dictionary's new code stands in the schema after these


def describe() -> bytes:
    """The whole API takes a second or two to describe, and it is the same for everybody."""
    return OpenApiJsonRenderer().render(SchemaGenerator().get_schema(request=None, public=True))


described = Kept(describe, SECONDS)


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    return HttpResponse(described(), content_type=OpenApiJsonRenderer.media_type)


urlpatterns = [
    path("api/v1/", include("lawgov.tasks.api")),
    path("api/v1/", include("lawgov.meetings.api")),
    path("api/v1/search/", Search.as_view(), name="api-search"),
    path("api/v1/", include("mediation.api")),
    path("api/v1/", include("enforcement.api")),
    path("api/v1/attachments/<int:pk>/", Download.as_view(), name="api-attachment"),
    path("api/schema/", schema, name="api-schema"),
    path("healthz", health.alive, name="healthz"),
    path("readyz", health.ready, name="readyz"),
]


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: a page for people, a line for machines."""
    if not request.path.startswith("/api/"):
        return defaults.page_not_found(request, exception)
    return JsonResponse({"detail": "没有这个地址"}, status=404)


def refused(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: what Django refuses before any view is asked (too many fields, a bad form)."""
    if not request.path.startswith("/api/"):
        return defaults.bad_request(request, exception)
    return JsonResponse({"detail": "请求有误，不能读取"}, status=400)
