"""Values are remembered for some seconds; a test starts with what the database says."""

import pytest
from django.utils.timezone import localdate

from lawgov.parameters.known import remembered
from lawgov.parameters.models import Value
from lawgov.people.models import Role
from tests.cast import STREET, person


@pytest.fixture(autouse=True)
def fresh():
    remembered.forget()
    yield
    remembered.forget()


@pytest.fixture
def admin(tree):
    return person("sysadmin", Role.SYSTEM_ADMIN, STREET)


@pytest.fixture
def put(admin):
    """Set a value from a day on, today if none is named."""

    def put(parameter, value, since=None, unit="0"):
        since = since or localdate()
        Value.objects.create(
            parameter=parameter.code, value=value, since=since, unit=unit, by=admin, reason="试行"
        )
        remembered.forget()

    return put
