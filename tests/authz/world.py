"""One person of every role in a community, and a target in it, below it and beside it."""

from dataclasses import dataclass, field
from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from knox.models import AuthToken

from lawgov.bookings.models import Resource, Slot
from lawgov.casework.models import Case, Entry
from lawgov.jobs.models import Job
from lawgov.notices.models import Notice
from lawgov.organisations.models import Kind, Organisation
from lawgov.people.models import Post, Role, User
from lawgov.units.models import Unit

from .. import cast
from ..cast import ROADS, answers, person, registration, today
from ..files.samples import document as docx
from ..files.samples import sound
from . import (
    casebook,
    doors,
    files,
    finds,
    joint,
    mediators,
    officers,
    penalties,
    petitions,
    platform,
    proper,
    psych,
    publications,
    reviews,
    rounds,
    service,
)

PAPER = {"meeting": "minutes", "review": "opinion", "penalty": "notice"}
OWN, CHILD, SIBLING = "310106020001", "310106020001001", "310106020002"
SIBLING_GRID = "310106020002001"
PLACES = {"own": OWN, "child": CHILD, "sibling": SIBLING}
ABOVE = {OWN: "310106020", CHILD: OWN, SIBLING: "310106020"}
BESIDE = {OWN: SIBLING, CHILD: SIBLING_GRID, SIBLING: OWN}
BELOW = {OWN: CHILD, CHILD: "310106020001001", SIBLING: SIBLING_GRID}
ROLES = {
    "grid": Role.GRID_WORKER, "comm": Role.COMMUNITY_WORKER, "medi": Role.MEDIATOR,
    "just": Role.JUSTICE, "offi": Role.OFFICER, "head": Role.ENFORCEMENT_HEAD,
    "revi": Role.REVIEWER, "stat": Role.STATISTICIAN, "lead": Role.LEADER,
    "syst": Role.SYSTEM_ADMIN, "secu": Role.SECURITY_ADMIN, "audi": Role.AUDITOR,
}  # fmt: skip


CHARGE = {"leader": "principal", "level": "street"}


@dataclass
class Someone:
    """A role with its session and its token; nobody has neither."""

    user: User | None
    client: Client = field(default_factory=lambda: Client(raise_request_exception=False))
    token: str = ""

    @classmethod
    def of(cls, short: str) -> "Someone":
        one = cls(person(short, ROLES[short], OWN))
        one.client.force_login(one.user, backend="django.contrib.auth.backends.ModelBackend")
        one.token = AuthToken.objects.create(user=one.user)[1]
        return one


def build() -> dict[str, Someone]:
    """Units, the twelve and nobody, and a mediator of the street who prepares the targets."""
    units = cast.TREE | {SIBLING_GRID: "第2网格"}
    Unit.objects.bulk_create(Unit(code=code, name=name) for code, name in units.items())
    person("mediator", Role.MEDIATOR, "310106020", mediator_kind="full_time")
    person("chief", Role.JUSTICE, "310106020")
    person("counsellor", Role.MEDIATOR, "310106020", mediator_kind="counsellor")
    person("principal", Role.LEADER, "310106020")
    return {short: Someone.of(short) for short in ROLES} | {"anon": Someone(None)}


def target(place: str, given: str) -> SimpleNamespace:
    """What a request is about, in one of the three places."""
    unit, boss = PLACES[place], User.objects.get(username="mediator")
    who = person(f"target-{place}", Role.GRID_WORKER, unit)
    case = case_in(unit, given, boss, who) if given != "-" else None
    notice = Notice.objects.create(to=boss, what="job_done", address="/", key=place)
    entry = Entry.log("screening", by=boss, unit=unit, type="visit", found="nothing")
    document = case and case.documents.create(
        paper=PAPER.get(case.kind, "intake"), version=1, text_hash="0" * 64, docx=stored(docx())
    )
    body = Organisation.objects.create(
        kind=Kind.MEDIATION_STATION, name=f"工作站{place}", unit=unit, since="2020-01-01"
    )
    member = body.members.create(name="王某", capacity="member", since="2021-01-01", by=boss)
    room, lawyer = (
        Resource.objects.create(kind=kind, name=f"{kind}{place}", unit=unit, since="2020-01-01")
        for kind in ("room", "lawyer")
    )
    booking = room.bookings.create(
        by=boss, purpose="调解", starts=timezone.now() + timedelta(days=2),
        ends=timezone.now() + timedelta(days=2, hours=1),
    )  # fmt: skip
    return SimpleNamespace(
        document=document, room=room, lawyer=lawyer, booking=booking,
        unit=unit, above=ABOVE[unit], below=BELOW[unit], case=case, entry=entry, who=who,
        logged=finds.logged(unit)
        | {"reception": petitions.logged(unit), "duty": service.logged(unit)}
        | {"code-place": doors.logged(unit)},
        slot=slot_of(lawyer, boss),
        body=body, member=member, notice=notice,
        post=Post.objects.get(user=who), secret=secret(unit),
        wish=Job.objects.create(
            kind="export", about="dispute", by=who, unit=unit, state="awaiting", params={"rows": 9}
        ),
        job=Job.objects.create(kind="import", about="dispute", by=who, unit=unit, state="checked"),
    )  # fmt: skip


def slot_of(lawyer: Resource, by: User) -> Slot:
    return lawyer.slots.create(
        by=by, starts=timezone.now() + timedelta(days=2),
        ends=timezone.now() + timedelta(days=2, hours=2),
    )  # fmt: skip


def stored(data: bytes) -> str:
    return default_storage.save("papers/draft.docx", ContentFile(data))


def mark(unit: str) -> str:
    """A word that stands in what belongs to this unit only."""
    return f"标记{unit}之内"


def secret(unit: str) -> str:
    return f"纠纷{mark(unit)}"


def case_in(unit: str, given: str, boss: User, who: User) -> Case:
    kind, _, state = given.partition(":")
    named = given if kind in (*petitions.KINDS, *psych.KINDS) else state or given
    case, boss = MAKERS.get(kind, disputed)(unit, named, boss, who)
    case.take(
        "attach", by=boss, file=SimpleUploadedFile("a.wav", sound(), "audio/wav"), label="照片"
    )
    return case


def disputed(unit: str, given: str, boss: User, who: User) -> tuple[Case, User]:
    joint.agency(unit)  # there before it is asked for: whoever is refused writes nothing
    if given == "offered":
        case = logged(boss, BELOW[unit] if unit != CHILD else OWN, unit)
        case.take("raise" if unit != CHILD else "hand_down", by=boss, to=unit, reason="移交")
    else:
        case = logged(boss, unit, unit)
        for step in ROADS.get(given, []):
            case.take(step, by=boss, **answers()[step])
        joint.lead(case, given, boss)
    if given == "offering":
        case.take("raise", by=boss, to=ABOVE[unit], reason="移交")
    if given == "danger":
        case.take("flag_danger", by=boss, signs="扬言报复")
    if given == "charged":
        case.take("put_in_charge", by=User.objects.get(username="chief"), **CHARGE)
    return case, boss


def task_in(unit: str, state: str, who: User) -> Case:
    """A task within one unit: the chief gives it, `who` sits there and does it."""
    chief = User.objects.get(username="chief")
    facts = task(unit) | {"title": f"事项{mark(unit)}"}
    case = Case.open_new("task", by=chief, unit=unit, **facts)
    roads = {
        "issued": (),
        "doing": ("accept",),
        "replied": ("accept", "reply"),
        "urged": ("accept", "urge"),
    }
    for step in roads[state]:
        case.take(step, by=chief if step == "urge" else who, **TASK_STEPS[step])
    return case


def meeting_in(unit: str, state: str) -> Case:
    chief = User.objects.get(username="chief")
    facts = meeting() | {"title": f"会议{mark(unit)}", "chair": chief}
    case = Case.open_new("meeting", by=chief, unit=unit, **facts)
    roads = {
        "called": (),
        "held": ("add_attendees", "hold"),
        "decided": ("add_attendees", "hold", "decide"),
        "minuted": ("add_attendees", "hold", "minute"),
    }
    for step in roads[state]:
        case.take(step, by=chief, **MEETING_STEPS[step])
    return case


def found_in(kind: str) -> Any:
    def make(unit: str, state: str, boss: User, who: User) -> tuple[Case, User]:
        return finds.target(unit, f"{kind}:{state}", f"事项{mark(unit)}"), finds.team().officer

    return make


def told_in(kind: str) -> Any:
    def make(unit: str, state: str, boss: User, who: User) -> tuple[Case, User]:
        return casebook.target(unit, f"{kind}:{state}", f"事项{mark(unit)}"), boss

    return make


def chiefs(room: Any) -> Any:
    """A target that the head of the judicial office made, who attaches the file too."""

    def make(unit: str, given: str, boss: User, who: User) -> tuple[Case, User]:
        attacher = "counsellor" if given.startswith("counselling") else "chief"
        return room.target(unit, given, f"事项{mark(unit)}"), User.objects.get(username=attacher)

    return make


def served_in(kind: str) -> Any:
    def make(unit: str, state: str, boss: User, who: User) -> tuple[Case, User]:
        return service.target(unit, f"{kind}:{state}", f"事项{mark(unit)}"), service.boss()

    return make


# What makes a target of a kind in a state, and who attaches a file to it.
MAKERS: dict[str, Any] = {
    "officer": officers.target,
    **mediators.MAKERS,
    **platform.MAKERS,
    "task": lambda unit, state, boss, who: (task_in(unit, state, who), boss),
    "meeting": lambda unit, state, boss, who: (
        meeting_in(unit, state), User.objects.get(username="chief"),
    ),
    "check": lambda unit, state, boss, who: (
        files.target(unit, state, mark(unit)), User.objects.get(username="chief"),
    ),
    **{kind: found_in(kind) for kind in finds.KINDS},
    **{kind: told_in(kind) for kind in casebook.KINDS},
    **{kind: chiefs(petitions) for kind in petitions.KINDS},
    "round_plan": lambda unit, state, boss, who: (
        rounds.target(unit, state, f"部署{mark(unit)}"), User.objects.get(username="chief"),
    ),
    **{kind: served_in(kind) for kind in service.KINDS},
    **{kind: chiefs(psych) for kind in psych.KINDS},
    "code_report": lambda unit, state, boss, who: (
        doors.target(unit, state, f"事项{mark(unit)}"), User.objects.get(username="chief"),
    ),
    "review": lambda unit, state, boss, who: (
        reviews.target(unit, state, f"事项{mark(unit)}"), reviews.us().sender,
    ),
    "publication": lambda unit, state, boss, who: (
        publications.target(unit, state, f"事项{mark(unit)}"), User.objects.get(username="chief"),
    ),
    penalties.KIND: lambda unit, state, boss, who: penalties.target(unit, f"案件{mark(unit)}"),
}  # fmt: skip


def meeting() -> dict[str, Any]:
    return {
        "title": "专题会", "type": "topic", "planned_on": today(), "planned_at": "09:30",
        "place": "会议室", "items": [{"matter": "经费"}],
    }  # fmt: skip


def task(unit: str) -> dict[str, Any]:
    return {
        "title": "隐患排查", "content": "排查", "desk": unit, "due": tomorrow(),
        "channel": "other",
    }  # fmt: skip


def logged(boss: User, unit: str, called: str) -> Case:
    return Case.open_new("dispute", by=boss, unit=unit, **registration(title=secret(called)))


def step_facts(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    """What each step is given, by API."""
    return OF_KIND[at.case.kind](at) | {
        "submit_paper": {
            "paper": "intake",
            "draft": SimpleUploadedFile("d.docx", docx(), "application/octet-stream"),
        },
        "finalise": {"document": at.document.pk},
        "attach": {"file": SimpleUploadedFile("b.txt", b"b")},
        "void_attachment": {"attachment": at.case.attachments.latest("pk").pk, "reason": "传错"},
        "link": {"relation": "same", "outside": "12345-1"},
    }


def of_dispute(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    day = today()
    return (
        answers()
        | joint.of_dispute(at)
        | proper.of_dispute()
        | {
            # To an organ without an agency of its own here: others are asked by handshake.
            "refer": {"organ": "other", "reason": "不属本辖区"},
            "refuse": {"side": "applicant", "on": day},
            "leave_team": {"member": 1, "reason": "工作调动"},
            "grade": {"risk": "medium", "reason": "情绪激动"},
            "put_in_charge": CHARGE,
            "work_charge": {"duty": "know", "body": "听取情况"},
            "attach_counsellor": {"counsellor": "counsellor", "reason": "情绪激动"},
            "flag_danger": {"signs": "扬言报复"},
            "report_danger": {"organ": "police", "on": day},
            "extend": {"days": 10, "applicant_agrees": True, "respondent_agrees": True},
            "correct": {"type": "housing", "reason": "登记有误"},
            "raise": {"to": at.above, "reason": "复杂"},
            "hand_down": {"to": at.below, "reason": "就近办理"},
            "pass_on": {"to": BESIDE[at.unit], "reason": "当事人住在该处"},
            "transfer": {"handler": "medi", "reason": "承办人离岗"},
            "accept_offer": {},
            "return_offer": {"reason": "不属本单位"},
            "revoke_offer": {"reason": "误操作"},
            "add_party": {"parties": [cast.RESPONDENT]},
            "correct_party": {
                "party": at.case.parties.first().pk,
                "name": "丙某",
                "reason": "误记",
            },
        }
    )


TASK_STEPS: dict[str, dict[str, Any]] = {
    "accept": {},
    "reply": {"body": "已办"},
    "confirm": {},
    "urge": {"body": "请说明进展"},
    "answer_urge": {"answer": "正在办"},
    "cancel": {"reason": "已合并"},
}


def of_task(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    later = (timezone.localdate() + timedelta(days=9)).isoformat()
    return TASK_STEPS | {
        "assign": {"handler": at.who.pk},
        "reply": {"body": "已办", "file": SimpleUploadedFile("c.txt", b"c")},
        "send_back": {"reason": "不全", "due": later},
        "extend": {"reason": "人手不足", "due": later},
    }


MEETING_STEPS: dict[str, dict[str, Any]] = {
    "add_attendees": {
        "attendees": [
            {"capacity": "member", "name": "李某"},
            {"capacity": "recorder", "name": "周某"},
        ]
    },
    "add_items": {"items": [{"matter": "选址"}]},
    "hold": {"on": today()},
    "decide": {"text": "同意"},
    "minute": {"minutes": "会议同意。"},
    "correct_minutes": {"minutes": "会议原则同意。", "reason": "笔误"},
    "archive": {},
    "cancel": {"reason": "无议题"},
}


def of_meeting(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    first = at.case.attendees.order_by("pk").first().pk
    decision = at.case.decisions.first()
    when = {"planned_on": tomorrow(), "planned_at": "14:00", "place": "二楼", "reason": "冲突"}
    return MEETING_STEPS | {
        "postpone": when,
        "correct_attendee": {"attendee": first, "capacity": "absent"},
        "undo_decision": {"decision": decision.pk if decision else 0, "reason": "重复"},
    }


OF_KIND = {
    **mediators.OF_KIND,
    **platform.OF_KIND,
    "officer": officers.of_case,
    "dispute": of_dispute, "task": of_task, "meeting": of_meeting,
    "file_check": files.of_check, "review": reviews.of_case,
    penalties.KIND: penalties.of_case,
    **dict.fromkeys(finds.KINDS, finds.of_case),
    **dict.fromkeys(casebook.KINDS, casebook.of_case),
    **dict.fromkeys(petitions.KINDS, petitions.of_case),
    "round_plan": rounds.of_case,
    "code_report": doors.of_case,
    **dict.fromkeys(service.KINDS, service.of_case),
    **dict.fromkeys(psych.KINDS, psych.of_case),
    "publication": publications.of_case,
}  # fmt: skip


def tomorrow() -> str:
    return (timezone.localdate() + timedelta(days=1)).isoformat()
