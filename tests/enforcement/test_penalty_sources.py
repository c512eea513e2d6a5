"""What was seen before a case existed moves along to it."""

import pytest

from lawgov.casework import outbox

from ..pages.conftest import as_
from . import finds
from .officers import certify
from .penalty import penalty_in, registered

__all__ = ["as_"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def lead(squad):
    """A lead with a photo, a wrong photo that was voided, and a note."""
    case = finds.handled(squad)
    case.take("attach", by=squad.officer, file=[finds.picture()])
    case.take("attach", by=squad.officer, file=[finds.picture()])
    wrong = case.attachments.latest("pk")
    case.take("void_attachment", by=squad.officer, attachment=wrong.pk, reason="传错")
    case.take("note", by=squad.officer, words="店主承认货物为其所有")
    return case


def test_photos_of_a_lead_move_along_with_whoever_took_them(squad, lead):
    case = registered(squad, source=lead.pk)

    photo, copied = lead.attachments.filter(void=False).get(), case.attachments.get()
    assert (copied.sha256, copied.stored) == (photo.sha256, photo.stored)
    assert (copied.by, copied.at) == (photo.by, photo.at)
    assert copied.label == f"来自 {lead.number}"


def test_the_head_reads_the_notes_of_the_lead_before_the_case_is_filed(squad, lead):
    case = penalty_in("applied", squad, source=lead.pk)

    told = case.procedure.steps["approve_filing"].effect(case)

    assert ("来源", f"{lead.procedure.label} {lead}") in told
    assert ("记录", "店主承认货物为其所有") in told


def test_a_lead_learns_that_a_case_was_filed_of_it(squad, lead):
    penalty_in("filed", squad, source=lead.pk)
    outbox.drain()

    lead.refresh_from_db()
    assert lead.state == "filed"


def test_a_lead_that_must_be_filed_leads_to_a_form_that_knows_it(squad, lead, as_):
    certify(squad.head, squad.officer, squad.partner)
    finds.measured(squad, lead)
    lead.take("repeated", by=squad.officer, found="再次堆放")
    browser = as_(squad.officer)
    url = f"/penalties/new/?source={lead.pk}"

    assert f'href="{url}">由此登记处罚案件' in browser.see(f"/leads/{lead.pk}/")
    assert lead.number in browser.see(url)
    form = browser.form(url)
    assert form["place"] == [lead.detail.place]
    assert form["summary"] == [lead.detail.summary]
    assert form["unit"] == [lead.unit]
