"""Browsers for the rooms of mediation, and a clock to travel by."""

from tests.casework.conftest import time_machine_at  # noqa: F401 - a fixture
from tests.pages.conftest import as_  # noqa: F401 - a fixture
