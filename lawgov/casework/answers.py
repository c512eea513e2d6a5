"""How a refusal is answered over HTTP: 400 badly asked, 403 not yours, 409 not now, 422, 503."""

from typing import Any

import structlog
from django.core.exceptions import SuspiciousOperation
from django.db import DataError, InterfaceError, OperationalError
from django.http import Http404
from rest_framework import exceptions, status
from rest_framework.response import Response
from rest_framework.views import exception_handler

from .procedure import KNOWINGLY
from .refusals import AnotherBody, BadFacts, Doubtful, NotYours, Refusal, StepRefused, TooMany

RETRY_SECONDS = "5"
CODES = {
    BadFacts: status.HTTP_400_BAD_REQUEST,
    NotYours: status.HTTP_403_FORBIDDEN,
    StepRefused: status.HTTP_409_CONFLICT,
    Doubtful: status.HTTP_409_CONFLICT,
    AnotherBody: status.HTTP_422_UNPROCESSABLE_ENTITY,
    TooMany: status.HTTP_429_TOO_MANY_REQUESTS,
}
log = structlog.get_logger()


def handle(error: Exception, context: dict) -> Response | None:
    """DRF's exception handler: every answer has `detail`, and `errors` by field where there are."""
    if isinstance(error, Refusal):
        return refused(error)
    if isinstance(error, OperationalError | InterfaceError):
        return away(error)
    if isinstance(error, DataError | UnicodeEncodeError):
        log.warning("unfit_value", error=type(error).__name__)
        return Response({"detail": "请求中有数据库不能接受的值"}, status.HTTP_400_BAD_REQUEST)
    if isinstance(error, SuspiciousOperation):  # e.g. a form of ten thousand parts
        return Response({"detail": "请求不合规，不予处理"}, status.HTTP_400_BAD_REQUEST)
    if isinstance(error, exceptions.ValidationError):
        return Response({"detail": "填写有误", "errors": error.detail}, error.status_code)
    if isinstance(error, Http404):
        error = exceptions.NotFound("没有找到，或不在您的数据范围内")
    return exception_handler(error, context)


def refused(error: Refusal) -> Response:
    body: dict[str, Any] = {"detail": str(error)}
    if isinstance(error, BadFacts):
        body = {"detail": "填写有误", "errors": error.errors}
    if isinstance(error, StepRefused):
        body["reasons"] = error.reasons
    if isinstance(error, Doubtful):
        body["confirm"] = KNOWINGLY
    return Response(body, CODES[type(error)])


def away(error: Exception) -> Response:
    """The database is away: say so, and when to come again."""
    log.error("store_away", error=type(error).__name__)
    answer = Response({"detail": "数据库暂不可用，请稍后重试"}, status.HTTP_503_SERVICE_UNAVAILABLE)
    answer["Retry-After"] = RETRY_SECONDS
    return answer
