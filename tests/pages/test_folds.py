"""What is wrong or was restored inside a closed fold comes into sight, in a real browser."""

import pytest

from tests.browser import needs_chromium

pytestmark = [pytest.mark.django_db(transaction=True), needs_chromium]
PASSWORD = "Fold-1234-word"


@pytest.fixture
def page(cast, live_server, browser):
    """The grid worker's form of a round on a phone."""
    cast.grid.set_password(PASSWORD)
    cast.grid.save()
    page = browser.new_page(viewport={"width": 390, "height": 844}, base_url=live_server.url)
    page.goto("/login/")
    page.fill("[name=username]", "grid")
    page.fill("[name=password]", PASSWORD)
    page.click("main button")
    page.wait_for_url(live_server.url + "/")
    page.goto("/screenings/new/")
    return page


def type_into_the_fold_and_close_it(page):
    page.locator("main summary").click()
    page.fill("[name=households]", "-5")
    page.locator("main summary").click()
    page.wait_for_timeout(600)  # the draft is written when typing pauses


def test_a_wrong_field_in_a_closed_fold_is_shown_when_the_form_is_sent(page):
    type_into_the_fold_and_close_it(page)
    assert not page.is_visible("[name=households]")
    page.click("text=未发现纠纷，登记")
    assert page.is_visible("[name=households]")
    assert page.url.endswith("/screenings/new/")


def test_a_draft_restored_into_a_fold_opens_it(page):
    type_into_the_fold_and_close_it(page)
    page.reload()
    assert page.input_value("[name=households]") == "-5"
    assert page.is_visible("[name=households]")
