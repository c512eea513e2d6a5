"""Facts as controls on a page. What comes back is read by the facts, as by every other door."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django import forms
from django.forms.utils import ErrorDict, ErrorList

from lawgov.people.models import User
from lawgov.people.shown import working_in
from lawgov.privacy.masks import mask_text
from lawgov.units import scope
from lawgov.units.models import Unit
from lawgov.units.scope import Level

from ..facts import Choice, Day, Fact, Many, Person, Place
from ..places import Places

SPARE = 4  # blank rows kept ready, so that nobody needs JavaScript to add one
MOST_ROWS = 100
MOST_UNITS = 500
OPEN = 4  # facts of a row that stand open; the rest is folded away


class FactsForm(forms.Form):
    """A control for each fact; rows of controls for a fact that is a list."""

    def __init__(
        self,
        facts: Mapping[str, Fact],
        *args: Any,
        case: Any = None,
        hidden: Sequence[str] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.facts, self.case = facts, case
        self.faults: dict[str, list[str]] = {}
        self.groups: dict[str, Rows] = {}
        for name, fact in facts.items():
            if isinstance(fact, Many):
                self.groups[name] = Rows(name, fact, self)
            else:
                self.fields[name] = control(name, fact, case)
                if name in hidden:
                    self.fields[name].widget = forms.HiddenInput()

    def full_clean(self) -> None:
        """The faults are those that the facts found; the controls judge nothing."""
        self.cleaned_data = {}
        self._errors = ErrorDict({name: ErrorList(why) for name, why in self.faults.items()})

    @property
    def given(self) -> dict[str, Any]:
        """What was filled in, raw."""
        plain = {
            name: self[name].field.widget.value_from_datadict(
                self.data, self.files, self.add_prefix(name)
            )
            for name in self.facts
            if name in self.fields
        }
        return plain | {name: rows.given for name, rows in self.groups.items()}

    def refuse(self, errors: Mapping[str, list[str]]) -> None:
        """Put each fault at its control; what has none stands on top."""
        for name, why in errors.items():
            group, _, place = name.partition(".")
            if group in self.groups:
                self.groups[group].refuse(place, why)
            elif name in self.fields:
                self.faults[name] = why
            else:
                self.faults.setdefault("__all__", []).extend(why)
        self.full_clean()

    @property
    def main(self) -> list[Any]:
        """What must be filled in, in the order of the facts, and what a phone is held up for."""
        return [part for part in self.controls() if is_open(part)]

    @property
    def rest(self) -> list[Any]:
        return [part for part in self.controls() if not is_open(part)]

    @property
    def is_rest_open(self) -> bool:
        return any(part.errors for part in self.rest)

    def controls(self) -> Iterator[Any]:
        for name in [n for n in self.fields if n not in self.facts] + list(self.facts):
            if name in self.groups:
                yield self.groups[name]
            elif not self[name].is_hidden:
                yield self[name]

    @property
    def has_faults(self) -> bool:
        return bool(self.faults) or any(rows.has_faults for rows in self.groups.values())


def is_open(part: "Rows | forms.BoundField") -> bool:
    return isinstance(part, Rows) or part.field.required or part.field.widget.needs_multipart_form


def control(name: str, fact: Fact, case: Any) -> forms.Field:
    field = fact.field(case)
    field.required = fact.required
    if "phone" in name:
        field.widget.input_type = "tel"
    return field


class Rows:
    """The rows of one list: two or more to fill in, blank ones dropped."""

    def __init__(self, name: str, fact: Many, form: FactsForm) -> None:
        self.name, self.label = name, fact.label
        self.faults: list[str] = []
        self.of = fact.of or {}
        begun = form.initial.get(name) or (fact.begins(form.case) if form.case else ())
        count = self.sent(form.data) if form.is_bound else len(begun) + SPARE
        self.rows = [
            RowForm(
                self.of,
                form.data if form.is_bound else None,
                case=form.case,
                prefix=f"{name}-{n}",
                initial=begun[n] if n < len(begun) else {},
                use_required_attribute=False,
            )
            for n in range(count)
        ]
        for n, row in enumerate(self.rows):
            row.ordinal = n + 1
        self.open = max(len(begun), 1) if not form.is_bound else self.filled_to()

    def sent(self, data: Mapping[str, Any]) -> int:
        """How many rows came; a row beyond the last is not made up from a wild number."""
        pattern = re.compile(rf"{re.escape(self.name)}-(\d{{1,2}})-")
        places = [int(m[1]) for m in map(pattern.match, data) if m]
        return min(max(places, default=0) + 1, MOST_ROWS)

    def filled_to(self) -> int:
        return max((n + 1 for n, row in enumerate(self.rows) if not row.is_blank), default=1)

    @property
    def kept(self) -> list["RowForm"]:
        return [row for row in self.rows if not row.is_blank]

    @property
    def given(self) -> list[dict[str, Any]]:
        return [row.given for row in self.kept]

    @property
    def begun(self) -> list["RowForm"]:
        return self.rows[: self.open]

    @property
    def spare(self) -> list["RowForm"]:
        return self.rows[self.open :]

    @property
    def has_faults(self) -> bool:
        return bool(self.faults) or any(row.faults for row in self.rows)

    def refuse(self, place: str, why: list[str]) -> None:
        number, _, name = place.partition(".")
        if name:
            self.kept[int(number)].refuse({name: why})
        else:
            self.faults += why


class RowForm(FactsForm):
    """One row; choices alone do not make it one, since they are set beforehand."""

    ordinal = 1

    @property
    def is_blank(self) -> bool:
        given = self.given if self.is_bound else {}
        return not any(v for n, v in given.items() if not isinstance(self.facts[n], Choice))

    @property
    def first(self) -> list[Any]:
        return list(self)[:OPEN]

    @property
    def more(self) -> list[Any]:
        return list(self)[OPEN:]

    @property
    def is_more_open(self) -> bool:
        return any(field.errors or field.value() for field in self.more)


def open_words(known: Mapping[str, Any]) -> dict[str, Any]:
    """What stands in a form beforehand; words that a page would mask have to be typed again."""
    return {n: v for n, v in known.items() if not isinstance(v, str) or mask_text(v) == v}


def begin(facts: Mapping[str, Fact], asked: Mapping[str, Any], today: Any) -> dict[str, Any]:
    """What a form starts with: today, and whatever the link to it said."""
    days = {n: today for n, fact in facts.items() if isinstance(fact, Day) and n == "on"}
    plain = {name for name, fact in facts.items() if not isinstance(fact, Many)}
    return days | {name: asked[name] for name in asked if name in plain}


def add_unit(form: FactsForm, user: User, roles: Any) -> None:
    """Ask for the unit too, first of all; a new case offers the units and people in reach."""
    choices = unit_choices(user.spans(roles))
    if len(choices) == 1:
        form.initial["unit"] = choices[0][0]
    else:
        choices.insert(0, ("", "请选择"))
    form.fields["unit"] = forms.ChoiceField(label="所属单位", choices=choices)
    for name, fact in form.facts.items():
        if isinstance(fact, Places):
            form.fields[name].choices = unit_choices(user.spans(roles))  # type: ignore[attr-defined]
        if isinstance(fact, Place | Person) and not form.fields[name].widget.is_hidden:
            spans = user.spans(roles)
            reach = (
                working_in(spans, fact.roles) if isinstance(fact, Person) else unit_choices(spans)
            )
            offered = [("", "请选择"), *reach]
            form.fields[name] = forms.ChoiceField(choices=offered, **fact.common())
            form.fields[name].required = fact.required


def unit_choices(spans: Any) -> list[tuple[str, str]]:
    """The units in these ranges by name, a grid with its community before it."""
    inside = Unit.objects.current().filter(scope.within("code", spans)).order_by("code")
    named = dict(inside.values_list("code", "name")[: MOST_UNITS + 1])
    if len(named) > MOST_UNITS:  # a county or wider: its own units and those right below
        levels = {scope.level(low) for low, _ in spans}
        near = levels | {level.below for level in levels if level.below}
        named = dict(inside.filter(level__in=near).values_list("code", "name")[:MOST_UNITS])
    return [(code, with_community(code, named)) for code in named]


def with_community(code: str, named: Mapping[str, str]) -> str:
    above = named.get(scope.parent(code), "") if scope.level(code) == Level.GRID else ""
    return above + named[code]
