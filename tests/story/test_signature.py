"""A party signs an agreement on a phone, with a finger."""

import pytest

from tests.browser import PHONE, Visitor, known, needs_chromium
from tests.cast import today
from tests.mediation.proper import drafted, fresh

pytestmark = needs_chromium
STROKE = ((0.2, 0.3), (0.5, 0.7), (0.8, 0.4))


def write(visitor):
    """A stroke across the pad, as a finger draws it."""
    pad = visitor.page.locator("[data-pad] canvas")
    pad.scroll_into_view_if_needed()
    box = pad.bounding_box()
    points = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in STROKE]
    visitor.page.mouse.move(*points[0])
    visitor.page.mouse.down()
    for point in points[1:]:
        visitor.page.mouse.move(*point)
    visitor.page.mouse.up()
    visitor.page.wait_for_selector("[data-pad] [data-written]")


@pytest.mark.django_db(transaction=True)
def test_a_signature_by_hand_on_the_screen_is_kept_with_the_agreement(cast, live_server, browser):
    known([cast.mediator])
    case = drafted(cast)
    phone = Visitor(browser, live_server, "mediator", PHONE)
    phone.go(f"/disputes/{case.pk}/sign/")
    write(phone)
    phone.fill(signer="party", party=str(case.part("parties")[0].pk), mark="hand", on=today())
    phone.page.locator("main form").get_by_role("button", name="签署协议", exact=True).click()
    phone.page.wait_for_url(f"**/disputes/{case.pk}/**")

    [row] = fresh(case).part("signatures")
    [kept] = fresh(case).part("attachments")
    assert (row.files, kept.media_type) == ([kept.sha256], "image/png")
    assert phone.complaints == []
