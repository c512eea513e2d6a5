"""Who is under age is known by the ID number or by what was said; a guardian stands for them."""

from datetime import date

import pytest

from lawgov.casework.models import Case
from lawgov.casework.refusals import BadFacts, StepRefused
from lawgov.parties.models import Party
from lawgov.privacy.identity import age
from tests.cast import APPLICANT, RESPONDENT, answers, dispute_in, logged

from .people import aged, id_of

pytestmark = pytest.mark.django_db
CHILD = {"side": "applicant", "name": "王小明"}
GUARDIAN = {"agent_name": "王大海", "agent_kind": "legal"}


@pytest.mark.parametrize(
    ("born", "day", "years"),
    [
        (date(2006, 3, 1), date(2024, 2, 29), 17),
        (date(2006, 3, 1), date(2024, 3, 1), 18),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
    ],
)
def test_full_years_are_counted_to_the_birthday(born, day, years):
    assert age(born, day) == years


@pytest.mark.parametrize(
    ("said", "minor"),
    [
        ({"id_number": aged(12)}, True),
        ({"id_number": aged(30)}, False),
        ({"age": "minor"}, True),
        ({"age": "earning"}, True),
        ({"age": "adult"}, False),
        ({}, False),
        ({"kind": "organisation", "age": "minor"}, False),
    ],
)
def test_a_minor_is_known_by_number_or_by_word(cast, said, minor):
    case = logged(cast.grid, parties=[CHILD | said])
    assert Party.objects.get(case=case).is_minor is minor


def test_who_was_a_child_when_the_case_was_opened_stays_hidden(cast, time_machine):
    case = logged(cast.grid, parties=[CHILD | {"id_number": aged(17)}])
    time_machine.move_to(f"{case.opened_on.year + 3}-06-01T09:00:00+08:00")

    assert str(Party.objects.get(case=case)) == "申请人 王某"


@pytest.mark.parametrize("said", [{"id_number": aged(12)}, {"age": "minor"}])
def test_a_minors_name_is_hidden_though_the_case_is_not_sensitive(cast, as_, said):
    case = logged(cast.grid, parties=[CHILD | GUARDIAN | said, RESPONDENT])
    page = as_(cast.mediator).see(f"/disputes/{case.pk}/?tab=parties")

    assert "王某" in page
    assert "未成年人" in page
    assert "乙某" in page  # the other side is named
    assert "王小明" not in page
    assert "王大海" not in page


@pytest.mark.parametrize("agent", [{}, {"agent_name": "李四"},
    {"agent_name": "李四", "agent_kind": "entrusted", "agent_authority": "special"}])  # fmt: skip
def test_a_minor_without_a_guardian_settles_nothing(cast, agent):
    child = CHILD | {"id_number": aged(12)} | agent
    case = dispute_in("mediating", cast, parties=[child, RESPONDENT])

    for step in ("agree_written", "agree_oral"):
        with pytest.raises(StepRefused, match="法定代理人"):
            Case.objects.get(pk=case.pk).take(step, by=cast.mediator, **answers()[step])


@pytest.mark.parametrize(
    "child",
    [
        {"id_number": aged(12), "agent_name": "王大海", "agent_kind": "legal"},
        {"id_number": aged(12), "agent_name": "王大海", "agent_kind": "appointed"},
        {"id_number": aged(17), "age": "earning"},
        {"id_number": aged(18)},
    ],
)
def test_with_a_guardian_or_own_earnings_it_is_settled(cast, child):
    case = dispute_in("agreed", cast, parties=[CHILD | child, RESPONDENT])
    assert case.state == "agreed"


def test_the_page_of_a_case_says_that_a_guardian_is_missing(cast, as_):
    case = logged(cast.grid, parties=[CHILD | {"age": "minor"}])
    assert "尚未登记法定代理人" in as_(cast.mediator).see(f"/disputes/{case.pk}/?tab=parties")

    case.refresh_from_db()
    case.take("correct_party", by=cast.grid, party=case.parties.get().pk, reason="补登", **GUARDIAN)
    assert "尚未登记" not in as_(cast.mediator).see(f"/disputes/{case.pk}/?tab=parties")


@pytest.mark.parametrize(("years", "said"), [(12, "adult"), (15, "earning")])
def test_what_is_said_of_the_age_must_fit_the_number(cast, years, said):
    with pytest.raises(BadFacts) as refused:
        logged(cast.grid, parties=[CHILD | {"id_number": aged(years), "age": said}])

    assert set(refused.value.errors) == {"parties.0.age"}


def test_a_corrected_name_or_address_is_hidden_in_the_history(cast, as_):
    case = logged(cast.grid, parties=[APPLICANT])
    case.refresh_from_db()
    case.take("correct_party", by=cast.grid, party=case.parties.get().pk, reason="误记",
              name="赵小红", address="建国路88号3单元501室")  # fmt: skip

    page = as_(cast.mediator).see(f"/disputes/{case.pk}/?tab=history")
    assert "赵某" in page
    assert "建国路***" in page
    assert "赵小红" not in page
    assert "501" not in page


def test_the_birthday_itself_is_of_age(cast, time_machine):
    time_machine.move_to("2026-03-01T09:00:00+08:00")
    rows = [
        CHILD | {"id_number": id_of(date(2008, 3, 1))},
        CHILD | {"id_number": id_of(date(2008, 3, 2))},
    ]
    case = logged(cast.grid, parties=rows)

    assert [party.is_minor for party in case.parties.order_by("pk")] == [False, True]
