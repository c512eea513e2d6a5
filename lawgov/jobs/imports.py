"""Import: checked in the background, confirmed by who sent it, then written all or nothing."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction

from lawgov.casework.batch import Batch, copy
from lawgov.casework.models import Case, Sensitivity
from lawgov.casework.refusals import StepRefused
from lawgov.casework.shown import MASKS, NAMES
from lawgov.people.models import User
from lawgov.privacy.masks import mask_name, mask_text
from lawgov.units.models import full_names

from . import expiry, sheets, vault, working
from .columns import UNIT
from .models import Imported, Job, Kind, State
from .rows import Bad, Judge, Read
from .subjects import Subject, subject
from .template import error_book
from .working import Lease

ALL, SKIP = "all", "skip"
PREVIEW = 10
MOST_FAULTS = 200
CHUNK = 1000
NOTHING = "表中没有要导入的行"
CHANGED = "核对之后单位、岗位或规则有变化，有的行不能登记了，没有写入任何数据；请重新上传核对"


def judge_of(job: Job) -> Judge:
    wanted = subject(job.about)
    if not wanted or not wanted.open_to(job.by):
        raise StepRefused("您的岗位不能登记这类记录")
    return judge(wanted, vault.fetch(job.source), job.by)


def judge(wanted: Subject, data: bytes, by: User | None) -> Judge:
    found = Judge(wanted, sheets.read(data), by)
    if not found.lines:
        raise StepRefused(NOTHING)
    return found


def check(lease: Lease) -> None:
    """Every row judged; what is found waits for the word of who sent it."""
    found = judge_of(lease.job)
    lease.tell(0, len(found.lines))
    good: list[Read] = []
    bad: list[Bad] = []
    for n, row in enumerate(found.readings(), 1):
        tried = row if isinstance(row, Bad) else found.add(row, Batch())
        bad += [tried] if isinstance(tried, Bad) else []
        good += [row] if isinstance(row, Read) and not isinstance(tried, Bad) else []
        lease.tell(n)
    past = known(found.subject.kind, good)
    fresh = [row for row in good if row.digest not in past]
    tally = {"rows": len(found.lines), "good": len(fresh), "bad": len(bad), "known": len(past)}
    keep_findings(lease, found, fresh[:PREVIEW], bad, tally)


def keep_findings(
    lease: Lease, found: Judge, first: list[Read], bad: list[Bad], tally: dict[str, int]
) -> None:
    told = {
        "faults": [[row.line, *fault] for row in bad for fault in row.faults][:MOST_FAULTS],
        "preview": list(zip([row.line for row in first], shown(found, first), strict=True)),
    }
    kept = {"findings": vault.keep(json.dumps(told, ensure_ascii=False).encode())}
    if bad:
        kept["errors"] = vault.keep(error_book(found.layout, lease.job.by, telling(lease, bad)))
    lease.write(
        state=State.CHECKED, claimed_until=None, tries=0, done=tally["rows"], tally=tally, **kept
    )


def telling(lease: Lease, rows: Iterable[Bad]) -> Iterator[Bad]:
    """The lease is renewed while a long sheet is written."""
    for row in rows:
        lease.tell(lease.job.total)
        yield row


def known(kind: str, rows: list[Read]) -> set[bytes]:
    """Of these rows, those that an import brought before."""
    digests = [row.digest for row in rows]
    found: set[bytes] = set()
    for start in range(0, len(digests), CHUNK):
        some = Imported.objects.filter(kind=kind, digest__in=digests[start : start + CHUNK])
        found.update(bytes(digest) for digest in some.values_list("digest", flat=True))
    return found


def shown(found: Judge, rows: list[Read]) -> Iterator[list[tuple[str, str]]]:
    """Rows as they will be logged, in words; numbers of people masked."""
    units = full_names({row.unit for row in rows})
    for row in rows:
        minor = row.facts.get("sensitivity") == Sensitivity.MINOR
        pairs = [(UNIT, units.get(row.unit, row.unit))]
        for column in found.layout.columns:
            value = picked(row.facts, column.path)
            if value is not None:
                words = column.fact.shown(column.fact.kept(value))
                pairs.append((column.label, masked(str(column.path[-1]), words, minor)))
        yield pairs


def picked(facts: Any, path: tuple[Any, ...]) -> Any:
    """The value at `title`, or at `parties`, 0, `name`."""
    for part in path:
        if isinstance(facts, list):
            facts = facts[part] if part < len(facts) else {}
        else:
            facts = facts.get(part) if facts else None
    return facts


def masked(name: str, words: str, minor: bool) -> str:
    if minor and name in NAMES:
        return mask_name(words)
    return MASKS.get(name, mask_text)(words)


def confirm(job: Job, choice: str) -> None:
    """The word of who sent it: all (only without a bad row), or without the bad rows."""
    if job.state != State.CHECKED:
        raise StepRefused(f"该任务{job.get_state_display()}，不能确认")
    if choice == ALL and job.tally["bad"]:
        raise StepRefused("有错误行，只能跳过错误行导入，或改正后重新上传")
    if not job.tally["good"]:
        raise StepRefused("没有可以导入的新行")
    if not working.again(job, params={**job.params, "run": choice}):
        raise StepRefused("该任务已确认")


def drop(job: Job) -> None:
    """Not at all: nothing was logged, and the files go."""
    with transaction.atomic():
        held = Job.objects.select_for_update().get(pk=job.pk)
        if held.state != State.CHECKED:
            raise StepRefused(f"该任务{held.get_state_display()}，不能放弃")
        held.state, held.expires_at = State.DROPPED, None
        names = expiry.empty(held)
        held.save()
    for name in names:
        vault.forget(name)


def run(lease: Lease) -> None:
    """Everything together in one transaction: the cases, their fingerprints, and the job's end."""
    job, source = lease.job, lease.job.source
    found = judge_of(job)
    batch, added, bad = gather(found, lease)
    if bad and job.params["run"] == ALL:
        raise StepRefused(CHANGED)
    with transaction.atomic():
        lease.settle()
        tally = {**job.tally, **write(found.subject, batch, added, job)}
        lease.end(State.DONE, tally=tally, source="")
    vault.forget(source)


def gather(found: Judge, lease: Any) -> tuple[Batch, list[Read], list[Bad]]:
    """The rows that are new and good, in one batch; reading them is the first half of the way."""
    rows: list[Read] = []
    bad: list[Bad] = []
    for n, row in enumerate(found.readings(), 1):
        lease.tell(n // 2)
        if isinstance(row, Read):
            rows.append(row)
        else:
            bad.append(row)
    past = known(found.subject.kind, rows)
    batch, added = Batch(), []
    for n, row in enumerate(rows, len(rows)):
        lease.tell(n // 2)
        if row.digest in past:
            continue
        tried = found.add(row, batch)
        if isinstance(tried, Bad):
            bad.append(tried)
        else:
            added.append(row)
    return batch, added, bad


def write(wanted: Subject, batch: Batch, rows: list[Read], job: Job | None) -> dict[str, Any]:
    """Inside a transaction; what was logged."""
    batch.save()
    copy(Imported(kind=wanted.kind, digest=row.digest, job=job) for row in rows)
    return {"logged": len(rows), "numbers": numbers([case for case, _ in batch.opened])}


def numbers(cases: Iterable[Case]) -> list[list[str]]:
    """From which number to which, for each street and year."""
    ends: dict[Any, list[Case]] = {}
    for case in sorted(cases, key=lambda case: (case.registry, case.year, case.serial)):
        ends.setdefault((case.registry, case.year), []).append(case)
    return [[some[0].number, some[-1].number] for some in ends.values()]


def register() -> None:
    working.WORKS[Kind.IMPORT, State.CHECKING] = check
    working.WORKS[Kind.IMPORT, State.RUNNING] = run
