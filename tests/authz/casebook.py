"""Targets of the casebook: a story, an edition, a civic issue, each with the step it is at."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from lawgov.casework.models import Case
from lawgov.people.models import User
from mediation.models import Dispute

from ..cast import today
from ..mediation.casebook import BOOK, ISSUE, TALK, paper

STREET = "310106020"
KINDS = ("story", "edition", "civic_issue")
TOLD = {"title": "一根水管", "text": "某甲与某乙和解。"}
DRAFT = {"output": "pact", "text": "一、……", "drafter": "居委会"}
HANGS = {"hung_at": "公告栏", "on": today()}
ROADS: dict[str, tuple[str, ...]] = {
    "story:recommended": (), "story:deidentified": ("deidentify",),
    "story:edited": ("deidentify", "edit"),
    "edition:collecting": (), "edition:filled": ("collect",),
    "civic_issue:raised": (), "civic_issue:discussing": ("discuss",),
    "civic_issue:drafted": ("discuss", "draft"), "civic_issue:opinion": ("discuss", "draft"),
    "civic_issue:publicised": ("discuss", "draft", "publicise"),
    "civic_issue:over": ("discuss", "draft", "publicise"),
}  # fmt: skip


def days_on(n: int) -> str:
    return (timezone.localdate() + timedelta(days=n)).isoformat()


def closed(unit: str) -> Case:
    """A closed dispute without the road to it."""
    case = Case.objects.create(
        kind="dispute", unit=unit, desk=unit, registry=STREET, state="failed", version=1,
        title="漏水", opened_on=today(), closed_on=today(),
    )  # fmt: skip
    Dispute.objects.create(case=case, type="neighbour", summary="漏水")
    return case


def story(unit: str, title: str, by: Any) -> Case:
    facts = {"subject": closed(unit).pk, "title": title, "reason": "典型"}
    return Case.open_new("story", by=by, unit=unit, **facts)


def passed(unit: str, by: Any) -> None:
    """A story that was reviewed, without the road to it."""
    case = story(unit, "一根水管", by)
    Case.objects.filter(pk=case.pk).update(state="reviewed")


def target(unit: str, given: str, title: str) -> Case:
    """A case of the room in a state: `kind:state`."""
    by = User.objects.get(username="mediator")
    ago = days_on(-20) if given.endswith(":over") else today()
    if given.startswith("story"):
        case = story(unit, title, by)
    elif given.startswith("edition"):
        passed(unit, by)
        series = {"series": title, "issue": 1 + Case.objects.filter(kind="edition").count()}
        case = Case.open_new("edition", by=by, unit=unit, **BOOK | series)
    else:
        case = Case.open_new("civic_issue", by=by, unit=unit, **ISSUE | {"title": title, "on": ago})
    for step in ROADS[given]:
        case.take(step, by=by, **road(case, given, ago)[step])
    return case


def road(case: Case, given: str, ago: str) -> dict[str, dict[str, Any]]:
    until = days_on(-5) if given.endswith(":over") else days_on(9)
    output = "opinion" if given.endswith(":opinion") else "pact"
    found = steps(case)
    return found | {
        "edit": TOLD,
        "discuss": TALK | {"on": ago},
        "draft": DRAFT | {"output": output, "on": ago},
        "publicise": HANGS | {"hung_until": until, "on": ago},
    }


def steps(case: Case) -> dict[str, dict[str, Any]]:
    rows = case.part("inclusions") if case.kind == "edition" else ()
    found: dict[str, dict[str, Any]] = {
        "deidentify": TOLD, "edit": TOLD, "review": {}, "send_back": {"reason": "太长"},
        "drop": {"why": "不典型"}, "publish": {}, "enter_past": {"printed_on": today()},
        "cancel": {"reason": "合并"}, "discuss": TALK | {"on": today()}, "draft": DRAFT,
        "publicise": HANGS | {"hung_until": days_on(9)},
        "object": {"says": "车位不够", "answer": "已增设"},
        "redraft": {"text": "二、……", "reason": "采纳"},
        "take_effect": {"adopted_by": "业主大会"},
        "issue": {"firm": "某律所", "lawyer": "周某", "file": paper()},
        "end": {"reason": "已解决"},
    }  # fmt: skip
    if case.kind == "edition":
        ready = Case.objects.filter(kind="story", state="reviewed", unit=case.unit)
        found["collect"] = {"stories": [ready.latest("pk").pk]}
    if rows:
        found["remove"] = {"inclusion": rows[0].pk, "reason": "重排"}
    return found


def of_case(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    return steps(at.case)
