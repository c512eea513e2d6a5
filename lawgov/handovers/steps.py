"""Handing over: one handshake for rungs of the ladder, referrals, submissions; and 移交承办人."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from lawgov.casework.common import rule_of_house
from lawgov.casework.facts import LongText, Person, Place
from lawgov.casework.procedure import Clock, Rule, Step
from lawgov.parameters.known import Parameter
from lawgov.people.models import Post, Role
from lawgov.units import scope
from lawgov.units.models import Unit, full_names

from .due import due
from .models import Answer, Handover

Facts = Mapping[str, Any]
Options = Callable[[Any], list[tuple[str, str]]]
PARTS = {"handovers": "handovers.Handover"}
ANSWERS = ("accept_offer", "return_offer", "revoke_offer")
CLIMB, URGE = "climb", "urge"
WHY = {"reason": LongText("原因", most=500)}


def named(codes: Sequence[str]) -> list[tuple[str, str]]:
    """Those of the units that stand, nearest first."""
    names = dict(Unit.objects.current().filter(code__in=codes).values_list("code", "name"))
    return [(code, names[code]) for code in reversed(codes) if code in names]


def upper(case: Any) -> list[tuple[str, str]]:
    """The levels above the desk that work on cases: community and street."""
    return named(working_levels(case.desk))


def working_levels(code: str) -> list[str]:
    return [above for above in scope.ancestors(code) if len(above) >= scope.STREET_DIGITS]


def lower(case: Any) -> list[tuple[str, str]]:
    """The units one level below the desk that the case may belong to."""
    below = Unit.objects.current().under(case.desk).filter(level=scope.level(case.desk).below)
    where = case.unit if len(case.unit) > len(case.desk) else case.desk
    return [
        (unit.code, unit.name)
        for unit in below
        if scope.covers(where, unit.code) or scope.covers(unit.code, where)
    ]


def beside(case: Any) -> list[tuple[str, str]]:
    """The other units of the desk's level in its street, by full name."""
    level, street = scope.level(case.desk), scope.street(case.desk)
    units = Unit.objects.current().under(street).filter(level=level).exclude(code=case.desk)
    codes = list(units.order_by("code").values_list("code", flat=True))
    called = full_names(codes)
    return [(code, called[code]) for code in codes]


@dataclass(frozen=True)
class Way:
    """A way to hand over: its word, to whom, and the rule that says so."""

    label: str
    says: str
    options: Options
    fits: Callable[[Any], bool]
    style: str = "secondary"

    @property
    def rule(self) -> Rule:
        return rule_of_house(
            self.says, lambda case, facts: facts["to"] in dict(self.options(case)), asks=True
        )

    def step(self, sources: tuple[str, ...], roles: tuple[Role, ...]) -> Step:
        to = {"to": Place(f"{self.label}至", options=self.options)}
        return Step(
            self.label, sources, "", roles, {**to, **WHY}, (self.rule,),
            sets=offered, fits=self.fits, style=self.style,
        )  # fmt: skip


LADDER = {
    "raise": Way(
        "上报", "上报对象应为经办单位的上级社区或街镇", upper,
        lambda case: len(case.desk) > scope.STREET_DIGITS, "primary",
    ),
    "hand_down": Way(
        "下派", "下派对象应为经办单位的直接下级，且不与纠纷所属单位相抵", lower,
        lambda case: scope.level(case.desk).below is not None,
    ),
}  # fmt: skip
REFERRAL = {
    "pass_on": Way(
        "转办", "转办对象应为本街镇内与经办单位同级的其他单位", beside,
        lambda case: len(case.desk) > scope.STREET_DIGITS,
    ),
}  # fmt: skip


def offered(case: Any, facts: Facts) -> dict[str, Any]:
    """The case waits for the other unit's answer; the offer is a row of its own."""
    now = case.taking
    row = {
        "seq": case.version + 1, "step": now.step, "from_unit": case.desk, "to_unit": facts["to"],
        "by": now.by, "post_id": now.post, "on": now.on,
        "due_on": due(case, now.step, now.on),
    }  # fmt: skip
    return {"offered_to": facts["to"], "handovers": [row]}


def waiting(case: Any) -> list[Handover]:
    """The offer that waits: the first, since one that climbs has begun the next already. What a
    process of an older version offered has none, and is answered all the same."""
    return [row for row in case.part("handovers") if row.is_waiting][:1]


def answered(answer: Answer) -> Callable[..., Any]:
    def alters(case: Any, facts: Facts) -> list[tuple[Handover, list[str]]]:
        rows, now = waiting(case), case.taking
        for row in rows:
            row.answer, row.answered_by, row.answered_on = answer, now.by, now.on
        return [(row, ["answer", "answered_by_id", "answered_on"]) for row in rows]

    return alters


def arrive(case: Any, facts: Facts) -> dict[str, Any]:
    """The desk moves, and its new people choose who handles the case. A case belongs to the new
    desk from then on, unless that lies above."""
    above = scope.covers(case.offered_to, case.unit)
    unit = case.unit if above else case.offered_to
    return {"desk": case.offered_to, "offered_to": "", "unit": unit, "handler": None}


def climbs(case: Any) -> bool:
    """Offered upwards, and below the street: unanswered, it goes on to the next level."""
    return scope.covers(case.offered_to, case.desk) and len(case.offered_to) > scope.STREET_DIGITS


def next_level(case: Any) -> str:
    """The level above the one that did not answer."""
    return named(working_levels(case.offered_to))[0][0]


def urged(case: Any, facts: Facts) -> list[tuple[Handover, list[str]]]:
    rows = waiting(case)
    for row in rows:
        row.urged_on = case.taking.on
    return [(row, ["urged_on"]) for row in rows]


IS_NEXT = rule_of_house(
    "逾期未接收的上报移交再上一级", lambda case, facts: facts["to"] == next_level(case), asks=True
)


def handshake(
    ways: Mapping[str, Way],
    sources: tuple[str, ...],
    roles: tuple[Role, ...],
    arrives: Callable[..., Any] = arrive,
) -> dict[str, Step]:
    """Offered in one of these ways, then accepted, returned with a reason, or revoked; who does
    not answer in time is passed over, or urged where nobody is above."""
    back = {"offered_to": ""}
    return {
        **{name: way.step(sources, roles) for name, way in ways.items()},
        "accept_offer": Step(
            "接收", sources, "", roles, sets=arrives, offer="answer", style="primary",
            alters=answered(Answer.ACCEPTED),
        ),
        "return_offer": Step(
            "退回", sources, "", roles, WHY, sets=lambda case, facts: {**back, "returned": True},
            offer="answer", alters=answered(Answer.RETURNED),
        ),
        "revoke_offer": Step(
            "撤回移交", sources, "", roles, WHY, sets=lambda case, facts: back,
            offer="revoke", alters=answered(Answer.REVOKED),
        ),
        CLIMB: Step(
            "逾期上移", sources, "", (), {"to": Place("移交至")}, (IS_NEXT,), sets=offered,
            offer="answer", alters=answered(Answer.CLIMBED), fits=climbs,
        ),
        URGE: Step(
            "逾期督办", sources, "", (), offer="answer", alters=urged,
            fits=lambda case: not climbs(case) and any(not row.urged_on for row in waiting(case)),
        ),
    }  # fmt: skip


def clock(ways: Mapping[str, Way], days: Parameter) -> Clock:
    return Clock(
        "移交接收", days, "平台办理规则", starts=(*ways, CLIMB), stops=ANSWERS, working=True
    )


def colleagues(case: Any) -> list[tuple[int, str]]:
    """Who works on such cases at the desk, but for who handles this one."""
    posts = Post.objects.on().over(case.desk).filter(role__in=case.procedure.workers)
    found = posts.exclude(user=case.handler_id).select_related("user").order_by("user__name", "pk")
    return list({p.user_id: f"{p.user.name}（{p.get_role_display()}）" for p in found}.items())


IS_ANOTHER = rule_of_house(
    "继任承办人应是原承办人以外的人",
    lambda case, facts: facts["handler"].pk != case.handler_id,
    True,
)
WORKS_HERE = rule_of_house(
    "继任承办人应在经办单位任职、办理此类事项",
    lambda case, facts: facts["handler"].seat_for(case.procedure.workers, case.desk) is not None,
    asks=True,
)


def transfer(
    sources: tuple[str, ...],
    roles: tuple[Role, ...],
    leads: tuple[Role, ...],
    rules: tuple[Rule, ...] = (),
    sets: Callable[..., Any] | None = None,
    name: str = "transfer",
) -> dict[str, Step]:
    """The case to another's hands, where it stands: by those in charge, or by who handles it."""
    return {
        name: Step(
            "移交承办人", sources, "", roles,
            {"handler": Person("继任承办人", options=colleagues), **WHY},
            (IS_ANOTHER, WORKS_HERE, *rules), sets=sets, offer="any", leads=leads,
            fits=lambda case: case.handler_id is not None, hands_over=True,
        )
    }  # fmt: skip
