"""A browser without scripts: forms are read off the page and sent back as they stand."""

from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client

from lawgov.people.models import User


class Forms(HTMLParser):
    """What a page would send if its POST form were submitted untouched, and its buttons."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self.inside, self.select, self.area = False, "", ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        has = dict(attrs)
        if tag == "form":
            self.inside = has.get("method") == "post" and "logout" not in has.get("action", "")
        elif self.inside and (begin := getattr(self, f"begin_{tag}", None)):
            begin(has.get("name", ""), has)

    def begin_input(self, name: str, has: dict[str, Any]) -> None:
        ticked = "checked" in has or has.get("type") not in ("checkbox", "radio", "file")
        if ticked:
            self.values.setdefault(name, []).append(has.get("value", ""))

    def begin_select(self, name: str, has: dict[str, Any]) -> None:
        self.select, self.values[name] = name, [""]

    def begin_option(self, name: str, has: dict[str, Any]) -> None:
        if "selected" in has:
            self.values[self.select] = [has.get("value", "")]

    def begin_textarea(self, name: str, has: dict[str, Any]) -> None:
        self.area, self.values[name] = name, [""]

    def handle_data(self, data: str) -> None:
        if self.area:
            self.values[self.area] = [self.values[self.area][0] + data.lstrip("\n")]

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.inside = False
        if tag == "select":
            self.select = ""
        if tag == "textarea":
            self.area = ""


class Browser(Client):
    """Opens a page and sends its form with some of it filled in."""

    def see(self, url: str, status: int = 200) -> str:
        response = self.get(url)
        assert response.status_code == status, (url, response.status_code)
        return response.content.decode()

    def form(self, url: str) -> dict[str, Any]:
        return Forms(self.see(url)).values

    def fill(self, url: str, **filled: Any) -> Any:
        """The answer to the form of that page; names are as they stand in it, with _ for -."""
        return self.post(url, self.form(url) | filled)


@pytest.fixture
def as_():
    def browser(user: User) -> Browser:
        found = Browser()
        found.force_login(user)
        return found

    return browser
