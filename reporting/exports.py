"""The figures of a unit as a workbook."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpResponse

from lawgov.casework.web.words import Column
from lawgov.jobs.exports import workbook

from .asking import Question
from .indicators import Figure
from .words import for_people

COLUMNS = (
    Column("代码", lambda figure: figure.indicator.code),
    Column("指标", lambda figure: figure.indicator.name),
    Column("数值", lambda figure: for_people(None) if figure.value is None else figure.value),
    Column("计量单位", lambda figure: figure.indicator.measure),
    Column("口径", lambda figure: figure.indicator.meaning),
    Column("口径日期", lambda figure: figure.indicator.basis),
)


def workbook_of(by: Any, question: Question, found: Sequence[Figure]) -> HttpResponse:
    asked = [question.unit.name, str(question.period), f"截至 {question.period.as_of}"]
    return workbook("指标数据", by, asked, COLUMNS, found)
