"""Disputes on which agencies work too, one under 督办, a major one with its conference."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from lawgov.casework.models import Case
from lawgov.meetings.choices import Capacity, Type
from lawgov.organisations.models import Kind
from lawgov.people.models import Role, User
from lawgov.units.scope import Level
from mediation.choices import Course

from .disputes import Desk
from .people import codes

COURSES = (Course.MEDIATION, Course.MEDIATION, Course.MEDIATION, Course.ADMINISTRATIVE)
ASSESSED, BROUGHT = 8, 3  # disputes whose way was chosen; that the police referred
THERE = (
    {"capacity": Capacity.JUDGE, "name": "演示法官", "position": "演示法庭"},
    {"capacity": Capacity.COUNSEL, "name": "演示律师", "position": "演示律师事务所"},
)


def join(desk: Desk) -> None:
    """Through the write path, as people would, on what is under way."""
    boss = someone(desk, Role.JUSTICE)
    for place, case in enumerate(under_way(desk, "accepted", "assigned")[:ASSESSED]):
        course = COURSES[place % len(COURSES)]
        case.take("choose_course", by=boss, course=course, grounds="演示数据：双方愿意。")
    bring(desk, boss)
    invite(desk, boss)
    confer(desk, boss)


def someone(desk: Desk, role: Role, unit: str = "") -> User:
    return desk.cast.near(role, unit or desk.street.code)[0].user


def under_way(desk: Desk, *states: str) -> list[Case]:
    """Disputes of the street in these states that nobody is asked to take over."""
    mine = Case.objects.filter(kind="dispute", registry=desk.street.code, offered_to="")
    return list(mine.filter(state__in=states).order_by("-pk"))


def bring(desk: Desk, boss: User) -> None:
    """From the police: one waits for its answer, one is taken in, one is turned back."""
    answers: tuple[tuple[str, dict[str, Any]] | None, ...] = (
        None,
        ("take_in", {}),
        ("turn_back", {"reason": "演示数据：不属人民调解范围。"}),
    )
    fresh = [case for case in under_way(desk, "registered") if not case.detail.danger]
    for answer, case in zip(answers, fresh[:BROUGHT], strict=False):
        case.take(
            "refer_in", by=boss, agency=desk.agencies[Kind.POLICE].pk, contact="演示民警",
            reason="演示数据：出警后双方愿意调解。",
        )  # fmt: skip
        if answer:
            step, facts = answer
            case.take(step, by=boss, **facts)


def invite(desk: Desk, boss: User) -> None:
    """三所联动: the firm comes along; the leader has asked how far it is."""
    for case in under_way(desk, "assigned")[:1]:
        firm = desk.agencies[Kind.LAW_FIRM]
        case.take("invite", by=boss, agency=firm.pk, reason="演示数据：请律师参加联调。")
        case.refresh_from_db()
        [asked] = case.part("referrals")
        case.take(
            "answer_invitation", by=boss, referral=asked.pk, said="accepted", person="演示律师"
        )
        leader = someone(desk, Role.LEADER)
        case.take("supervise", by=leader, body="演示数据：请说明联调进展。")


def confer(desk: Desk, boss: User) -> None:
    """重大复杂: marked, heard by a conference with judge and counsel, planned, its task given."""
    for case in under_way(desk, "mediating")[:1]:
        case.take("mark_major", by=boss, reason="演示数据：涉及多户，矛盾多年。")
        meeting = minuted(desk, boss, case)
        case.take("plan", by=boss, meeting=meeting.pk, text="演示数据：先修复，再协商赔偿。")


def minuted(desk: Desk, boss: User, case: Case) -> Case:
    today, unit = timezone.localdate(), codes(desk.street, Level.COMMUNITY)[0]
    meeting = Case.open_new(
        "meeting", by=boss, unit=desk.street.code, title=f"研究{case.number}",
        type=Type.CONFERENCE, planned_on=today, planned_at="09:30", place="演示会议室",
        chair=boss, source=case.pk,
    )  # fmt: skip
    there = [
        {"capacity": Capacity.MEMBER, "user": someone(desk, Role.LEADER)},
        {"capacity": Capacity.RECORDER, "user": someone(desk, Role.STATISTICIAN)},
        *THERE,
    ]
    meeting.take("add_attendees", by=boss, attendees=there)
    meeting.take("hold", by=boss, on=today)
    charged: dict[str, Any] = {"owner_unit": unit, "due": today + timedelta(days=10)}
    meeting.take("decide", by=boss, text="演示数据：走访双方，报送情况。", **charged)
    meeting.take("minute", by=boss, minutes="演示纪要：会商研究了化解方案。")
    return meeting
