"""Two who change one unit at once: the second sees what the first has done."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from lawgov.units import imports
from lawgov.units.models import Unit

pytestmark = pytest.mark.django_db(transaction=True)
FILE = settings.BASE / "fixtures" / "units" / "440309006.csv"


def at_once(tasks):
    """What each answers, or the refusal it met; all start together."""
    start = Barrier(len(tasks))

    def run(task):
        try:
            connection.ensure_connection()
            start.wait()
            return task()
        except (ValidationError, IntegrityError) as refusal:
            return refusal
        finally:
            connection.close()

    with ThreadPoolExecutor(len(tasks)) as threads:
        return list(threads.map(run, tasks))


def refusals(answers):
    return [answer for answer in answers if isinstance(answer, Exception)]


def test_of_eight_renames_at_once_one_holds():
    unit = Unit.objects.create(code="110105019", name="垡头街道")
    on = date(2024, 7, 1)
    rows = [Unit.objects.get(pk=unit.pk) for _ in range(8)]
    answers = at_once([lambda row=row: row.rename(on=on, name="新街道") for row in rows])
    assert len(refusals(answers)) == 7
    assert Unit.objects.filter(code="110105019").count() == 2


def test_of_eight_overlapping_rows_at_once_one_is_written():
    def write(year):
        with transaction.atomic():
            return Unit.objects.create(
                code="110105019", name="街道", since=date(year, 1, 1), until=date(2024, 1, 1)
            )

    answers = at_once([lambda year=year: write(year) for year in range(2010, 2018)])
    assert len(refusals(answers)) == 7
    assert Unit.objects.filter(code="110105019").count() == 1


def test_two_imports_at_once_add_each_unit_once():
    first, second = at_once([lambda: imports.load(FILE)] * 2)
    assert sorted([first.added, second.added]) == [0, 21]
