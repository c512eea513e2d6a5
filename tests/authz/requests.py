"""How each endpoint is asked about a target: path, query and body of a request that is in order."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from ..cast import registration, today
from ..enforcement.officers import enrolment
from . import (
    casebook,
    doors,
    finds,
    mediators,
    penalties,
    petitions,
    platform,
    psych,
    publications,
    reviews,
    rounds,
    service,
)
from .files import drawn
from .world import meeting, step_facts, task, tomorrow

Target = SimpleNamespace
YEAR = today()[:4]
ROUND = {"type": "visit", "found": "nothing"}
REGISTERED = {
    "title": "漏水", "channel": "police", "type": "neighbour", "summary": "漏水", "parties-0-side":
    "applicant", "parties-0-name": "甲某", "_key": "page",
}  # fmt: skip
POST = {"role": "leader", "since": today()}


def figure(at: Target) -> dict[str, Any]:
    return {"unit": at.unit, "year": YEAR}


# Routes of the back office without a name.
UNNAMED = {
    "admin:<path:object_id>/": "/admin/workdays/holiday/1/",
    "admin:(?P<url>.*)$": "/admin/nothing/",
}
OF_A_JOB = ("job", "job-progress", "job-choose", "job-errors", "job-result")
ARGUMENTS: dict[str, Callable[[Target], dict[str, Any]]] = {
    **{name: lambda at: {"pk": at.job.pk} for name in OF_A_JOB},
    "job-decide": lambda at: {"pk": at.wish.pk},
    "api-dispute-list": lambda at: {},
    "api-dispute": lambda at: {"pk": at.case.pk},
    "api-screening-void": lambda at: {"pk": at.entry.pk},
    "api-attachment": lambda at: {"pk": at.case.attachments.get().pk},
    "attachment": lambda at: {"pk": at.case.attachments.get().pk},
    "attachment-preview": lambda at: {"pk": at.case.attachments.get().pk},
    "dispute": lambda at: {"pk": at.case.pk},
    "leaver": lambda at: {"pk": at.who.pk},
    "dispute-step": lambda at: {"pk": at.case.pk, "name": "accept"},
    "dispute-unmask": lambda at: {
        "pk": at.case.pk, "party": at.case.parties.first().pk, "field": "id_number",
    },
    "party": lambda at: {"pk": at.case.parties.first().pk},
    "dispute-paper-docx": lambda at: {"pk": at.case.pk, "code": "intake"},
    "dispute-paper-pdf": lambda at: {"pk": at.case.pk, "code": "intake"},
    "meeting": lambda at: {"pk": at.case.pk},
    "api-meeting": lambda at: {"pk": at.case.pk},
    "api-meeting-list": lambda at: {},
    "meeting-step": lambda at: {"pk": at.case.pk, "name": "hold"},
    "meeting-paper-docx": lambda at: {"pk": at.case.pk, "code": "minutes"},
    "meeting-paper-pdf": lambda at: {"pk": at.case.pk, "code": "minutes"},
    "officer": lambda at: {"pk": at.case.pk},
    "api-officer": lambda at: {"pk": at.case.pk},
    "api-officer-list": lambda at: {},
    "officer-step": lambda at: {"pk": at.case.pk, "name": "correct"},
    "standards-list": lambda at: {"which": "powers"},
    "task": lambda at: {"pk": at.case.pk},
    "api-task": lambda at: {"pk": at.case.pk},
    "api-task-list": lambda at: {},
    "api-publication-list": lambda at: {},
    "publication": lambda at: {"pk": at.case.pk},
    "public-item": lambda at: {"pk": at.case.pk},
    "api-publication": lambda at: {"pk": at.case.pk},
    "publication-step": lambda at: {"pk": at.case.pk, "name": "approve"},
    "task-step": lambda at: {"pk": at.case.pk, "name": "accept"},
    **{
        f"{kind}-version-{ending}": lambda at: {"pk": at.case.pk, "version": at.document.pk}
        for kind in ("dispute", "meeting", "review")
        for ending in ("docx", "pdf")
    },
    **{
        f"{kind}-versions": lambda at: {
            "pk": at.case.pk, "before": at.document.pk, "after": at.document.pk,
        }
        for kind in ("dispute", "meeting", "review")
    },
    "api-file_check": lambda at: {"pk": at.case.pk},
    "api-file_check-list": lambda at: {},
    "file-check": lambda at: {"pk": at.case.pk},
    "file-check-step": lambda at: {"pk": at.case.pk, "name": "score"},
    "penalty-file": lambda at: {"pk": at.case.detail.subject_id},
    "return": lambda at: {"code": "enforcement"},
    "return-export": lambda at: {"code": "enforcement"},
    "screening": lambda at: {"pk": at.entry.pk},
    "screening-void": lambda at: {"pk": at.entry.pk},
    "notice-open": lambda at: {"pk": at.notice.pk},
    "notice-read": lambda at: {"pk": at.notice.pk},
    "person": lambda at: {"pk": at.who.pk},
    "person-reset": lambda at: {"pk": at.who.pk},
    "person-disable": lambda at: {"pk": at.who.pk},
    "person-enable": lambda at: {"pk": at.who.pk},
    "post-end": lambda at: {"pk": at.who.pk, "post": at.post.pk},
    "unlock": lambda at: {"pk": at.who.pk},
    "unit": lambda at: {"code": at.unit},
    "unit-change": lambda at: {"code": at.unit, "name": "rename"},
    "figure": lambda at: {"code": "dispute.handled"},
    "figure-records": lambda at: {"code": "dispute.handled"},
    "api-figure-records": lambda at: {"code": "dispute.handled"},
    "api-figure-split": lambda at: {"code": "dispute.handled"},
    "book": lambda at: {"pk": at.room.pk},
    "slots": lambda at: {"pk": at.lawyer.pk},
    "booking-cancel": lambda at: {"pk": at.booking.pk},
    "organisation": lambda at: {"pk": at.body.pk},
    "member-leave": lambda at: {"pk": at.body.pk, "member": at.member.pk},
    "admin:app_list": lambda at: {"app_label": "workdays"},
    "admin:view_on_site": lambda at: {"content_type_id": 1, "object_id": "1"},
}  # fmt: skip
QUERIES: dict[str, Callable[[Target], dict[str, Any]]] = {
    "search": lambda at: {"q": "纠纷"},
    "api-search": lambda at: {"q": "纠纷"},
    "figures": figure,
    "figures-export": figure,
    "figure": figure,
    "figure-records": figure,
    "api-figures": figure,
    "api-figure-records": figure,
    "api-figure-split": lambda at: figure(at) | {"by": "month"},
    "return": figure,
    "return-export": figure,
    "file-checks": lambda at: {"unit": at.unit},
    "file-checks-export": lambda at: {"unit": at.unit},
    "api-file_check-list": lambda at: {"unit": at.unit},
    "disputes": lambda at: {"unit": at.unit},
    "disputes-export": lambda at: {"unit": at.unit},
    "api-dispute-list": lambda at: {"unit": at.unit},
    "meetings": lambda at: {"unit": at.unit},
    "meetings-export": lambda at: {"unit": at.unit},
    "api-meeting-list": lambda at: {"unit": at.unit},
    "officers": lambda at: {"unit": at.unit},
    "officers-export": lambda at: {"unit": at.unit},
    "api-officer-list": lambda at: {"unit": at.unit},
    "standards": lambda at: {"unit": at.unit},
    "standards-list": lambda at: {"unit": at.unit},
    "tasks": lambda at: {"unit": at.unit},
    "tasks-export": lambda at: {"unit": at.unit},
    "api-task-list": lambda at: {"unit": at.unit},
    "screenings": lambda at: {"unit": at.unit},
    "screenings-export": lambda at: {"unit": at.unit},
    "api-screening-list": lambda at: {"unit": at.unit},
}
BODIES: dict[str, Callable[[Target], dict[str, Any]]] = {
    "api-dispute-list": lambda at: {"unit": at.unit, **registration()},
    "api-meeting-list": lambda at: {"unit": at.unit, **meeting()},
    "api-task-list": lambda at: {"unit": at.unit, **task(at.unit)},
    "api-screening-list": lambda at: {"unit": at.unit, **ROUND},
    "api-screening-void": lambda at: {"reason": "重复登记"},
    "api-file_check-list": drawn,
    "file-check-new": lambda at: drawn(at) | {"_key": "page"},
    "file-check-step": lambda at: {"_seen": at.case.version, "_key": "page"},
    "file-checks-import": lambda at: {"file": SimpleUploadedFile("a.csv", b"a")},
    "search": lambda at: {"q": "纠纷标记"},
    "token": lambda at: {},
    "notices-read": lambda at: {"newest": 1},
    "notice-mail": lambda at: {"email": "a@b.test"},
    "notice-code": lambda at: {"code": "000000"},
    "leaver": lambda at: {
        "_key": "page", "handler": "medi", "reason": "离岗", "case": f"{at.case.pk}.1",
    },
    "people-add": lambda at: {"username": "new", "name": "新人", "unit": at.unit, **POST},
    "person": lambda at: {"unit": at.unit, **POST},
    "post-end": lambda at: {"on": tomorrow()},
    "unit-change": lambda at: {"on": today(), "name": "新名称"},
    "dispute-new": lambda at: {"unit": at.unit, **REGISTERED},
    "dispute-step": lambda at: {
        "_seen": at.case.version, "_key": "page", "basis": "application", "eligible": "on",
    },
    "dispute-unmask": lambda at: {"reason": "核对当事人身份"},
    "meeting-new": lambda at: {
        "unit": at.unit, **meeting(), "items": "", "items-0-matter": "经费", "_key": "page",
    },
    "meeting-step": lambda at: {"_seen": at.case.version, "_key": "page", "on": today()},
    "meeting-paper-docx": lambda at: {"reason": "核对有关情况"},
    "meeting-paper-pdf": lambda at: {"reason": "核对有关情况"},
    "api-officer-list": lambda at: {"unit": at.unit, **enrolment(at.who.pk)},
    "officer-new": lambda at: {"unit": at.unit, **enrolment(at.who.pk), "_key": "page"},
    "officer-step": lambda at: {
        "_seen": at.case.version, "_key": "page", "position": "队员", "reason": "任职",
    },
    "officers-import": lambda at: {"file": SimpleUploadedFile("a.csv", b"a")},
    "task-new": lambda at: {"unit": at.unit, **task(at.unit), "_key": "page"},
    "task-step": lambda at: {"_seen": at.case.version, "_key": "page"},
    "api-publication-list": lambda at: {"unit": at.unit, "title": "依据", **publications.TEXT},
    "publication-new": lambda at: {
        "unit": at.unit, "title": "依据", "_key": "page", **publications.TEXT,
    },
    "publication-step": lambda at: {"_seen": at.case.version, "_key": "page"},
    "dispute-paper-docx": lambda at: {"reason": "双方到场签字"},
    "dispute-paper-pdf": lambda at: {"reason": "双方到场签字"},
    "book": lambda at: {
        "day": tomorrow(), "starts": "09:00", "ends": "10:00", "purpose": "调解",
    },
    "slots": lambda at: {"day": tomorrow(), "starts": "09:00", "ends": "10:00"},
    "booking-cancel": lambda at: {"reason": "改期"},
    "organisation": lambda at: {"name": "李某", "capacity": "adviser", "since": today()},
    "member-leave": lambda at: {"on": today()},
    "screening-new": lambda at: {"unit": at.unit, "_key": "page", **ROUND},
    "screening-void": lambda at: {"reason": "重复登记"},
    "job-choose": lambda at: {"choice": "all"},
    "job-decide": lambda at: {"choice": "agree"},
    "meetings-import": lambda at: {"file": SimpleUploadedFile("a.csv", b"a")},
    "tasks-import": lambda at: {"file": SimpleUploadedFile("a.csv", b"a")},
    "disputes-import": lambda at: {"file": SimpleUploadedFile("a.csv", b"a")},
    "screenings-import": lambda at: {"file": SimpleUploadedFile("a.csv", b"a")},
}  # fmt: skip
CASES = (
    *finds.KINDS, *casebook.KINDS, *mediators.KINDS, *petitions.KINDS, *platform.KINDS,
    *psych.KINDS, *rounds.KINDS, *service.KINDS, *doors.KINDS, "review", "penalty",
)  # fmt: skip
LOGS = ("patrol", "hotspot", "reception", "duty")
for kind in CASES:
    stem = kind.replace("_", "-")
    ARGUMENTS[stem] = ARGUMENTS[f"api-{kind}"] = lambda at: {"pk": at.case.pk}
    ARGUMENTS[f"{stem}-step"] = lambda at: {"pk": at.case.pk, "name": "attach"}
for stem in LOGS:
    for name in (stem, f"{stem}-void", f"api-{stem}-void"):
        ARGUMENTS[name] = lambda at, stem=stem: {"pk": at.logged[stem].pk}
    BODIES[f"{stem}-void"] = BODIES[f"api-{stem}-void"] = lambda at: {"reason": "重复登记"}
PLACE = lambda at: {"pk": at.logged["code-place"].pk}  # noqa: E731
OF_A_PLACE = ("", "-void", "-picture", "-poster")
ARGUMENTS |= {f"code-place{ending}": PLACE for ending in OF_A_PLACE}
ARGUMENTS |= {"api-code_place-void": PLACE, "code-report-form": PLACE}
for name in ("code-place-void", "api-code_place-void"):
    BODIES[name] = lambda at: {"reason": "重复登记"}
ARGUMENTS["edition-file"] = ARGUMENTS["dispute-file"] = lambda at: {"pk": at.case.pk}
ARGUMENTS |= reviews.ARGUMENTS | penalties.ARGUMENTS
ARGUMENTS["petition-unmask"] = ARGUMENTS["dispute-unmask"]
BODIES["petition-unmask"] = BODIES["dispute-unmask"]
ARGUMENTS["legal-schedule"] = lambda at: {"unit": at.unit[:9]}
ARGUMENTS["legal-book"] = lambda at: {"pk": at.slot.pk, "hour": "0900"}
for stem in ("consultation", "aid-request", "code-report"):
    ARGUMENTS[f"{stem}-unmask"] = lambda at: {
        "pk": at.case.pk, "party": at.case.parties.first().pk, "field": "phone",
    }  # fmt: skip
    BODIES[f"{stem}-unmask"] = lambda at: {"reason": "核对当事人身份"}
ARGUMENTS["key-person-unmask"] = ARGUMENTS["dispute-unmask"]
BODIES["key-person-unmask"] = BODIES["dispute-unmask"]
FOUND = tuple(f"api-{kind}-" for kind in CASES)
LISTS = tuple(f"api-{kind}-list" for kind in (*CASES, *LOGS, "code_place"))
BODIES |= dict.fromkeys(LISTS, lambda at: {"unit": at.unit})  # too little to open anything
BODIES |= penalties.BODIES
STEPS = (
    "api-dispute-", "api-file_check-", "api-officer-", "api-publication-", "api-task-",
    "api-meeting-", *FOUND,
)  # fmt: skip
OF_A_ROW = ("_change", "_delete", "_history")  # of the back office; password_change is no model's


def names_a_target(name: str) -> bool:
    """Whether it matters to the endpoint where the target lies."""
    return name not in LISTS and (name.startswith(STEPS) or name in {*ARGUMENTS, *QUERIES, *BODIES})


def arguments(name: str, at: Target) -> dict[str, Any]:
    if name.startswith(STEPS) and name not in {*ARGUMENTS, *LISTS}:
        return {"pk": at.case.pk}
    if name != "admin:password_change" and name.startswith("admin:") and name.endswith(OF_A_ROW):
        return {"object_id": "999999999"}  # of nothing that is there
    return ARGUMENTS.get(name, lambda at: {})(at)


def query(name: str, at: Target) -> dict[str, Any]:
    return QUERIES.get(name, lambda at: {})(at)


def body(name: str, at: Target) -> dict[str, Any]:
    if name.startswith(STEPS) and name not in {*BODIES, *LISTS}:
        step = name.removeprefix(f"api-{at.case.kind}-")
        return {"version": at.case.version, **step_facts(at)[step]}
    return BODIES.get(name, lambda at: {})(at)
