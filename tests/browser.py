"""A real browser for what only a browser shows."""

import os
import shutil

import pytest
from django.db import connections

CHROMIUM = shutil.which("chromium")
FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-sync".split()
needs_chromium = pytest.mark.skipif(
    not CHROMIUM, reason="没有 chromium（apt-get install chromium）"
)


@pytest.fixture
def browser(monkeypatch):
    from playwright.sync_api import sync_playwright

    # Playwright keeps an event loop in this thread, which Django takes for asynchronous code and
    # gives a connection of its own: it is closed while the loop still stands.
    monkeypatch.setitem(os.environ, "DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
        connections.close_all()
