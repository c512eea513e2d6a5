"""Browsers for the rooms of mediation."""

from tests.pages.conftest import as_  # noqa: F401 - a fixture
