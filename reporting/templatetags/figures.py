"""How templates write a figure."""

from typing import Any

from django import template

from reporting.indicators import Value
from reporting.words import for_people, unsaid

register = template.Library()


@register.filter
def figure(value: Value, measure: str = "") -> str:
    return for_people(value, measure)


@register.filter
def lacking(row: Any) -> str:
    return unsaid(row)
