"""组卷 as a job: asked for on the case's page, made in the background, sealed for who asked."""

import secrets
from typing import Any

from django.db import transaction

from lawgov.casework.models import Case
from lawgov.casework.refusals import NotYours, StepRefused
from lawgov.documents.values import Masked, Plain
from lawgov.jobs import exports, vault, working
from lawgov.jobs.bulk import LETTERS, LETTERS_LONG, sealed
from lawgov.jobs.models import Job, Kind, State
from lawgov.jobs.working import Lease
from lawgov.people.models import User

from . import book, office
from .dossier import DOSSIERS
from .pieces import Shown


def may_have_plain(case: Case, by: User) -> bool:
    """Who may read every party's numbers in full."""
    has_parties = "parties" in case.procedure.parts
    return has_parties and all(p.may_reveal(by, "id_number") for p in case.part("parties"))


def ask(case: Case, by: User, reason: str = "") -> Job:
    """With a reason it is asked for unmasked; each value that is then shown is logged."""
    if reason and not may_have_plain(case, by):
        raise NotYours("您没有查阅本案完整个人信息的权限")
    return working.submit(
        Job(
            kind=Kind.FILE,
            about=case.kind,
            by=by,
            unit=working.unit_of(by, case.procedure.readers),
            state=State.WAITING,
            params={"run": Kind.FILE, "case": case.pk},
            reason=reason,
        )
    )


def run(lease: Lease) -> None:
    job = lease.job
    seen = Case.objects.visible_to(job.by, job.about)
    case = seen.filter(pk=job.params["case"]).first()
    if case is None:
        raise StepRefused("本案已不在申请人的数据范围内")
    shown: Shown = Plain(job.by, job.reason) if job.reason else Masked()
    made = book.read(case, shown, lease.tell)
    stem = f"{case.number}{DOSSIERS[case.kind].noun}"
    password = "".join(secrets.choice(LETTERS) for _ in range(LETTERS_LONG))
    packed = sealed({f"{stem}.pdf": book.bound(made), f"{stem}.docx": office.docx(made)}, password)
    told: dict[str, Any] = {"pieces": made.pieces, "pages": made.pages, "missing": made.missing}
    with transaction.atomic():
        lease.settle()
        edition = "完整" if job.reason else "脱敏"
        exports.log(job.by, str(case)[:100], f"组卷（{edition}）：{job.reason or case}", job.pk)
        lease.end(
            State.DONE,
            result=vault.keep(packed),
            password=password,
            sha256=vault.sha256(packed),
            tally=told,
        )


def register() -> None:
    working.WORKS[Kind.FILE, State.RUNNING] = run
