"""How templates write a figure."""

from django import template

from reporting.indicators import Value
from reporting.words import for_people

register = template.Library()


@register.filter
def figure(value: Value, measure: str = "") -> str:
    return for_people(value, measure)
