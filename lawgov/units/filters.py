"""What can be asked of the tree: whose subtree, which level, which day, which name."""

from datetime import date

import django_filters
from django.core.validators import RegexValidator
from django.db.models import QuerySet
from django.utils import timezone

from .fields import PATTERN
from .models import Unit, UnitQuerySet
from .scope import Level

CODE = RegexValidator(PATTERN, "应为 2、4、6、9、12 或 15 位数字（全国为 0）。")


class UnitFilter(django_filters.FilterSet):
    under = django_filters.CharFilter(label="上级代码", method="narrow", validators=[CODE])
    level = django_filters.ChoiceFilter(label="层级", choices=Level.choices)
    on = django_filters.DateFilter(label="日期（默认今天）", method="keep")
    after = django_filters.CharFilter(
        label="上一页最后的代码", field_name="code", lookup_expr="gt", validators=[CODE]
    )
    q = django_filters.CharFilter(label="名称或代码的开头", method="search", max_length=50)

    class Meta:
        model = Unit
        fields: list[str] = []

    def filter_queryset(self, queryset: QuerySet[Unit]) -> QuerySet[Unit]:
        found = super().filter_queryset(queryset)
        assert isinstance(found, UnitQuerySet)
        return found.on(self.form.cleaned_data["on"] or timezone.localdate())

    def narrow(self, units: UnitQuerySet, name: str, code: str) -> UnitQuerySet:
        return units.under(code)

    def search(self, units: UnitQuerySet, name: str, text: str) -> UnitQuerySet:
        return units.starting(text)

    def keep(self, units: UnitQuerySet, name: str, day: date) -> UnitQuerySet:
        return units  # the day holds with and without the parameter: see filter_queryset
