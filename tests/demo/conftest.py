"""The demo, loaded once for all its tests and undone after them."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction


@pytest.fixture(scope="module")
def printed(django_db_setup, django_db_blocker):
    patch = pytest.MonkeyPatch()
    with patch.context() as change, django_db_blocker.unblock(), transaction.atomic():
        change.setattr("django.conf.settings.DEMO", True)
        out = StringIO()
        call_command("demo", stdout=out)
        connection.check_constraints()  # once and for all, not again after every test
        yield out.getvalue()
        transaction.set_rollback(True)
