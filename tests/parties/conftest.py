"""People who look at pages, as in the tests of the pages."""

from tests.pages.conftest import as_  # noqa: F401
