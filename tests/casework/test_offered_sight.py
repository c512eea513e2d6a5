"""Who was offered a dispute must be able to open it."""

from lawgov.casework.models import Case
from tests.cast import COMMUNITY, STREET, logged


def test_the_community_sees_what_the_street_offers_it(cast):
    case = logged(cast.mediator, STREET)
    case.take("hand_down", by=cast.mediator, to=COMMUNITY, reason="由社区先行调处")

    assert Case.objects.visible_to(cast.community, "dispute").get() == case
    assert not Case.objects.visible_to(cast.neighbour, "dispute").exists()
