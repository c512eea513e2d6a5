"""The bulk twin writes the same rows as the single path, all or nothing."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.core.management import call_command
from django.forms.models import model_to_dict

from lawgov.casework.batch import Batch
from lawgov.casework.models import Case, Entry, Event
from lawgov.casework.refusals import BadFacts, StepRefused
from lawgov.parties.models import Party
from mediation.models import Agreement
from tests.cast import GRID, ROADS, answers, dispute_in, registration

NOON = datetime(2024, 3, 4, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
# What differs by nature: identity, time of writing, number, and ciphertext made anew.
OWN = {"id", "case", "hash", "head", "at", "logged_at", "words", "number", "serial", "post"}


def told(batch, cast, road, **changes):
    case = batch.open("dispute", GRID, by=cast.grid, post=None, at=NOON, **registration(**changes))
    for step in road:
        batch.take(case, step, by=cast.mediator, post=None, at=NOON, **answers_on(NOON)[step])
    return case


def answers_on(moment):
    day = moment.date().isoformat()
    days = ("on", "perform_by", "parties_signed_on", "sealed_on", "mediator_signed_on")
    swap = dict.fromkeys(days, day)
    return {s: {k: swap.get(k, v) for k, v in given.items()} for s, given in answers().items()}


def plain(row):
    return {k: v for k, v in model_to_dict(row).items() if k not in OWN}


def test_the_bulk_twin_writes_what_the_single_path_writes(cast, time_machine_at):
    with time_machine_at("2024-03-04 12:00"):
        single = Case.objects.get(pk=dispute_in("agreed", cast).pk)
    batch = Batch()
    bulk = told(batch, cast, ROADS["agreed"])
    batch.save()

    bulk = Case.objects.get(pk=bulk.pk)
    assert plain(bulk) == plain(single)
    assert plain(bulk.detail) == plain(single.detail)
    assert [plain(e) for e in bulk.history] == [plain(e) for e in single.history]
    for part in ("parties", "sessions", "agreements"):
        assert [plain(r) for r in bulk.part(part)] == [plain(r) for r in single.part(part)]


def test_numbers_go_on_from_the_street_counter_and_everything_verifies(cast, time_machine_at):
    with time_machine_at("2024-03-04 12:00"):
        dispute_in("accepted", cast)
    batch = Batch()
    cases = [told(batch, cast, ROADS["failed"]) for _ in range(3)]
    batch.log(
        "screening", GRID, by=cast.grid, post=None, on="2024-03-04", type="visit", found="nothing"
    )
    batch.save()

    assert [case.serial for case in cases] == [2, 3, 4]
    call_command("verify")


def test_the_bulk_twin_refuses_what_the_single_path_refuses(cast):
    batch = Batch()
    with pytest.raises(BadFacts):
        told(batch, cast, [], channel="nowhere")
    with pytest.raises(StepRefused, match="不能"):
        told(batch, cast, ["archive"])


def test_one_fault_leaves_nothing_behind(cast):
    batch = Batch()
    told(batch, cast, ROADS["agreed"])
    batch.log("screening", "310106020009", by=cast.grid, post=None, on="2024-03-04", type="visit",
              found="nothing")  # fmt: skip
    with pytest.raises(BadFacts, match="310106020009"):
        batch.save()

    for model in (Case, Event, Entry, Party, Agreement):
        assert not model._default_manager.exists()


def test_a_case_loaded_in_bulk_goes_on_by_single_steps(cast):
    batch = Batch()
    case = told(batch, cast, ROADS["mediating"])
    batch.save()

    case = Case.objects.get(pk=case.pk)
    case.take("agree_oral", by=cast.mediator, **answers()["agree_oral"])
    assert case.state == "agreed"
    call_command("verify")
