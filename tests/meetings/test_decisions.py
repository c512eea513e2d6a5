"""A decision with a unit becomes a task: once, whoever runs how often."""

from threading import Barrier, Thread

import pytest
from django.db import connections, transaction

from lawgov.casework import outbox
from lawgov.casework.models import Case, Outbox
from lawgov.meetings.decisions import give_tasks
from tests.cast import COMMUNITY

from .conftest import answers, meeting_in


def tasks() -> list[Case]:
    return list(Case.objects.filter(kind="task").order_by("pk"))


def told(case: Case) -> dict[str, object]:
    seq = case.events.get(step="minute").seq
    return {"case": case.pk, "seq": seq, "step": "minute"}


def two_decisions(cast) -> Case:
    case = meeting_in("held", cast)
    case.take("decide", by=cast.justice, **answers()["decide"])
    case.take("decide", by=cast.justice, text="原则同意方案")
    case.take("decide", by=cast.justice, **answers()["decide"] | {"text": "落实经费", "owner": ""})
    case.take("minute", by=cast.justice, **answers()["minute"])
    return case


def test_the_minutes_make_a_task_of_each_decision_that_has_a_unit(cast):
    meeting = two_decisions(cast)
    assert tasks() == []
    outbox.drain()

    first, second = tasks()
    assert (first.desk, first.handler, first.channel) == (COMMUNITY, cast.community, "meeting")
    assert (second.title, second.handler, second.state) == ("落实经费", None, "issued")
    assert first.history[0].by == cast.justice
    rows = Case.objects.get(pk=meeting.pk).part("decisions")
    assert [row.task_id for row in rows] == [first.pk, None, second.pk]


def test_the_task_and_the_meeting_are_linked(cast):
    meeting = two_decisions(cast)
    outbox.drain()

    assert [link.other for link in tasks()[0].links.all()] == [meeting]


def test_a_decision_taken_back_is_given_to_nobody(cast):
    case = meeting_in("held", cast)
    case.take("decide", by=cast.justice, **answers()["decide"])
    row = case.part("decisions")[0]
    case.take("undo_decision", by=cast.justice, decision=row.pk, reason="重复")
    case.take("minute", by=cast.justice, **answers()["minute"])
    outbox.drain()

    assert tasks() == []


def test_called_twice_the_handler_gives_once(cast):
    meeting = two_decisions(cast)
    give_tasks(told(meeting))
    give_tasks(told(meeting))

    assert len(tasks()) == 2
    assert meeting.events.filter(step="give_task").count() == 2


def test_long_after_the_keys_are_forgotten_it_still_gives_once(cast):
    meeting = two_decisions(cast)
    give_tasks(told(meeting))
    outbox.Idempotency.objects.all().delete()
    give_tasks(told(meeting))

    assert len(tasks()) == 2


def test_who_dies_between_the_two_writes_leaves_neither(cast, monkeypatch):
    """The task and the note at the decision stand or fall together."""
    meeting = two_decisions(cast)
    take = Case.take

    def dies(self, name, **given):
        if name == "give_task":
            raise OSError("killed")
        return take(self, name, **given)

    monkeypatch.setattr(Case, "take", dies)
    outbox.drain()
    assert tasks() == []

    monkeypatch.undo()
    Outbox.objects.update(claimed_until=None)
    outbox.drain()
    assert len(tasks()) == 2
    assert [task.serial for task in tasks()] == [1, 2]
    assert Case.objects.get(pk=meeting.pk).part("decisions")[0].task == tasks()[0]


@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_give_once(cast):
    meeting = two_decisions(cast)
    start, faults = Barrier(2), []

    def work() -> None:
        start.wait()
        for _ in range(5):  # a worker that lost a race comes again, as the outbox does
            try:
                with transaction.atomic():
                    give_tasks(told(meeting))
                break
            except Exception as error:
                faults.append(error)
        connections.close_all()

    workers = [Thread(target=work) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert len(tasks()) == 2
    assert meeting.events.filter(step="give_task").count() == 2
    assert [task.serial for task in tasks()] == [1, 2]
