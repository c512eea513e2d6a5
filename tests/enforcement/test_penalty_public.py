"""A penalty before the public: nothing personal shows, and it is not closed without."""

import pytest
from django.urls import reverse

from enforcement.publicity.models import Publication
from lawgov.casework import outbox
from lawgov.casework.models import Case

from ..cast import today
from .deciding import decision_in, take, told_so
from .penalty import PARTY

pytestmark = pytest.mark.django_db
HOME, PHONE, ID = "上海市静安区共康路12号501室", "13812345678", "11010519491231002X"
NAMED = PARTY | {"name": "钱万里", "id_number": ID, "phone": PHONE, "address": HOME}
OTHERS = {"side": "third", "kind": "person", "name": "李四平"}
TEXT = f"钱万里（{ID}，{PHONE}，住{HOME}）占道，李四平、吴九安在场，本人患有糖尿病"
PLANTED = ("钱万里", "李四平", "吴九安", ID, PHONE, "12号501", "糖尿病")


def decided(squad, state="decided", **changes) -> Case:
    given = {"draft": {"facts": TEXT}, "investigate": {"asked": "吴九安"}}
    asked = {"title": "钱万里占用道路案", "parties": [NAMED, OTHERS]} | changes
    case = decision_in(state, squad, given, **asked)
    outbox.drain()
    case.refresh_from_db()
    return case


def published(squad, case) -> Case:
    made = Publication.objects.get(source=case).case
    made.take("approve", by=squad.justice)
    outbox.drain()
    case.refresh_from_db()
    return made


def read(client, made) -> str:
    return client.get(reverse("public-item", args=[made.pk])).content.decode()


def test_no_planted_personal_datum_of_a_penalty_shows_to_the_public(squad, client):
    page = read(client, published(squad, decided(squad)))

    assert [value for value in PLANTED if value in page] == []
    assert "钱某占用道路案" in page
    assert "罚款五百元" in page
    assert "行政复议" in page


def test_a_penalty_cannot_close_unpublished(squad, monkeypatch):
    told_so(monkeypatch, recording__missing=[])
    case = decided(squad, "executed")
    with pytest.raises(Exception, match="应当依法公开后结案"):
        take(case, squad, "close")

    published(squad, case)
    take(case, squad, "close")
    assert case.state == "closed"


def test_the_case_hears_of_its_publication_and_its_clock_stops(squad):
    case = decided(squad)
    assert "行政处罚公示" in {each.clock.label for each in case.clocks() if each.due}
    published(squad, case)
    assert "行政处罚公示" not in {each.clock.label for each in case.clocks() if each.due}


def test_a_penalty_annulled_in_review_is_to_be_withdrawn(squad, monkeypatch):
    case = decided(squad, "served")
    made = published(squad, case)
    take(case, squad, "contest", kind="reconsideration", on=today())
    take(case, squad, "contest_ended", result="revoked", on=today())
    outbox.drain()
    made.refresh_from_db()

    assert (made.state, made.due_clock) == ("annulled", "公示撤回")


def test_of_a_minors_penalty_nothing_is_prepared(squad):
    youth = NAMED | {"id_number": "", "age": "minor", "agent_name": "钱大", "agent_kind": "legal"}
    case = decision_in("concluded", squad, parties=[youth])
    told = {"fine": "100", "kinds": ["fine"], "band": "P1"}
    for step in ("draft", "notify", "waive", "decide"):
        take(case, squad, step, **(told if step == "draft" else {}))
    outbox.drain()
    assert not Publication.objects.exists()
