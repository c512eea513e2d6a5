"""The search for machines."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.exceptions import PermissionDenied
from rest_framework.response import Response
from rest_framework.views import APIView

from lawgov.casework import openapi
from lawgov.casework.api import once
from lawgov.casework.models import Case
from lawgov.casework.paging import known_only, size_of
from lawgov.casework.procedure import PROCEDURES
from lawgov.casework.refusals import BadFacts
from lawgov.people.models import BUSINESS
from lawgov.people.signed_in import ApiRequest
from lawgov.privacy.masks import mask_text

from .finding import LONGEST
from .results import look

SHOWN = ("id", "kind", "number", "state", "unit", "opened_on", "due_on")
ROW = openapi.record({**openapi.of_case(SHOWN), "title": openapi.TEXT, "state_label": openapi.TEXT})
ASKED = OpenApiParameter(
    "q", {"type": "string", "maxLength": LONGEST}, required=True,
    description="编号、当事人姓名、地点、文字或拼音首字母，空格分隔的各词都须符合",
)  # fmt: skip


class Search(APIView):
    @extend_schema(
        summary="检索各类案件", operation_id="search", tags=["检索"],
        parameters=[ASKED, *openapi.PAGED], responses={200: openapi.listed(ROW)},
    )  # fmt: skip
    def get(self, request: ApiRequest) -> Response:
        if not request.user.roles & BUSINESS:
            raise PermissionDenied("您的岗位不办理、不查阅案件")
        asked = once(request.GET)
        known_only(asked, ("q", "after", "size"))
        if not asked.get("q", "").strip():
            raise BadFacts({"q": ["必填"]})
        kinds = [k for k, p in PROCEDURES.items() if request.user.roles & set(p.readers)]
        mark, size = asked.get("after", ""), size_of(asked.get("size", ""))
        found = look(request.user, kinds, asked["q"], "", mark, size)
        return Response({"results": [told(case) for case in found.cases], "next": found.next})


def told(case: Case) -> dict[str, Any]:
    return {
        **{name: getattr(case, name) for name in SHOWN},
        "title": mask_text(case.title), "state_label": case.state_label,
    }  # fmt: skip
