"""Training before a post, sensitive posts and rotation, teams and areas."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate

from enforcement.officers.certified import area_of
from enforcement.officers.indicators import INDICATORS
from enforcement.officers.models import Training
from lawgov.casework.models import Case
from lawgov.casework.refusals import StepRefused
from lawgov.notices.who import Circle
from lawgov.organisations.models import Kind, Organisation
from lawgov.people.leaving import left
from reporting.indicators import figures
from reporting.periods import Period
from tests.cast import COMMUNITY, GRID, OTHER_STREET, SIBLING, STREET, today
from tests.enforcement.officers import LESSON, certify, enrolled, enrolment, issue, walk
from tests.enforcement.penalty import registration

SENSITIVE = {"name": "执法装备管理", "sensitive": True}


def values():
    found = figures(STREET, Period.of(localdate().year), INDICATORS)
    return {figure.indicator.code: figure.value for figure in found}


def listed(client, user, **asked):
    client.force_login(user)
    page = client.get("/officers/", asked)
    assert page.status_code == 200
    return {row.title for row in page.context["rows"]}


def team(unit=STREET, **fields):
    start = {"kind": Kind.ENFORCEMENT_TEAM, "name": "综合行政执法队", "since": "2021-01-01"}
    return Organisation.objects.create(unit=unit, **{**start, **fields})


@pytest.fixture
def file(squad):
    return enrolled(squad.head, squad.third)


def test_record_a_pre_post_course_and_see_who_lacks_it(squad, file, client):
    other = enrolled(squad.justice, squad.grid, duty="auxiliary")
    assert listed(client, squad.head, lacks="pre_post") == {"third", "grid"}
    walk(file, squad.head, "train")
    assert listed(client, squad.head, lacks="pre_post") == {"grid"}
    walk(other, squad.head, "train", train={"result": "failed"})
    assert listed(client, squad.head, lacks="pre_post") == {"grid"}
    assert values()["officer.trainings"] == 2


def test_a_training_is_planned_then_assessed_once(squad, file, client):
    lesson = {"form": "course", "theme": "recording", "planned_on": today()}
    file.take("plan_training", by=squad.head, **lesson)
    assert listed(client, squad.head, lacks="planned") == {"third"}
    (row,) = file.part("trainings")
    done = {"training": row.pk, "held_on": today(), "hours": 4, "result": "passed"}
    file.take("assess", by=squad.head, **done)
    assert (row.hours, Training.objects.get().result) == (4, "passed")
    with pytest.raises(StepRefused):
        file.take("assess", by=squad.head, **done)


def test_a_lesson_is_not_written_down_before_it_was_held(squad, file):
    ahead = (localdate() + timedelta(1)).isoformat()
    with pytest.raises(StepRefused, match="培训日期"):
        file.take("train", by=squad.head, **LESSON | {"held_on": ahead})


def test_list_sensitive_posts_past_their_limit_and_record_a_rotation(squad, file, client):
    file.take("hold_post", by=squad.head, **SENSITIVE, held_from="2019-03-01")
    assert file.due_clock == "敏感岗位轮岗"
    assert str(file.due_on) == "2024-03-01"
    assert listed(client, squad.head, post_due="over") == {"third"}
    file.take("plan_rotation", by=squad.head, planned_on=today(), planned_to="一中队")
    file.take("rotate", by=squad.head, name="一中队", filing="某街执备〔2024〕1号")
    assert listed(client, squad.head, post_due="over") == set()
    assert file.due_on is None
    before, now = file.part("holdings")
    assert (before.held_until, before.planned_to) == (localdate(), "一中队")
    assert (now.held_from, now.rotate_by) == (localdate(), None)
    assert values()["officer.rotations"] == 1


def test_a_post_within_its_limit_is_sensitive_but_not_late(squad, file, client):
    file.take("hold_post", by=squad.head, **SENSITIVE, held_from=today())
    assert listed(client, squad.head, post_due="over") == set()
    assert listed(client, squad.head, post_due="sensitive") == {"third"}


def test_a_rotation_leads_to_another_post(squad, file):
    file.take("hold_post", by=squad.head, **SENSITIVE, held_from="2023-03-01")
    with pytest.raises(StepRefused, match="另一岗位"):
        file.take("rotate", by=squad.head, **SENSITIVE)


def test_a_leap_day_ends_with_february(squad, file):
    file.take("hold_post", by=squad.head, **SENSITIVE, held_from="2024-02-29")
    assert str(file.due_on) == "2029-02-28"


def test_assign_an_officer_to_a_team_and_an_area_and_see_that_areas_cases(squad, file, client):
    file.take("assign", by=squad.head, team=team().pk, line="appearance", area=COMMUNITY)
    near, far = (
        Case.open_new("penalty", by=squad.officer, unit=unit, **registration())
        for unit in (COMMUNITY, SIBLING)
    )
    client.force_login(squad.head)
    page = client.get(f"/officers/{file.pk}/", {"tab": "area"}).content.decode()
    assert near.number in page
    assert far.number not in page
    assert "综合行政执法队" in page
    facts = client.get(f"/officers/{file.pk}/").content.decode()
    assert "第一居委会" in facts


@pytest.mark.parametrize(
    ("line", "answering"), [("", ["third"]), ("appearance", ["third"]), ("fire", [])]
)
def test_an_area_has_those_who_answer_for_it_on_a_line(squad, file, line, answering):
    file.take("assign", by=squad.head, team=team().pk, line="appearance", area=COMMUNITY)
    assert [user.username for user in area_of(GRID, line)] == answering
    assert area_of(SIBLING) == []


def test_the_nearest_answers_first(squad, file):
    wide = enrolled(squad.head, squad.partner)
    wide.take("assign", by=squad.head, team=team().pk, area=STREET)
    file.take("assign", by=squad.head, team=Organisation.objects.get().pk, area=COMMUNITY)
    assert area_of(GRID) == [squad.third, squad.partner]


@pytest.mark.parametrize("area", [OTHER_STREET, "310106020009"])
def test_an_area_lies_in_the_unit_and_is_there(squad, file, area):
    with pytest.raises(StepRefused, match="片区"):
        file.take("assign", by=squad.head, team=team().pk, area=area)


def test_a_team_is_of_the_street_and_stands(squad, file):
    for other in (team(unit=OTHER_STREET), team(name="已撤", until="2022-01-01")):
        with pytest.raises(StepRefused, match="执法队"):
            file.take("assign", by=squad.head, team=other.pk)


def test_who_leaves_gives_up_post_and_area(squad, file):
    file.take("hold_post", by=squad.head, **SENSITIVE, held_from="2023-03-01")
    file.take("assign", by=squad.head, team=team().pk, area=COMMUNITY)
    walk(file, squad.head, "leave")
    assert file.part("holdings")[0].held_until == localdate()
    assert area_of(COMMUNITY) == []


def test_expiring_certificates_are_found_and_run_by_a_clock(squad, client):
    soon = (localdate() + timedelta(20)).isoformat()
    (case,) = certify(squad.head, squad.officer).values()
    assert str(case.due_on) == "2035-05-01"  # thirty days before its end
    again = {"reason": "changed", "number": "沪A1", "valid_from": "2020-01-01"}
    case.take("renew_certificate", by=squad.head, **again, valid_until=soon)
    assert (case.due_clock, case.due_on < localdate()) == ("到期前换证", True)
    assert listed(client, squad.head, certificate="expiring") == {"officer"}
    assert listed(client, squad.head, certificate="none") == set()


def test_what_comes_due_in_a_file_is_told_to_its_keepers(squad, file):
    file.take("hold_post", by=squad.head, **SENSITIVE, held_from="2019-03-01")
    assert set(Circle().turn(file)) == {squad.head.pk, squad.deputy.pk, squad.justice.pk}


def test_who_ends_a_persons_duties_is_told_of_the_open_file(squad, file):
    assert any("收回执法证" in words for words in left(squad.third))
    walk(file, squad.head, "leave")
    assert left(squad.third) == []


def test_reviewers_are_at_least_five_per_cent_of_officers(squad, client):
    client.force_login(squad.head)
    form = {"unit": STREET, "_key": "1", **enrolment(squad.third.pk)}
    page = client.post("/officers/new/", form, follow=True).content.decode()
    assert "在岗执法人员1人，法制审核人员0人，不足5%" in page
    form = {"unit": STREET, "_key": "2", **enrolment(squad.reviewer.pk), "duty": "reviewer"}
    page = client.post("/officers/new/", form, follow=True).content.decode()
    assert "不足5%" not in page


def test_a_file_is_walked_on_the_pages(squad, client):
    """From the form that enrols to the certificate, as the head fills it in."""
    client.force_login(squad.head)
    form = {"unit": STREET, "_key": "0", **enrolment(squad.third.pk)}
    page = client.post("/officers/new/", form)
    case = Case.objects.get(kind="officer")
    assert page.url == f"/officers/{case.pk}/"
    for n, (step, given) in enumerate(
        {"train": LESSON, "apply_certificate": {}, "issue_certificate": issue(squad.third)}.items(),
        1,
    ):
        assert client.get(f"{page.url}{step}/").status_code == 200
        sent = {**given, "_seen": n, "_key": str(n)}
        assert client.post(f"{page.url}{step}/", sent).status_code == 302
    shown = client.get(page.url, {"tab": "records"}).content.decode()
    assert "在用" in shown
    assert listed(client, squad.officer, certificate="good") == {"third"}
