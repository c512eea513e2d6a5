"""A page asked while the database is away is answered 503, not 500."""

from collections.abc import Callable

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

from .answers import RETRY_SECONDS, log


class Away:
    """As a class, so that `process_exception` sees what the view raised."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Sessions and users are read by middleware too, outside any view.
        try:
            return self.get_response(request)
        except (OperationalError, InterfaceError) as error:
            return self.answer(error)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        gone = isinstance(error, OperationalError | InterfaceError)
        return self.answer(error) if gone else None

    def answer(self, error: Exception) -> HttpResponse:
        log.error("store_away", error=type(error).__name__)
        answer = HttpResponse(render_to_string("503.html"), status=503)
        answer["Retry-After"] = RETRY_SECONDS
        return answer
