"""A real browser for what only a browser shows."""

import os
import shutil
from pathlib import Path

import pytest
from django.db import connections

CHROMIUM = shutil.which("chromium")
FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-sync".split()
needs_chromium = pytest.mark.skipif(
    not CHROMIUM, reason="没有 chromium（apt-get install chromium）"
)
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
PASSWORD = "Story-1234-word"


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


def known(people):
    """Give each of them the password of these stories."""
    for user in people:
        user.set_password(PASSWORD)
        user.save(update_fields=["password"])


class Visitor:
    """A person at a screen; everything the console complains of is kept."""

    def __init__(self, browser, server, name, size, script=True):
        self.server, self.complaints = server.url, []
        context = browser.new_context(
            viewport=size, locale="zh-CN", java_script_enabled=script, accept_downloads=True
        )
        self.page = context.new_page()
        self.page.on("console", self.listen)
        self.go("/login/")
        self.fill(username=name, password=PASSWORD)
        self.page.click("button[type=submit]")
        self.page.wait_for_url(self.server + "/")

    def listen(self, message):
        if message.type == "error":
            self.complaints.append(message.text)

    def go(self, path):
        self.page.goto(self.server + path)

    def fill(self, **values):
        for name, value in values.items():
            field = self.page.locator(f"[name={name}]").first
            kind = field.evaluate("e => e.tagName + (e.type || '')")
            if kind.startswith("SELECT"):
                field.select_option(value)
            elif kind.endswith("checkbox"):
                field.check()
            else:
                field.fill(value)

    def take(self, label, **values):
        """Open the step by its button on the case page, fill it in and send it."""
        self.page.get_by_role("link", name=label, exact=True).click()
        self.fill(**values)
        self.page.locator("main form").get_by_role("button", name=label, exact=True).click()

    def sees(self, text):
        return text in self.page.locator("main").inner_text()

    def open_first(self, text):
        self.page.get_by_role("link", name=text).first.click()

    def download(self, name):
        return self.fetch(self.page.locator(f"a[href$='{name}']"))

    def fetch(self, link):
        with self.page.expect_download() as download:
            link.click()
        return Path(download.value.path()).read_bytes()
