"""Figures for machines: the values, the records behind them, their divisions."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from lawgov.casework.openapi import (
    DAY,
    NUMBER,
    PAGED,
    READ_REFUSALS,
    REFUSAL,
    TEXT,
    record,
    rows,
)

from . import asking
from .records import ASKED as OF_RECORDS
from .records import listing, row
from .small import told
from .splits import division, split
from .words import figure_row, for_machines, held_back

HELD = {"type": "boolean", "description": "数量过小，不予公开"}
VALUE = {"type": "number", "nullable": True, "description": "空：未建台账，或没有可比的基数"}
FIGURE = record(
    {
        "code": TEXT, "name": TEXT, "unit": TEXT,
        "kind": {"type": "string", "enum": ["flow", "stock", "rate", "growth"]},
        "value": VALUE, "records": {**NUMBER, "nullable": True}, "hidden": HELD,
    },
    "hidden",
)  # fmt: skip
ANSWERED = {"unit": TEXT, "year": NUMBER, "period": TEXT, "as_of": DAY}
PART = record({"part": TEXT, "label": TEXT, "value": VALUE, "hidden": HELD}, "hidden")
RECORD = {"type": "object", "properties": {"id": NUMBER}, "additionalProperties": True}
HIDDEN = {**NUMBER, "nullable": True, "description": "不在数据范围内的件数，仅首页给出"}
MARK = {"type": "string", "description": "下一页的 after；没有下一页时为空"}


def asks(name: str, shape: Any, says: str, required: bool = False) -> OpenApiParameter:
    return OpenApiParameter(name, shape, description=says, required=required)


QUESTION = [
    asks("unit", str, "区划代码", required=True),
    asks("year", int, "年份", required=True),
    asks("period", str, "Q1 至 Q4 或 01 至 12，空为全年"),
    asks("as_of", OpenApiTypes.DATE, "截止日，默认今天"),
]
BY = "unit（下一级单位）、下两级的层级、month、type、channel"


def documented(summary: str, shape: dict[str, Any], *also: OpenApiParameter, name: str) -> Any:
    refusals = {code: OpenApiResponse(REFUSAL, why) for code, why in READ_REFUSALS.items()}
    return extend_schema(
        operation_id=name, summary=summary, tags=["统计"],
        parameters=[*QUESTION, *also], responses={200: shape, **refusals},
    )  # fmt: skip


def about(question: asking.Question) -> dict[str, Any]:
    period = question.period
    return {
        "unit": question.unit.code,
        "year": period.year,
        "period": period.part,
        "as_of": period.as_of,
    }


class Figures(APIView):
    @documented("指标数据", record({**ANSWERED, "figures": rows(FIGURE)}), name="figures_list")
    def get(self, request: Request) -> Response:
        question = asking.read(request.user, request.GET)
        found = told(question.unit.code, question.period)
        return Response(about(question) | {"figures": [figure_row(figure) for figure in found]})


class Records(APIView):
    @documented(
        "指标背后的记录",
        record({**ANSWERED, "results": rows(RECORD), "next": MARK, "hidden": HIDDEN}),
        asks("by", str, BY), asks("part", str, "分解中的一行"), *PAGED,
        name="figures_records",
    )  # fmt: skip
    def get(self, request: Request, code: str) -> Response:
        indicator = asking.find(code).counted
        question = asking.read(request.user, request.GET, *OF_RECORDS)
        found = listing(request.user, indicator, question, request.GET)
        results = [row(indicator, record) for record in found.rows]
        answer = {"results": results, "next": found.next, "hidden": found.hidden}
        return Response(about(question) | answer)


class Split(APIView):
    @documented(
        "指标的分解",
        record({**ANSWERED, "by": TEXT, "figure": FIGURE, "parts": rows(PART)}),
        asks("by", str, BY, required=True),
        name="figures_split",
    )
    def get(self, request: Request, code: str) -> Response:
        indicator = asking.find(code).counted
        question = asking.read(request.user, request.GET, "by")
        unit, period = question.unit.code, question.period
        by = division(indicator, unit, period, request.GET.get("by", ""))
        parts = [
            {"part": part.part, "label": part.label, "value": for_machines(part.value)}
            | held_back(part)
            for part in split(indicator, unit, period, by)
        ]
        (figure,) = told(unit, period, [indicator])
        answer = {"by": by.by, "figure": figure_row(figure), "parts": parts}
        return Response(about(question) | answer)
