"""Disputes by API: logged, read, listed and brought on, each answer meaning one thing."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lawgov.casework.models import Case, Event
from mediation.procedure import DISPUTE

from ..cast import GRID, SIBLING, answers, dispute_in, logged, today
from .conftest import DISPUTES, Api

pytestmark = pytest.mark.django_db


def step(case: Case, name: str) -> str:
    return f"{DISPUTES}{case.pk}/{name}/"


def test_a_grid_worker_logs_a_dispute_and_gets_its_number(grid):
    answer = grid.open()

    assert answer.status_code == 201, answer.content
    assert answer.json() == {
        "id": Case.objects.get().pk,
        "number": f"彭人调字〔{timezone.localdate().year}〕第1号",
        "unit": GRID,
        "step": "register",
        "state": "registered",
        "version": 1,
        "on": today(),
    }


def test_the_same_key_gives_the_same_answer_and_no_second_case(grid):
    first, again = grid.open(key="once"), grid.open(key="once")

    assert again.status_code == 201
    assert again.json() == first.json()
    assert again["Idempotent-Replay"] == "true"
    assert "Idempotent-Replay" not in first
    assert Case.objects.count() == 1


def test_the_same_key_with_another_body_is_refused(grid):
    grid.open(key="once")

    assert grid.open(key="once", title="另一件").status_code == 422
    assert Case.objects.count() == 1


def test_a_step_repeated_under_its_key_is_answered_as_before_even_when_the_case_went_on(
    mediator, cast
):
    case = logged(cast.grid)
    body = {"version": 1, **answers()["accept"]}
    first = mediator.post(step(case, "accept"), body, key="accept")
    case.refresh_from_db()
    case.take("fail", by=cast.mediator, **answers()["fail"])

    again = mediator.post(step(case, "accept"), body, key="accept")

    assert (again.status_code, again.json()) == (200, first.json())
    assert again["Idempotent-Replay"] == "true"
    assert case.events.count() == 3


def test_an_accepted_offer_repeated_under_its_key_is_answered_as_before(mediator, cast):
    case = logged(cast.grid)
    case.take("raise", by=cast.grid, to="310106020", reason="复杂")
    first = mediator.post(step(case, "accept_offer"), {"version": 2}, key="taken")

    again = mediator.post(step(case, "accept_offer"), {"version": 2}, key="taken")

    assert (again.status_code, again.json()) == (200, first.json())


def test_a_stale_version_is_refused_with_where_the_case_stands(mediator, cast):
    case = dispute_in("accepted", cast)

    answer = mediator.post(step(case, "assign"), {"version": 1, **answers()["assign"]})

    assert answer.status_code == 409
    assert answer.json()["reasons"] == ["已被他人处理，请核对最新情况后再提交"]
    assert (answer.json()["state"], answer.json()["version"]) == ("accepted", 2)


def test_a_step_out_of_turn_is_refused(mediator, cast):
    case = logged(cast.grid)

    answer = mediator.post(step(case, "session"), {"version": 1, **answers()["session"]})

    assert answer.status_code == 409
    assert answer.json()["state_label"] == "已登记"


def test_a_refused_step_names_every_unmet_rule(mediator, cast):
    case = dispute_in("mediating", cast, parties=[{"side": "applicant", "name": "甲某"}])
    unsigned = answers()["agree_written"] | {"sealed_on": ""}

    answer = mediator.post(step(case, "agree_written"), {"version": 4, **unsigned})

    assert answer.status_code == 409
    assert len(answer.json()["reasons"]) == 2
    assert any("第二十九条" in reason for reason in answer.json()["reasons"])


def test_who_sees_the_case_but_has_no_such_duty_is_forbidden(grid, cast):
    case = logged(cast.grid)

    answer = grid.post(step(case, "accept"), {"version": 1, **answers()["accept"]})

    assert answer.status_code == 403


def test_another_streets_case_is_not_found_by_any_door(outsider, cast):
    case = logged(cast.grid)

    assert outsider.get(f"{DISPUTES}{case.pk}/").status_code == 404
    accept = outsider.post(step(case, "accept"), {"version": 1, **answers()["accept"]})
    assert accept.status_code == 404
    assert outsider.get(DISPUTES).json() == {"results": [], "next": ""}


def test_a_unit_out_of_reach_is_a_fault_of_the_field(grid):
    answer = grid.open(unit=SIBLING)

    assert answer.status_code == 400
    assert answer.json()["errors"] == {"unit": ["不在您的数据范围内"]}


def test_the_case_page_of_the_api_shows_what_may_be_done_and_hides_numbers(mediator, cast):
    case = dispute_in("accepted", cast)

    found = mediator.get(f"{DISPUTES}{case.pk}/").json()

    assert found["parties"][0]["id_number"] == "110105**********2X"
    assert found["parties"][1]["phone"] == "138****5678"
    assert found["detail"]["amount"] == "1200.50"
    assert "assign" in {step["step"] for step in found["steps"]}
    assert [clock["label"] for clock in found["clocks"] if clock["due"]] == ["调解期限"]
    assert [event["step"] for event in found["history"]] == ["register", "accept"]


def test_the_checklist_says_which_rules_already_hold(mediator, cast):
    case = dispute_in("mediating", cast)

    steps = {s["step"]: s for s in mediator.get(f"{DISPUTES}{case.pk}/").json()["steps"]}

    met = {c["rule"][:6]: c["met"] for c in steps["agree_written"]["checklist"]}
    assert met["须登记申请人"] is True
    assert met["书面协议须经"] is None  # waits for the signatures that the step asks


def test_pages_follow_each_other_without_gap_or_repetition(mediator, cast):
    for n in range(5):
        logged(cast.grid, title=f"第{n}件")

    first = mediator.get(DISPUTES, {"size": 3}).json()
    rest = mediator.get(DISPUTES, {"size": 3, "after": first["next"]}).json()

    titles = [row["title"] for row in first["results"] + rest["results"]]
    assert titles == ["第4件", "第3件", "第2件", "第1件", "第0件"]
    assert rest["next"] == ""


def test_a_list_can_be_filtered_by_what_it_shows(mediator, cast):
    logged(cast.grid)
    other = logged(cast.grid, type="family")

    found = mediator.get(DISPUTES, {"type": "family"}).json()["results"]

    assert [row["id"] for row in found] == [other.pk]


def test_a_phone_in_a_title_is_masked(grid):
    grid.open(title="电话13812345678反映漏水")

    assert "13812345678" not in grid.get(DISPUTES).content.decode()


def test_a_case_about_a_minor_is_read_by_few_and_names_nobody(mediator, cast):
    child = {"side": "applicant", "name": "王小明", "agent_name": "王大明"}
    case = logged(cast.grid, sensitivity="minor", parties=[child])

    party = Api(cast.justice).get(f"{DISPUTES}{case.pk}/").json()["parties"][0]

    assert (party["name"], party["agent_name"]) == ("王某", "王某")
    assert mediator.get(f"{DISPUTES}{case.pk}/").status_code == 404
    assert mediator.get(DISPUTES).json()["results"] == []


def test_creating_takes_two_statements(grid):
    with CaptureQueriesContext(connection) as asked:
        assert grid.open().status_code == 201

    # The savepoint belongs to the test's own transaction; one in fifty draws a block of ids.
    sent = [q["sql"] for q in asked if "SAVEPOINT" not in q["sql"] and "nextval" not in q["sql"]]
    assert len(sent) == 2  # token and posts, the write


@pytest.mark.parametrize("many", [1, 20])
def test_a_list_takes_two_statements_however_long(mediator, cast, many):
    for _ in range(many):
        logged(cast.grid)

    with CaptureQueriesContext(connection) as asked:
        mediator.get(DISPUTES)

    assert len(asked) == 2


def test_the_token_and_its_owners_posts_are_one_statement(mediator, cast):
    case = dispute_in("agreed", cast)

    with CaptureQueriesContext(connection) as asked:
        assert mediator.get(f"{DISPUTES}{case.pk}/").status_code == 200

    assert len(asked) <= 6 + len(DISPUTE.parts)


def test_an_event_is_logged_under_the_post_that_acted(mediator, cast):
    case = logged(cast.grid)
    mediator.post(step(case, "accept"), {"version": 1, **answers()["accept"]})

    event = Event.objects.visible_to(cast.mediator).get(step="accept")
    assert event.post == cast.mediator.posts.get()
