"""Inspections before the public: the plan once it is approved, the result once it is there."""

import pytest
from django.urls import reverse

from enforcement.publicity import standing
from enforcement.publicity.models import Publication
from lawgov.casework import outbox

from ..cast import STREET
from . import finds
from .officers import certify

pytestmark = pytest.mark.django_db


def published(squad, case) -> Publication:
    outbox.drain()
    row = Publication.objects.get(source=case)
    row.case.take("approve", by=squad.justice)
    outbox.drain()
    case.refresh_from_db()
    return row


def test_a_plan_is_shown_once_it_is_approved(squad, client):
    case = finds.plan(squad, public=False)
    outbox.drain()
    assert not Publication.objects.exists()

    case.take("approve", by=squad.head)
    row = published(squad, case)
    assert case.state == "public"
    assert "生活垃圾分类检查" in client.get(reverse("public-item", args=[row.pk])).content.decode()
    assert "inspection_plan" not in {each.type for each in standing.of(STREET) if each.lacks}


def test_a_result_is_shown_once_it_is_there(squad, client):
    certify(squad.justice, squad.officer, squad.partner)
    case = finds.inspected(squad)
    row = published(squad, case)

    assert row.type == "inspection_result"
    assert case.detail.public_on is not None
    listed = client.get(reverse("public"), {"type": "inspection_result"}).content.decode()
    assert "泥头车检查" in listed
