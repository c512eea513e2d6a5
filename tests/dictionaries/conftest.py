"""Lists are remembered for some seconds; a test starts with what the database says."""

import pytest

from lawgov.dictionaries.lists import remembered
from lawgov.dictionaries.models import Naming, Term


@pytest.fixture(autouse=True)
def fresh():
    remembered.forget()
    yield
    remembered.forget()


@pytest.fixture
def lift(db) -> Term:
    return Term.objects.get(dictionary="dispute.subtype", code="lift")


@pytest.fixture
def rename(db):
    """Called something else from a day on."""

    def rename(term: Term, label: str, since: str) -> None:
        Naming.objects.create(term=term, label=label, since=since)
        remembered.forget()

    return rename


@pytest.fixture
def stop(db):
    def stop(term: Term, until: str) -> None:
        Term.objects.filter(pk=term.pk).update(until=until)
        remembered.forget()

    return stop


@pytest.fixture
def type_of():
    return lambda code: Term.objects.get(dictionary="dispute.type", code=code)
