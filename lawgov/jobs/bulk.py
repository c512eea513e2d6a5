"""Export in the background: asked for, agreed to where it is large, made, and sealed."""

import hashlib
import json
import secrets
from collections.abc import Iterator, Mapping
from io import BytesIO
from itertools import islice
from typing import Any

import pyzipper
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import QueryDict
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localtime

from lawgov.casework.refusals import BadFacts, StepRefused
from lawgov.casework.text import clean
from lawgov.casework.web.pages import Pages
from lawgov.notices.models import What
from lawgov.notices.telling import News, spread
from lawgov.people.models import Post, User
from lawgov.people.signed_in import PageRequest
from lawgov.privacy.masks import mask_text
from lawgov.privacy.unmask import SHORTEST_REASON, clean_reason

from . import exports, vault, working
from .models import APPROVERS, Job, Kind, State
from .subjects import pages_of
from .working import KEPT, Lease

CHUNK = 500
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another
LETTERS_LONG = 16


def asked(pages: Pages, by: User, query: str) -> Any:
    """The filter as its asker sees it, now; with posts ended meanwhile it finds nothing."""
    if not pages.read_by(by):
        raise StepRefused("申请人的岗位已不能查阅该列表")
    request = PageRequest()
    request.user, request.GET = by, QueryDict(query)
    return pages.filters.of(request.GET, pages.newest(by), request)


def is_large(rows: Any) -> bool:
    """More than is handed out at once; no row beyond that is read."""
    most = settings.EXPORT_DIRECT_ROWS
    return len(rows.values_list("pk", flat=True)[: most + 1]) > most


def ask(pages: Pages, by: User, query: str, reason: str) -> Job:
    """Queue the export; more rows than a setting wait for somebody's approval."""
    found = list(asked(pages, by, query).qs.values_list("pk", flat=True)[: exports.MOST + 1])
    why = said(reason)
    waits = len(found) > settings.EXPORT_APPROVED_ROWS
    job = Job(
        kind=Kind.EXPORT,
        about=pages.kind,
        by=by,
        unit=working.unit_of(by, pages.readers),
        state=State.AWAITING if waits else State.WAITING,
        params={"run": Kind.EXPORT, "rows": len(found)},
        query=query,
        reason=why,
        source=vault.keep(json.dumps(found).encode()),  # what is agreed to is these rows
    )
    with transaction.atomic():
        working.submit(job)
        if waits:
            call(job)
    return job


def call(job: Job) -> None:
    """Word to those nearest to the asker's unit who may agree."""
    posts = Post.objects.on().over(job.unit).filter(role__in=APPROVERS)
    holders = list(posts.exclude(user=job.by).values_list("unit", "user"))
    nearest = max((len(unit) for unit, _ in holders), default=0)
    to = [user for unit, user in holders if len(unit) == nearest]
    about = reverse("job-decide", args=[job.pk])
    spread([News(What.TO_APPROVE, to, about, f"job:{job.pk}:approve")])


def said(reason: str) -> str:
    try:
        return clean_reason(clean(reason))
    except ValidationError as unfit:
        raise BadFacts({"reason": [f"请写明理由（{SHORTEST_REASON}至200字）"]}) from unfit


def conditions(job: Job) -> list[str]:
    """What was asked, in words; what no filter understands any more is no condition."""
    pages = pages_of(job.about)
    try:
        return (
            [mask_text(each) for each in asked(pages, job.by, job.query).words()] if pages else []
        )
    except (BadFacts, StepRefused) as refused:
        return refused.reasons


def decide(job: Job, by: User, agrees: bool, reason: str) -> None:
    """The word of who may approve it; it is said once."""
    word = "批准" if agrees else "不予批准"
    why = "" if agrees else said(reason)
    with transaction.atomic():
        if agrees:
            done = working.again(job, approver=by)
        else:
            ended = {"finished_at": timezone.now(), "expires_at": timezone.now() + KEPT}
            waiting = Job.objects.filter(pk=job.pk, state=State.AWAITING)
            done = bool(waiting.update(state=State.REFUSED, approver=by, error=why, **ended))
            working.announce(job)
        if not done:
            raise StepRefused("该申请已经处理过")
        exports.log(by, str(job), f"{word}导出 {why}".strip(), job.pk)


def run(lease: Lease) -> None:
    """The sheet in a sealed archive; which rows left the house is written down with it."""
    job, pages, source = lease.job, pages_of(lease.job.about), lease.job.source
    if not pages:
        raise StepRefused("没有这个列表")
    wanted = asked(pages, job.by, job.query)
    ids = still_seen(pages, job)
    shown = ids[: exports.MOST]
    lease.tell(0, max(len(shown), 1))
    title = f"{pages.name}列表"
    rows = told(pages, shown, lease)
    data = exports.sheet(
        title, job.by, wanted.words(), pages.columns_out, rows, len(ids), mark=f"任务{job.pk}"
    )
    password = "".join(secrets.choice(LETTERS) for _ in range(LETTERS_LONG))
    packed = sealed({f"{title}{localtime():%Y%m%d%H%M}.xlsx": data}, password)
    traced = hashlib.sha256(",".join(map(str, shown)).encode()).hexdigest()
    with transaction.atomic():
        lease.settle()
        about = f"导出{len(shown)}条，编号摘要{traced[:16]}：{'；'.join(wanted.words()) or '全部'}"
        exports.log(job.by, title, about, job.pk)
        lease.end(
            State.DONE,
            source="",
            result=vault.keep(packed),
            password=password,
            sha256=vault.sha256(packed),
            tally={"rows": len(shown), "ids": traced},
        )
    vault.forget(source)


def still_seen(pages: Pages, job: Job) -> list[int]:
    """The rows that were asked for, without those that went out of the asker's sight since."""
    ids = json.loads(vault.fetch(job.source))
    seen = set(pages.newest(job.by).filter(pk__in=ids).values_list("pk", flat=True))
    return [pk for pk in ids if pk in seen]


def told(pages: Pages, ids: list[int], lease: Lease) -> Iterator[Any]:
    """The rows in their order, read some at a time; the lease is renewed between."""
    rest, n = iter(ids), 0
    while some := list(islice(rest, CHUNK)):
        seen = pages.newest(lease.job.by).filter(pk__in=some).prefetch_related(*pages.reads)
        for row in pages.rows(seen):
            n += 1
            lease.tell(n)
            yield row


def sealed(files: Mapping[str, bytes], password: str) -> bytes:
    stream = BytesIO()
    with pyzipper.AESZipFile(
        stream, "w", compression=pyzipper.ZIP_DEFLATED, encryption=pyzipper.WZ_AES
    ) as archive:
        archive.setpassword(password.encode())
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


def register() -> None:
    working.WORKS[Kind.EXPORT, State.RUNNING] = run
