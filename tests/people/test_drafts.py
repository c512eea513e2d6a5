"""An unsent form survives a lost network, and no number of a person stays in the browser."""

import pytest

from lawgov.people.models import User
from tests.browser import needs_chromium

from .conftest import PASSWORD, STREET

pytestmark = [pytest.mark.django_db(transaction=True), needs_chromium]


@pytest.fixture
def page(live_server, system_admin, browser):
    """A phone-sized window, logged in as the system administrator."""
    page = browser.new_page(viewport={"width": 390, "height": 844}, base_url=live_server.url)
    page.errors = []
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda m: m.type == "error" and page.errors.append(m.text))
    page.goto("/login/")
    page.fill("[name=username]", "system")
    page.fill("[name=password]", PASSWORD)
    page.click("button")
    page.wait_for_url("**/people/")
    return page


def fill_in(page) -> None:
    page.goto("/people/add/")
    page.fill("[name=username]", "zhao")
    page.fill("[name=name]", "赵敏")
    page.fill("[name=phone]", "13900139000")
    page.select_option("[name=role]", "grid_worker")
    page.select_option("[name=unit]", f"{STREET}001")
    page.wait_for_timeout(600)  # the draft is written when typing pauses


def test_an_unsent_form_comes_back_without_its_phone(page):
    fill_in(page)

    page.reload()

    assert page.input_value("[name=name]") == "赵敏"
    assert page.input_value("[name=role]") == "grid_worker"
    assert page.input_value("[name=phone]") == ""
    assert "13900139000" not in page.evaluate("JSON.stringify(localStorage)")
    assert "已恢复" in page.inner_text("main")


def test_without_network_the_form_stays_and_is_sent_later(page):
    fill_in(page)
    page.context.set_offline(True)
    page.click("main form button")
    assert "网络已断开" in page.inner_text("main")
    assert page.input_value("[name=phone]") == "13900139000"

    page.context.set_offline(False)
    page.click("main form button")

    page.wait_for_selector("text=一次性密码")
    assert User.objects.filter(username="zhao").exists()


def test_a_sent_form_leaves_no_draft_and_strict_csp_no_complaint(page):
    fill_in(page)
    page.click("main form button")
    page.wait_for_selector("text=一次性密码")

    page.goto("/people/add/")

    assert page.input_value("[name=name]") == ""
    assert page.errors == []


def test_a_refused_form_keeps_what_was_typed_and_names_the_field(page):
    fill_in(page)
    page.fill("[name=phone]", "12345")
    page.click("main form button")

    page.wait_for_selector(".summary")

    assert "手机号应为11位数字" in page.inner_text(".summary")
    assert page.input_value("[name=name]") == "赵敏"
    page.click(".summary a")
    assert page.evaluate("document.activeElement.name") == "phone"
