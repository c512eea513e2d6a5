"""On a phone: a round, a find, a photo, no network for a while, and it arrived once."""

import pytest

from lawgov.casework.models import Case, Entry
from lawgov.people.models import User
from tests.browser import PHONE, Visitor, known, needs_chromium
from tests.cast import GRID
from tests.files.samples import jpeg

pytestmark = needs_chromium
PHOTO = {"name": "现场.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}


KEPT = "async () => (await (await caches.open('lawgov-pages')).keys()).length === 3"
LISTED = "() => document.querySelectorAll('.waiting .light-yellow').length === 2"
LOSE = """() => {
    const real = window.fetch;
    window.lost = 0;
    window.fetch = async (...asked) => {
        const answer = await real(...asked);
        if (asked[1]?.method === "POST" && !window.lost++) throw new TypeError("lost");
        return answer;
    };
}"""
ARRIVED = "() => document.querySelectorAll('.waiting .light-green').length === 2"


def until(page, holds):
    """The policy of our pages lets no test wait inside them."""
    for _ in range(200):
        if page.evaluate(holds):
            return
        page.wait_for_timeout(100)
    raise AssertionError(holds)


def ready(page):
    """The worker is there and has kept the pages."""
    until(page, "() => navigator.serviceWorker.controller !== null")
    until(page, KEPT)


def register(visitor):
    visitor.fill(title="楼上漏水引发的纠纷", type="neighbour", summary="楼上漏水，浸坏天花板")
    visitor.fill(**{"parties-0-name": "甲某", "parties-0-id_number": "11010519491231002X"})
    visitor.fill(**{"parties-1-name": "乙某"})
    visitor.page.locator("main form").get_by_role("button", name="登记", exact=True).click()
    visitor.page.wait_for_url("**/pending/")


def stored(page):
    """Everything that lies in the browser's storages, as text."""
    return page.evaluate("""async () => {
        const items = await queue.of(document.body.dataset.user);
        const sealed = items.map((i) => new TextDecoder().decode(i.sealed));
        return JSON.stringify([items, sealed, {...localStorage}, {...sessionStorage}]);
    }""")


@pytest.mark.django_db(transaction=True)
def test_a_round_a_find_a_photo_no_network_for_a_while_and_it_arrived_once(
    cast, live_server, browser, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path / "media"
    known(User.objects.filter(username="grid"))
    grid = Visitor(browser, live_server, "grid", PHONE)
    ready(grid.page)

    grid.page.context.set_offline(True)
    grid.go("/screenings/new/")
    grid.fill(spot="3号楼1单元")
    grid.page.set_input_files("input[name=file] >> nth=1", PHOTO)
    grid.page.get_by_role("button", name="发现纠纷，去登记").click()
    grid.page.wait_for_url("**/disputes/new/?after=*")
    assert grid.page.locator("[name=channel]").input_value() == "screening"
    register(grid)

    until(grid.page, LISTED)
    assert grid.sees("登记排查")
    assert grid.sees("照片1张")
    assert "11010519491231002X" not in stored(grid.page)
    assert not Entry.objects.exists()
    grid.page.evaluate(LOSE)  # the server will take the first of them, but its answer is lost

    grid.page.context.set_offline(False)
    until(grid.page, "() => window.lost === 1")
    assert Entry.objects.count() == 1
    grid.page.get_by_role("button", name="现在发送").first.click()
    until(grid.page, ARRIVED)
    grid.go("/pending/")

    entry, case = Entry.objects.get(), Case.objects.get()
    assert (entry.unit, entry.facet, entry.proofs) == (GRID, "dispute", 1)
    assert case.links.get().entry == entry
    assert case.attachments.get().sha256 == entry.attachments.get().sha256
    assert grid.page.locator("[data-waiting]").is_hidden()
