"""A form's page finds a control before it finds a word of the form: the names must differ."""

import pytest

from lawgov.casework.facts import Many
from lawgov.casework.procedure import PROCEDURES
from lawgov.casework.web.forms import FactsForm, RowForm

OF_FORM = {name for name in vars(FactsForm) if not name.startswith("_")}
OF_ROW = OF_FORM | {name for name in vars(RowForm) if not name.startswith("_")}


@pytest.mark.parametrize("kind", PROCEDURES)
def test_no_fact_of_a_step_hides_what_its_page_reads_of_the_form(kind):
    for name, step in PROCEDURES[kind].steps.items():
        assert not OF_FORM & set(step.facts), f"{kind} {name}"


@pytest.mark.parametrize("kind", PROCEDURES)
def test_no_fact_of_a_row_hides_what_its_page_reads_of_the_row(kind):
    rows = [
        fact
        for step in PROCEDURES[kind].steps.values()
        for fact in step.facts.values()
        if isinstance(fact, Many)
    ]
    for fact in rows:
        assert not OF_ROW & set(fact.of), fact.label
