"""行政执法统计年报: by the day of the decision, the heaviest kind, the amount in the decision."""

from io import BytesIO

import pytest
from django.utils.timezone import localdate
from openpyxl import load_workbook

from enforcement.casefile.indicators import YEARLY
from lawgov.parameters import known
from lawgov.parameters.models import Value
from lawgov.units.models import Unit
from reporting.asking import Question
from reporting.indicators import REGISTRY, figures
from reporting.periods import Period
from reporting.proof import figures_match_records
from reporting.returns import RETURNS

from ..cast import STREET
from .checks import BLURRED, LATE, checked, scored  # noqa: F401 - a fixture
from .deciding import EXEMPTION, decision_in, go
from .penalty import PARTY

pytestmark = pytest.mark.django_db
YEAR = localdate().year


def counted(code, year=YEAR):
    [figure] = figures(STREET, Period.of(year), [REGISTRY[f"enforcement.{code}"]])
    return figure.value


def fined(squad, state="decided", **draft):
    return decision_in(state, squad, {"draft": draft})


def test_two_penalties_in_one_decision_count_once_under_the_heaviest(squad):
    fined(squad, kinds=["warning", "fine"])
    warned = {"draft": {"kinds": ["warning"], "fine": ""}}
    decision_in("decided", squad, warned, parties=[PARTY | {"name": "孙某", "id_number": ""}])

    assert [counted(f"penalties{which}") for which in ("", "_warning", "_fine")] == [2, 1, 1]


def test_fines_count_by_the_amount_in_the_decision_not_by_what_was_paid(squad):
    case = fined(squad, state="served", fine="500")
    assert not case.part("payments")

    assert counted("fines") == 500


def test_a_decision_counts_in_the_year_of_its_day(squad):
    fined(squad)

    assert (counted("penalties", YEAR), counted("penalties", YEAR - 1)) == (1, None)


def test_a_decision_annulled_later_stays_counted_and_is_shown(squad):
    case = fined(squad, state="served")
    go(case, squad, "contest", "contest_ended",
       contest={"kind": "litigation", "on": f"{localdate()}"},
       contest_ended={"result": "revoked", "on": f"{localdate()}"})  # fmt: skip

    assert [counted(c) for c in ("penalties", "penalties_annulled", "corrected")] == [1, 1, 1]


def test_what_is_exempted_is_no_penalty(squad):
    go(decision_in("concluded", squad), squad, "draft", "exempt", draft=EXEMPTION)

    assert (counted("exempted"), counted("penalties"), counted("fines")) == (1, 0, 0)


def test_every_number_is_that_of_the_records_it_opens(squad):
    fined(squad, kinds=["warning", "fine"], fine="500")

    assert list(figures_match_records()) == []


def test_a_unit_sets_the_last_day_of_the_return(squad):
    Value.objects.create(
        parameter="enforcement.return_until", unit=STREET, since="2020-01-01", value=12,
        by=squad.leader,
    )  # fmt: skip
    known.remembered.forget()
    street = Unit.objects.get(code=STREET)
    asked = YEARLY.question(Question(street, Period.of(YEAR - 1)))
    known.remembered.forget()

    assert f"{asked.period.last}" == f"{YEAR - 1}-12-12"
    assert f"as_of={YEAR - 1}-12-12" in asked.address


def test_the_page_links_every_number_to_its_records(squad, client):
    fined(squad)
    client.force_login(squad.leader)
    asked = {"unit": STREET, "year": YEAR}
    page = client.get("/returns/enforcement/", asked).content.decode()

    assert f"/figures/enforcement.penalties_fine/records/?unit={STREET}" in page
    records = client.get("/figures/enforcement.penalties_fine/records/", asked)
    assert "500.00" in records.content.decode()
    assert "行政执法统计年报" in client.get("/returns/").content.decode()


def test_the_sheet_says_what_the_page_says(squad, client):
    fined(squad, fine="500")
    client.force_login(squad.leader)
    answer = client.get("/returns/enforcement/export/", {"unit": STREET, "year": YEAR})
    sheet = load_workbook(BytesIO(answer.content)).active
    rows = {row[1]: row[2] for row in sheet.iter_rows(values_only=True)}

    assert (rows["罚款金额"], rows["罚款"]) == (500, 1)


def test_nothing_ranks_units_by_what_they_fined():
    """行政处罚法第七十四条"""
    assert "不排名" in YEARLY.notes[0]
    assert set(RETURNS) == {"enforcement", "mediation"}


def test_files_checked_and_their_mean_score(squad, checked):  # noqa: F811
    scored(squad, checked, LATE)
    scored(squad, checked, BLURRED)

    assert (counted("files_checked"), counted("file_score")) == (2, 87.5)
