"""Asking as a person does: one box, sent; then what the page shows."""

import re
from html import unescape

import pytest

from lawgov.casework import outbox
from tests.cast import GRID, logged
from tests.pages.conftest import Browser, as_

__all__ = ["Browser", "as_"]


def numbers(page: str) -> list[str]:
    return re.findall(r'data-label="编号"[^>]*>\s*<a [^>]*>([^<]+)</a>', page)


def marked(page: str) -> list[str]:
    return [unescape(text) for text in re.findall(r"<mark>([^<]*)</mark>", page)]


@pytest.fixture
def ask(as_):
    """The numbers that a user finds with a text."""

    def asked(user, text: str) -> list[str]:
        answer = as_(user).post("/search/", {"q": text}, follow=True)
        assert answer.status_code == 200, answer.status_code
        return numbers(answer.content.decode())

    return asked


@pytest.fixture
def parking(cast):
    """A dispute with text of every sort, indexed."""
    return read(
        logged(
            cast.grid,
            title="重庆路停车位纠纷",
            summary="双方为了地下车库的B2层争吵，热线转来。",
            place="永和新村3号楼",
            source_number="SH20231105-778",
            parties=[
                {"side": "applicant", "name": "单大伟", "agent_name": "曾律师"},
                {"side": "respondent", "name": "尉迟明", "phone": "13812345678"},
            ],
        )
    )


def read(*cases):
    """The worker has read what was done."""
    outbox.drain()
    return cases[0] if cases else None


def other(cast, unit=GRID, **changes):
    return read(logged(cast.grid, unit=unit, **changes))
