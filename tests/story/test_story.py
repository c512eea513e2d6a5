"""One whole story in a real browser: from a dispute logged on a phone to the year's figure."""

import re

import pytest

from lawgov.casework.models import Case
from lawgov.people.models import User
from tests.browser import DESK, PHONE, Visitor, known, needs_chromium
from tests.cast import COMMUNITY, STREET, today

pytestmark = needs_chromium


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
    known(User.objects.exclude(username="nobody"))
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
