"""The figures of a unit as a workbook."""

from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpResponse

from lawgov.casework.web.words import Column
from lawgov.jobs.exports import workbook

from .asking import Question
from .indicators import Figure
from .returns import Return, filled
from .words import unsaid

Line = tuple[str, str, Figure]  # a section, what the line is called, and its figure
COLUMNS = (
    Column("代码", lambda figure: figure.indicator.code),
    Column("指标", lambda figure: figure.indicator.name),
    Column("数值", lambda figure: unsaid(figure) if figure.value is None else figure.value),
    Column("计量单位", lambda figure: figure.indicator.measure),
    Column("口径", lambda figure: figure.indicator.meaning),
    Column("口径日期", lambda figure: figure.indicator.basis),
)


def workbook_of(by: Any, question: Question, found: Sequence[Figure]) -> HttpResponse:
    asked = [question.unit.name, str(question.period), f"截至 {question.period.as_of}"]
    return workbook("指标数据", by, asked, COLUMNS, found)


def told(column: Column) -> Callable[[Line], Any]:
    return lambda line: column.value(line[2])


OF_RETURN = (
    Column("部分", lambda line: line[0]),
    Column("项目", lambda line: line[1]),
    *(Column(column.label, told(column)) for column in COLUMNS[2:]),
)


def workbook_of_return(by: Any, wanted: Return, question: Question) -> HttpResponse:
    asked = [question.unit.name, str(question.period), f"截至 {question.period.as_of}"]
    lines = [
        (title, row.label, row.figure) for title, rows in filled(wanted, question) for row in rows
    ]
    return workbook(wanted.name, by, [*asked, *wanted.notes], OF_RETURN, lines)
