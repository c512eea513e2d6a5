"""Targets of public legal service: a consultation, a pact, a request for aid, a service point."""

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.utils import timezone

from lawgov.casework.models import Case, Entry
from lawgov.organisations.models import Kind, Organisation
from lawgov.people.models import Role, User
from lawgov.units.models import Unit

from ..cast import person
from ..mediation import service

COUNTY = "310106"
KINDS = ("consultation", "pact", "aid_request", "service_point")
ELSEWHERE = "310106019001"  # a grid signs no pact: that of the place below lies out of reach


def boss() -> User:
    """Who prepares the targets, wherever they lie."""
    known = User.objects.filter(username="county-justice").first()
    return known or person("county-justice", Role.JUSTICE, COUNTY)


def body(kind: Kind) -> Organisation:
    known = Organisation.objects.filter(kind=kind, unit=COUNTY).first()
    return known or service.body(kind, f"{kind.label}甲", COUNTY)


def target(unit: str, given: str, title: str) -> Case:
    kind, _, state = given.partition(":")
    case: Case = MADE[kind](unit, state, title)
    return case


def a_consultation(unit: str, state: str, title: str) -> Case:
    by = boss()
    slot = service.slot(by, service.lawyer(f"律师{unit}"))
    case = service.consultation(by, unit, title=title, slot=slot.pk)
    if state == "booked":
        return case
    case = service.consultation(by, unit, title=title)
    for step in ("receive", "answer")[: 1 + (state == "answered")]:
        case.take(step, by=by, **STEPS[step])
    return case


def a_pact(unit: str, state: str, title: str) -> Case:
    if len(unit) > len(ELSEWHERE):
        unit = Unit.objects.get_or_create(code=ELSEWHERE, defaults={"name": "某社区"})[0].code
    since = (timezone.localdate() - timedelta(days=9)).isoformat()
    return service.pact(boss(), body(Kind.LAW_FIRM), unit, since=since, lawyer=title)


def an_application(unit: str, state: str, title: str) -> Case:
    case, centre = service.aid(boss(), unit, title=title), body(Kind.LEGAL_AID)
    roads = {
        "applied": (), "supplementing": ("ask_more",), "checked": ("check",),
        "passed": ("check", "pass_on"), "granted": ("check", "pass_on", "grant"),
        "assigned": ("check", "pass_on", "grant", "assign"),
    }  # fmt: skip
    for step in roads[state]:
        case.take(step, by=boss(), **({"centre": centre.pk} if step == "pass_on" else STEPS[step]))
    return case


def a_point(unit: str, state: str, title: str) -> Case:
    case = service.point(boss(), unit, title=title)
    if state == "opened":
        case.take("open", by=boss())
        case.take("visit", by=boss(), **STEPS["visit"])
    return case


MADE = {
    "consultation": a_consultation, "pact": a_pact, "aid_request": an_application,
    "service_point": a_point,
}  # fmt: skip
STEPS: dict[str, dict[str, Any]] = {
    "confirm": {},
    "receive": {"persons": 1, "mode": "on_site", "lawyer": "某律师"},
    "answer": {"answer": "可以起诉", "outcome": "suit"},
    "rate": {"satisfaction": "good"},
    "close": {},
    "cancel": {"reason": "有事"},
    "miss": {},
    "correct": {"title": "押金", "reason": "笔误"},
    "change_lawyer": {"lawyer": "乙律师"},
    "end": {"reason": "改签"},
    "ask_more": {"lacks": "身份证明"},
    "supplement": {"note": "已补"},
    "lapse": {},
    "check": {"opinion": "符合"},
    "decline": {"reason": "不属范围"},
    "grant": {},
    "refuse": {"reason": "不属范围", "told": True},
    "assign": {"lawyer": "援助律师"},
    "withdraw": {"reason": "和解"},
    "open": {},
    "drop": {"reason": "场地未定"},
    "visit": {"firm": "甲公司", "helpers": ["lawyer"], "service": "走访", "needs": "合同"},
}


def of_case(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    """By kind, where a step asks for what stands in the case."""
    found = dict(STEPS)
    case: Case = at.case
    if case.kind == "pact":
        later = timezone.localdate() + timedelta(days=900)
        found["renew"] = {"until": later.isoformat()}
    if case.kind in ("consultation", "aid_request"):
        row = case.part("parties")[0]
        found["add_party"] = {"parties": [{"side": "applicant", "name": "丁某"}]}
        found["correct_party"] = {"party": row.pk, "name": "丙某", "reason": "误记"}
    if case.kind == "aid_request":
        found["pass_on"] = {"centre": body(Kind.LEGAL_AID).pk}
        found["close"] = {"result": "judged"}
    if case.kind == "service_point":
        visits = case.part("point_visits")
        found["feed_back"] = {"visit": visits[0].pk if visits else 0, "feedback": "已答复"}
        found["close"] = {"reason": "搬迁"}
    return found


def logged(unit: str) -> Entry:
    return Entry.log("duty", by=boss(), unit=unit, type="seat", lawyer="某律师", spot="一楼")
