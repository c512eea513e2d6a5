"""Many at once: one winner, one case a key, numbers without gap or repetition."""

import multiprocessing
from collections import Counter as Tally
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections, transaction

from lawgov.casework.models import Case, Counter, Event, Idempotency, Outbox
from lawgov.people.models import User

from ..cast import answers, dispute_in, logged
from .conftest import DISPUTES, Api

pytestmark = pytest.mark.django_db(transaction=True)
PROCESSES, WRITES = 8, 50


def at_once(many: int, call: Callable[[int], object]) -> list[object]:
    """Call from so many threads at the same moment, each on a connection of its own."""
    gate = Barrier(many)

    def run(n: int) -> object:
        gate.wait()
        try:
            return call(n)
        finally:
            connection.close()

    with ThreadPoolExecutor(many) as pool:
        return list(pool.map(run, range(many)))


@pytest.mark.parametrize("name", ["accept", "reject", "raise"])
def test_of_100_who_take_a_step_one_wins_and_99_are_refused(cast, name):
    case = logged(cast.grid)
    facts = {**answers(), "raise": {"to": "310106020", "reason": "复杂"}}[name]
    apis = [Api(cast.community) for _ in range(100)]
    url = f"{DISPUTES}{case.pk}/{name}/"

    codes = Tally(at_once(100, lambda n: apis[n].post(url, {"version": 1, **facts}).status_code))

    assert codes == {200: 1, 409: 99}
    case.refresh_from_db()
    assert (case.version, case.events.count()) == (2, 2)


def test_the_same_key_50_times_at_once_is_one_case(cast):
    apis = [Api(cast.grid) for _ in range(50)]

    found = at_once(50, lambda n: apis[n].open(key="same"))

    assert {answer.status_code for answer in found} == {201}
    assert len({answer.content for answer in found}) == 1
    assert sum("Idempotent-Replay" in answer for answer in found) == 49
    assert [t.objects.count() for t in (Case, Event, Outbox, Idempotency)] == [1, 1, 1, 1]


def test_the_same_step_under_one_key_50_times_at_once_is_one_event(cast):
    case = dispute_in("accepted", cast)
    apis = [Api(cast.mediator) for _ in range(50)]
    body = {"version": 2, **answers()["assign"]}

    found = at_once(50, lambda n: apis[n].post(f"{DISPUTES}{case.pk}/assign/", body, key="same"))

    assert {answer.status_code for answer in found} == {200}
    assert len({answer.content for answer in found}) == 1
    assert case.events.count() == 3


def test_the_same_round_under_one_key_50_times_at_once_is_one_entry(cast):
    apis = [Api(cast.grid) for _ in range(50)]
    body = {"unit": "310106020001001", "type": "visit", "found": "nothing"}

    found = at_once(50, lambda n: apis[n].post("/api/v1/screenings/", body, key="same"))

    assert {answer.status_code for answer in found} == {201}
    assert len({answer.content for answer in found}) == 1


class RegretError(Exception):
    """Whoever wrote thinks better of it."""


def write(worker: int, username: str, failed) -> None:
    """A process of its own: one write in five is rolled back."""
    connections.close_all()
    user = User.objects.get(username=username)
    for n in range(WRITES):
        try:
            with transaction.atomic():
                logged(user, title=f"{worker}-{n}")
                if n % 5 == 4:
                    raise RegretError
        except RegretError:
            pass
        except Exception:
            failed.value += 1
            raise
    connections.close_all()


def test_numbers_have_no_gap_under_8_processes_with_rollbacks(cast):
    fork = multiprocessing.get_context("fork")
    failed = fork.Value("i", 0)
    connections.close_all()  # a connection must not be shared with a child
    workers = [fork.Process(target=write, args=(n, "grid", failed)) for n in range(PROCESSES)]

    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(120)

    serials = sorted(Case.objects.values_list("serial", flat=True))
    kept = PROCESSES * WRITES * 4 // 5
    assert (failed.value, [worker.exitcode for worker in workers]) == (0, [0] * PROCESSES)
    assert serials == list(range(1, kept + 1))
    assert Counter.objects.get().n == kept
