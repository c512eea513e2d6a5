"""One whole story in a real browser: from a dispute logged on a phone to the year's figure."""

import re
from pathlib import Path

import pytest

from lawgov.casework.models import Case
from lawgov.people.models import User
from tests.browser import needs_chromium
from tests.cast import COMMUNITY, STREET, today

PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
PASSWORD = "Story-1234-word"

pytestmark = needs_chromium


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
        with self.page.expect_download() as download:
            self.page.locator(f"a[href$='{name}']").click()
        return Path(download.value.path()).read_bytes()


def log_a_dispute(visitor):
    visitor.go("/disputes/new/")
    visitor.fill(title="楼上漏水引发的纠纷", channel="application", type="neighbour")
    visitor.fill(**{"parties-0-name": "甲某", "parties-0-id_number": "11010519491231002X"})
    visitor.fill(**{"parties-1-name": "乙某", "summary": "楼上漏水，浸坏天花板"})
    visitor.page.locator("main form").get_by_role("button", name="登记", exact=True).click()


def mediate(visitor):
    visitor.take("接收")
    visitor.take("受理", basis="application", eligible=True)
    mediator = str(User.objects.get(username="mediator").pk)
    visitor.take("分派", handler=mediator, chosen_by="parties")
    visitor.take(
        "调解",
        on=today(),
        place="街道调解室",
        matter="漏水赔偿",
        body="双方陈述意见",
        informed=True,
    )
    visitor.take(
        "达成书面协议", disputed="楼上漏水", liability="乙某承担", content="乙某赔偿甲某一千元",
        manner="一次付清", perform_by=today(), parties_signed_on=today(),
        mediator_signed_on=today(), sealed_on=today(),
    )  # fmt: skip


def mediated_this_year(visitor):
    visitor.go(f"/figures/?unit={STREET}&year={today()[:4]}")
    row = visitor.page.locator("tr, li", has_text="成功调解").first.inner_text()
    return int(re.search(r"(\d+)\s*件", row).group(1)) if re.search(r"(\d+)\s*件", row) else 0


@pytest.mark.parametrize("script", [True, False], ids=["script", "without-script"])
@pytest.mark.django_db(transaction=True)
def test_from_a_dispute_logged_on_a_phone_to_the_years_figure(cast, live_server, browser, script):
    for user in User.objects.exclude(username="nobody"):
        user.set_password(PASSWORD)
        user.save(update_fields=["password"])

    grid = Visitor(browser, live_server, "grid", PHONE, script)
    log_a_dispute(grid)
    number = Case.objects.get().number
    assert grid.sees(number)
    grid.take("上报", to=COMMUNITY, reason="网格难以处理")

    community = Visitor(browser, live_server, "community", PHONE, script)
    community.open_first("待接收")
    community.open_first(number)
    community.take("接收")
    community.take("上报", to=STREET, reason="须街道统筹")

    official = Visitor(browser, live_server, "leader", DESK, script)
    before = mediated_this_year(official)

    mediator = Visitor(browser, live_server, "mediator", DESK, script)
    mediator.open_first("待接收")
    mediator.open_first(number)
    mediate(mediator)
    assert mediator.sees("已达成协议")
    mediator.page.get_by_role("link", name="文书").click()
    assert mediator.download("agreement.docx")[:2] == b"PK"
    assert mediator.download("agreement.pdf")[:5] == b"%PDF-"

    assert mediated_this_year(official) == before + 1
    official.page.locator("a[href*='/figures/dispute.mediated/records/']").first.click()
    assert official.sees(number)
    for visitor in (grid, community, mediator, official):
        assert visitor.complaints == []
