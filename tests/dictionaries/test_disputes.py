"""Disputes name their type, channel and risks by codes of the dictionaries, in force on the day."""

import io
import os
import subprocess
import sys
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils.timezone import localdate
from openpyxl import load_workbook

from lawgov.api import described
from lawgov.casework.batch import Batch
from lawgov.casework.models import Case
from lawgov.casework.refusals import BadFacts, StepRefused
from lawgov.casework.web.timeline import timeline
from lawgov.casework.web.words import spelled
from reporting.indicators import REGISTRY
from reporting.periods import Period
from reporting.splits import division, split
from tests.cast import STREET, dispute_in, logged, registration

pytestmark = pytest.mark.django_db
TODAY = localdate()
YESTERDAY = str(TODAY - timedelta(days=1))


def test_a_stopped_type_is_not_taken(cast, stop, type_of):
    stop(type_of("neighbour"), str(TODAY))

    with pytest.raises(BadFacts) as refused:
        logged(cast.grid)
    assert "neighbour" not in str(refused.value.errors)
    assert "type" in refused.value.errors


def test_written_down_late_a_dispute_may_have_the_type_of_its_day(cast, stop, type_of):
    stop(type_of("neighbour"), str(TODAY))

    assert logged(cast.grid, on=YESTERDAY).detail.type == "neighbour"


def test_a_bulk_load_takes_the_type_of_the_day_it_speaks_of(cast, stop, type_of):
    stop(type_of("neighbour"), str(TODAY))
    batch = Batch()
    given = registration(on=YESTERDAY)
    at = cast.grid.created_at
    batch.open("dispute", STREET, by=cast.grid, post=None, at=at, **given)
    batch.save()

    assert Case.objects.get().detail.type == "neighbour"


def test_an_old_dispute_keeps_its_types_old_name(cast, rename, type_of):
    case = logged(cast.grid, on=YESTERDAY)
    rename(type_of("neighbour"), "相邻关系", str(TODAY))

    assert ("纠纷类型", "邻里") in spelled(case, case.detail)
    assert ("纠纷类型", "邻里") in timeline(case)[0].lines
    new = logged(cast.grid)
    assert ("纠纷类型", "相邻关系") in spelled(new, new.detail)


def test_a_stopped_type_is_shown_and_counted(cast, stop, type_of, client):
    dispute_in("agreed", cast)
    stop(type_of("neighbour"), str(TODAY))
    client.force_login(cast.mediator, backend="django.contrib.auth.backends.ModelBackend")

    figure, period = REGISTRY["dispute.mediated"].counted, Period.of(TODAY.year)
    parts = split(figure, STREET, period, division(figure, STREET, period, "type"))
    assert {part.label: part.value for part in parts}["邻里"] == 1
    page = client.get("/disputes/", {"type": "neighbour"}).content.decode()
    assert "邻里（已停用）" in page
    assert "楼上漏水引发的纠纷" in page


def test_a_stopped_type_without_a_row_is_no_part_of_the_figure(cast, stop, type_of):
    dispute_in("agreed", cast)
    stop(type_of("land"), str(TODAY))

    figure, period = REGISTRY["dispute.mediated"].counted, Period.of(TODAY.year)
    parts = split(figure, STREET, period, division(figure, STREET, period, "type"))
    assert "山林土地" not in {part.label for part in parts}


def test_a_finer_type_stands_beside_its_types_only(cast):
    with pytest.raises(StepRefused, match="细类应属于所选的纠纷类型"):
        logged(cast.grid, type="medical", subtype="leak")

    assert logged(cast.grid, type="property", subtype="leak").detail.subtype == "leak"


def test_a_corrected_type_drops_a_finer_type_that_no_longer_fits(cast):
    case = logged(cast.grid, subtype="leak")
    case.take("correct", by=cast.mediator, type="housing", reason="登记有误")
    assert case.detail.subtype == "leak"

    case.take("correct", by=cast.mediator, type="medical", reason="登记有误")
    case.refresh_from_db()
    assert (case.detail.type, case.detail.subtype) == ("medical", "")


def test_a_dispute_has_as_many_risk_factors_as_it_has(cast):
    case = logged(cast.grid, factors=["threat", "crowd"])
    case.refresh_from_db()
    assert case.detail.factors == ["crowd", "threat"]

    case.take("correct", by=cast.mediator, factors=["minor"], reason="核实")
    case.refresh_from_db()
    assert case.detail.factors == ["minor"]


def test_disputes_are_found_by_a_risk_factor_and_leave_with_it(cast, client):
    logged(cast.grid, factors=["threat", "crowd"], title="第一件")
    logged(cast.grid, title="第二件")
    client.force_login(cast.mediator, backend="django.contrib.auth.backends.ModelBackend")

    found = client.get("/disputes/", {"factor": "crowd"}).content.decode()
    assert "第一件" in found
    assert "第二件" not in found
    sheet = load_workbook(io.BytesIO(client.get("/disputes/export/").content)).active
    cells = {cell for row in sheet.iter_rows(values_only=True) for cell in row}
    assert "涉及人数众多、扬言极端行为" in cells


def test_the_schema_names_the_codes_in_force(cast, stop, type_of, client):
    stop(type_of("land"), str(TODAY))

    described.forget()
    schema = client.get("/api/schema/", headers={"Accept": "application/json"}).json()
    body = schema["paths"]["/api/v1/disputes/"]["post"]["requestBody"]["content"]
    asked = body["application/json"]["schema"]["properties"]
    assert "land" not in asked["type"]["enum"]
    assert "neighbour" in asked["type"]["enum"]
    assert "minor" in asked["factors"]["items"]["enum"]


def test_no_list_is_read_while_the_product_starts():
    """Or a fresh database could not be migrated: here there is none at all."""
    nowhere = {"DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none"}
    check = [sys.executable, "manage.py", "check"]
    subprocess.run(check, cwd=settings.BASE, env=os.environ | nowhere, check=True)
