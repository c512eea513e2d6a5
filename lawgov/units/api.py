"""The tree for machines: page after page by code, as at a day."""

from typing import Any

from django.db.models import QuerySet
from django_filters.rest_framework import DjangoFilterBackend
from rest_framework import generics, serializers
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response

from . import scope
from .filters import UnitFilter
from .models import Unit

SIZE, MOST = 50, 500


class UnitSerializer(serializers.ModelSerializer):
    parent = serializers.SerializerMethodField(label="上级代码")  # type: ignore[assignment]

    class Meta:
        model = Unit
        fields = ["code", "name", "level", "parent", "since", "until", "successor"]

    def get_parent(self, unit: Unit) -> str:
        return scope.parent(unit.code)


class Size(serializers.Serializer):
    size = serializers.IntegerField(min_value=1, max_value=MOST, default=SIZE)


class ByCode(BasePagination):
    """The next page begins after the last code seen, so nothing is ever counted."""

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list[Any]:
        asked = Size(data=request.GET)
        asked.is_valid(raise_exception=True)
        size = asked.validated_data["size"]
        rows = list(queryset[: size + 1])
        self.next = rows[size - 1].code if len(rows) > size else ""
        return rows[:size]

    def get_paginated_response(self, data: Any) -> Response:
        return Response({"results": data, "next": self.next})

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        following = {"type": "string", "description": "下一页的 after，没有下一页时为空"}
        return {
            "type": "object",
            "required": ["results", "next"],
            "properties": {"results": schema, "next": following},
        }

    def get_schema_operation_parameters(self, view: Any) -> list[dict[str, Any]]:
        limits = {"type": "integer", "minimum": 1, "maximum": MOST, "default": SIZE}
        return [{"name": "size", "in": "query", "required": False, "schema": limits}]


class KnownFilters(DjangoFilterBackend):
    def filter_queryset(self, request: Request, queryset: Any, view: Any) -> Any:
        """A misspelt filter must not answer with everything."""
        if unknown := set(request.GET) - {*view.filterset_class.base_filters, "size"}:
            raise serializers.ValidationError({name: ["没有这个筛选条件。"] for name in unknown})
        return super().filter_queryset(request, queryset, view)


class Units(generics.ListAPIView):
    """区划单位，按代码排列。"""

    serializer_class = UnitSerializer
    pagination_class = ByCode
    filter_backends = [KnownFilters]
    filterset_class = UnitFilter
    queryset = Unit.objects.none()

    def get_queryset(self) -> QuerySet[Unit]:
        return Unit.objects.visible_to(self.request.user)
