"""Who registers a dispute is told, before it is saved, what may be the same one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lawgov.casework.models import Case
from lawgov.casework.refusals import Doubtful
from mediation import same

from ..cast import COMMUNITY, GRID, RESPONDENT, SIBLING, logged, registration

pytestmark = pytest.mark.django_db
NOBODY = [{"side": "applicant", "name": "丙某"}, {"side": "respondent", "name": "丁某"}]


def again(by, unit=GRID, **changes):
    facts = registration(
        **{"knowingly": False, "title": "另一件", "summary": "全不相干", **changes}
    )
    return Case.open_new("dispute", by=by, unit=unit, **facts)


def test_a_party_with_the_same_number_is_told_with_the_side_and_no_name(cast):
    first = logged(cast.grid)
    with pytest.raises(Doubtful) as told:
        again(cast.grid, parties=[{**RESPONDENT, "name": "乙先生"}, NOBODY[1]])
    assert first.number in str(told.value)
    assert "被申请人为同一人" in str(told.value)
    assert "乙" not in str(told.value)


def test_the_same_name_alone_is_nobody_known(cast):
    logged(cast.grid, parties=NOBODY)
    assert again(cast.grid, parties=NOBODY).number


def test_the_same_place_and_type_is_told(cast):
    logged(cast.grid, parties=NOBODY, place="闻喜路1号")
    with pytest.raises(Doubtful, match="地点和纠纷类型相同"):
        again(cast.grid, parties=NOBODY, place="闻喜路 1号", title="楼上漏水引发的纠纷")
    assert again(cast.grid, parties=NOBODY, place="闻喜路2号").number


def test_the_same_words_are_told_unless_the_places_differ(cast):
    logged(cast.grid, parties=NOBODY, place="闻喜路1号")
    same_words = registration(knowingly=False, parties=NOBODY)
    with pytest.raises(Doubtful, match="文字相近"):
        Case.open_new("dispute", by=cast.grid, unit=GRID, **same_words)
    elsewhere = same_words | {"place": "共和新路2号"}
    assert Case.open_new("dispute", by=cast.grid, unit=GRID, **elsewhere).number


def test_what_lies_out_of_reach_is_not_told(cast):
    logged(cast.neighbour, unit=SIBLING)
    assert again(cast.grid, parties=[RESPONDENT]).number


def test_who_has_looked_registers_it_again_knowingly(cast):
    logged(cast.grid)
    assert again(cast.grid, parties=[RESPONDENT], knowingly=True).number


def test_sent_twice_under_one_key_it_is_no_duplicate_of_itself(cast):
    facts = registration(knowingly=False)
    first, second = (
        Case.open_new("dispute", by=cast.grid, unit=GRID, key="k", **facts) for _ in range(2)
    )
    assert first.pk == second.pk


def test_the_api_answers_409_with_every_reason_and_what_confirms(cast, client):
    first = logged(cast.community, unit=COMMUNITY)
    client.force_login(cast.community)
    facts = registration(knowingly=False, unit=COMMUNITY)
    headers = {"Idempotency-Key": "wish"}
    answer = client.post("/api/v1/disputes/", facts, "application/json", headers=headers)
    assert answer.status_code == 409
    assert answer.json()["confirm"] == "knowingly"
    assert first.number in answer.json()["reasons"][0]
    facts["knowingly"] = True
    answer = client.post("/api/v1/disputes/", facts, "application/json", headers=headers)
    assert answer.status_code == 201


def test_the_page_warns_before_saving_and_saves_when_it_is_sent_knowingly(cast, client):
    first = logged(cast.community, unit=COMMUNITY)
    client.force_login(cast.community)
    sent = {
        "unit": COMMUNITY, "title": "又漏水了", "channel": "walk_in", "type": "neighbour",
        "summary": "又漏水", "parties-0-side": "respondent", "parties-0-name": "乙某",
        "parties-0-phone": RESPONDENT["phone"], "_key": "page", "knowingly": "",
    }  # fmt: skip
    warned = client.post("/disputes/new/", sent)
    assert warned.status_code == 409
    assert first.number in warned.content.decode()
    assert 'name="knowingly" value="on"' in warned.content.decode()
    saved = client.post("/disputes/new/", {**sent, "knowingly": ["", "on"]})
    assert saved.status_code == 302
    assert Case.objects.filter(title="又漏水了").count() == 1


@given(st.text(), st.text())
def test_likeness_is_a_share_and_the_same_both_ways(one, other):
    assert 0 <= same.likeness(one, other) == same.likeness(other, one) <= 1
