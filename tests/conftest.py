"""What every test stands on: real servers of their own, and Django set up on them."""

import os

import django
import pytest
from hypothesis import HealthCheck, settings

from lawgov.embedded import servers

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lawgov.settings")
os.environ["CONN_MAX_AGE"] = "0"  # a live server must not hold the test database open
# All tests come from one address; what a flood is, its own tests say.
os.environ["COUNTER_ADDRESS_HOUR"] = os.environ["COUNTER_ASK_HOUR"] = "1000000"
if worker := os.environ.get("PYTEST_XDIST_WORKER"):  # each has a queue and a cache of its own
    number = 2 + 2 * int(worker.removeprefix("gw"))
    os.environ["REDIS_URL"] = os.environ["REDIS_URL"].replace("?db=0", f"?db={number}")
else:  # Not the servers of `make run`: a worker there would take the tests' tasks from the queue.
    os.environ["LAWGOV_VAR"] = str(servers.home() / "tests")
    servers.borrow()
django.setup()
# A worker of xdist must not find it: pytest-django would read the settings before this file runs.
os.environ.pop("DJANGO_SETTINGS_MODULE")
# A busy machine is no fault of the code: what is slow is measured in benchmarks/, not asserted.
# Fewer than the usual examples: each rule is asked by many tests, and all of them run on two cores.
settings.register_profile(
    "lawgov", deadline=None, max_examples=30, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("lawgov")

from tests import emptying  # noqa: E402
from tests.browser import browser  # noqa: E402, F401
from tests.cast import REMEMBERED, cast, tree  # noqa: E402, F401 - fixtures for every room

for each in REMEMBERED:
    each.seconds = 3600  # or a test that counts queries would now and then count one more


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The database, and what stands in it before the first test."""
    with django_db_blocker.unblock():
        emptying.begin()
