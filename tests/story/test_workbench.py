"""A day at the workbench in a real browser: found, handed over, proved, printed, listed."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from lawgov.casework.models import Attachment
from lawgov.people.models import User
from tests.browser import DESK, PHONE, Visitor, known, needs_chromium
from tests.cast import COMMUNITY, answers, logged
from tests.files.samples import jpeg

pytestmark = needs_chromium


def find(visitor, words, number):
    """By two characters of its text, from the box on top of every page."""
    box = visitor.page.get_by_role("searchbox").first
    box.fill(words)
    box.press("Enter")
    visitor.page.wait_for_url("**/search/?q=*")
    visitor.open_first(number)


def attach(visitor, photo):
    visitor.page.get_by_role("link", name="附件", exact=True).click()
    visitor.page.get_by_role("link", name="添加附件").first.click()
    visitor.page.set_input_files("input[type=file] >> nth=0", photo)
    visitor.fill(label="现场照片")
    visitor.page.locator("main form").get_by_role("button", name="添加附件").click()


def shape(size, script):
    wide = "1280" if size is DESK else "390"
    return pytest.param(size, script, id=f"{wide}-{'script' if script else 'plain'}")


@pytest.mark.parametrize(
    ("size", "script"), [shape(size, script) for size in (DESK, PHONE) for script in (True, False)]
)
@pytest.mark.django_db(transaction=True)
def test_found_by_two_characters_handed_over_accepted_proved_printed_and_listed(
    cast, live_server, browser, size, script, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path / "media"
    known(User.objects.filter(username__in=["grid", "community"]))
    case = logged(cast.grid)

    grid = Visitor(browser, live_server, "grid", size, script)
    find(grid, "天花", case.number)
    grid.take("上报", to=COMMUNITY, reason="网格难以处理")

    community = Visitor(browser, live_server, "community", size, script)
    community.go("/handovers/")
    community.open_first(case.number)
    community.take("接收")
    photo = {"name": "现场.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}
    attach(community, photo)
    community.take("受理", basis=answers()["accept"]["basis"], eligible=True)
    community.page.get_by_role("link", name="文书", exact=True).click()
    paper = community.download("intake.pdf")
    community.go("/disputes/?q=漏水")
    sheet = community.fetch(community.page.get_by_role("link", name="导出", exact=True))

    case.refresh_from_db()
    assert (case.desk, case.state) == (COMMUNITY, "accepted")
    assert Attachment.objects.get().name == "现场.jpg"
    assert paper.startswith(b"%PDF-")
    assert case.number in str(list(load_workbook(BytesIO(sheet)).active.values))
    assert grid.complaints == community.complaints == []
