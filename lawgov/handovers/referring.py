"""Between a case and an agency outside: taken in, invited, sent out; each asked and answered.

A police officer or a judge has no account here: the street's people write down who answered.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils.timezone import localdate

from lawgov.casework.common import rule_of_house
from lawgov.casework.fact import Fact
from lawgov.casework.facts import Choice, LongText, Row, Text
from lawgov.casework.procedure import Clock, Rule, Step
from lawgov.people.models import Role
from lawgov.workdays import calendar

from . import limits
from .agencies import SERVES, Agency
from .models import Direction, Referral, Reply, Result

Facts = Mapping[str, Any]
States = tuple[str, ...]
Roles = tuple[Role, ...]
PARTS = {"referrals": "handovers.Referral"}
URGE = "urge_agency"
ANSWERS = (
    "take_in",
    "turn_back",
    "answer_invitation",
    "agency_accepts",
    "agency_refuses",
    "recall",
)


class Said(TextChoices):
    """What an agency that is invited may say."""

    ACCEPTED = Reply.ACCEPTED.value, "接受"
    REFUSED = Reply.REFUSED.value, "谢绝"


@dataclass(frozen=True)
class Which(Row):
    """One of the case's referrals, of those that the step is about."""

    part: str = "referrals"
    about: Callable[[Referral], bool] = lambda row: True

    def field(self, case: Any = None) -> forms.Field:
        rows = [row for row in case.part(self.part) if self.about(row)]
        choices = [("", "请选择"), *((row.pk, str(row)) for row in rows)]
        return forms.ChoiceField(choices=choices, **self.common())


def waiting(case: Any, *directions: Direction) -> list[Referral]:
    rows = case.part("referrals")
    return [row for row in rows if row.is_waiting and row.direction in directions]


def is_asked(row: Referral) -> bool:
    return row.is_waiting and row.direction == Direction.INVITED


def is_ours(row: Referral) -> bool:
    return row.is_waiting and row.direction != Direction.TAKEN_IN


def owes(row: Referral) -> bool:
    """What was taken in is reported back to who sent it."""
    return told(row) and row.direction == Direction.TAKEN_IN


def awaits(row: Referral) -> bool:
    return told(row) and row.direction != Direction.TAKEN_IN


def told(row: Referral) -> bool:
    return row.reply == Reply.ACCEPTED and row.fed_back_on is None


def any_row(about: Callable[[Referral], bool]) -> Callable[[Any], bool]:
    return lambda case: any(about(row) for row in case.part("referrals"))


def asked(direction: Direction) -> Callable[[Any, Facts], dict[str, Any]]:
    """The agency has so many working days to answer."""

    def sets(case: Any, facts: Facts) -> dict[str, Any]:
        on = facts["on"]
        due = calendar.add(on, limits.REPLY.on(case.unit, on), working=True).day
        agency = facts["agency"].name
        return {"direction": direction, "on": on, "due_on": due, "agency_name": agency}

    return sets


def replied(*directions: Direction, reply: Reply) -> Callable[..., Any]:
    """The one referral of these directions that waits is answered so."""

    def alters(case: Any, facts: Facts) -> list[tuple[Referral, list[str]]]:
        return [answered(row, reply, facts) for row in waiting(case, *directions)]

    return alters


def answered(row: Referral, reply: Reply, facts: Facts) -> tuple[Referral, list[str]]:
    row.reply, row.replied_on = reply, facts["on"]
    row.replied_name = facts.get("person", "")
    return row, ["reply", "replied_on", "replied_name"]


def one(case: Any, facts: Facts) -> Referral | None:
    row: Referral | None = case.one("referrals", facts["referral"])
    return row


def chosen(reply: Reply | None = None) -> Callable[..., Any]:
    """The referral that is named is answered: so, or as the facts say."""
    return lambda case, facts: [answered(one(case, facts), reply or Reply(facts["said"]), facts)]  # type: ignore[arg-type]


def fed_back(case: Any, facts: Facts) -> list[tuple[Referral, list[str]]]:
    row: Any = one(case, facts)
    row.result, row.outcome, row.fed_back_on = facts["result"], facts["outcome"], facts["on"]
    return [(row, ["result", "outcome", "fed_back_on"])]


def late(case: Any) -> list[Referral]:
    today = localdate()
    rows = case.part("referrals")
    return [r for r in rows if r.is_waiting and r.urged_on is None and r.due_on < today]


def urged(case: Any, facts: Facts) -> list[tuple[Referral, list[str]]]:
    rows = late(case)
    for row in rows:
        row.urged_on = facts["on"]
    return [(row, ["urged_on"]) for row in rows]


def is_of(about: Callable[[Referral], bool]) -> Any:
    return rule_of_house(
        "所选移送、邀请应属本案并处于可登记的状态",
        lambda case, facts: (row := one(case, facts)) is not None and about(row),
        asks=True,
    )


REASONED = rule_of_house(
    "对方退回、谢绝的，应写明原因",
    lambda case, facts: facts["said"] == Said.ACCEPTED or bool(facts.get("reason")),
    asks=True,
)
ANSWERED = rule_of_house(
    "移入的纠纷应先接收或退回", lambda case, facts: not waiting(case, Direction.TAKEN_IN)
)
ALL_ANSWERED = rule_of_house(
    "移送、邀请其他机构的，应有答复或撤回",
    lambda case, facts: not any(row.is_waiting for row in case.part("referrals")),
)
FED_BACK = rule_of_house(
    "接收移送的，应先向移送机构反馈结果",
    lambda case, facts: not any(owes(row) for row in case.part("referrals")),
)
ASKED: dict[str, Fact] = {
    "agency": Agency("机构"),
    "contact": Text("对方联系人", required=False, most=50),
    "outside": Text("对方文号", required=False, most=100, help="如警情、案件、信访件编号"),
    "reason": LongText("原因", most=500),
}
WHY = {"reason": LongText("原因", most=500)}
WHO = {"person": Text("答复人", most=50, help="对方的经办人")}


def brought(new: States, took: Roles, answer: Roles, away: str, rules: tuple[Rule, ...]) -> Any:
    """What an agency refers here: taken in before the case is accepted, or turned back with a
    reason, which ends it."""
    mine = Direction.TAKEN_IN
    return {
        "refer_in": Step(
            "登记移入", new, "", took, ASKED, (SERVES,), part="referrals", sets=asked(mine),
            fits=lambda case: not waiting(case, mine),
        ),
        "take_in": Step(
            "接收移送", new, "", answer, alters=replied(mine, reply=Reply.ACCEPTED),
            fits=lambda case: bool(waiting(case, mine)), style="primary",
        ),
        "turn_back": Step(
            "退回移送", new, away, answer, WHY, rules, closes=True,
            alters=replied(mine, reply=Reply.REFUSED),
            fits=lambda case: bool(waiting(case, mine)),
        ),
    }  # fmt: skip


def invited(sources: States, roles: Roles) -> dict[str, Step]:
    """邀请联调: the case stays here, and others work on it too."""
    return {
        "invite": Step(
            "邀请联调", sources, "", roles, ASKED, (SERVES,), part="referrals", offer="any",
            sets=asked(Direction.INVITED),
        ),
        "answer_invitation": Step(
            "登记邀请答复", sources, "", roles,
            {
                "referral": Which("邀请", about=is_asked),
                "said": Choice("答复", choices=Said),
                **WHO,
                "reason": LongText("谢绝原因", required=False, most=500),
            },
            (is_of(is_asked), REASONED), alters=chosen(), offer="any", fits=any_row(is_asked),
        ),
    }  # fmt: skip


def sent(
    sources: States, roles: Roles, away: str, rules: tuple[Rule, ...], to: tuple[Rule, ...] = ()
) -> dict[str, Step]:
    """移送: gone only when the other side has accepted it; returned, it goes on here."""
    out = Direction.SENT_OUT
    return {
        "transfer_out": Step(
            "移送其他机构", sources, "", roles, ASKED, (SERVES, *to), part="referrals",
            sets=asked(out), fits=lambda case: not waiting(case, out),
        ),
        "agency_accepts": Step(
            "登记对方接收", sources, away, roles, WHO, rules, closes=True,
            alters=replied(out, reply=Reply.ACCEPTED),
            fits=lambda case: bool(waiting(case, out)), style="primary",
        ),
        "agency_refuses": Step(
            "登记对方退回", sources, "", roles, {**WHO, **WHY},
            alters=replied(out, reply=Reply.REFUSED), fits=lambda case: bool(waiting(case, out)),
            sets=lambda case, facts: {"returned": True},
        ),
    }  # fmt: skip


def afterwards(kept: States, roles: Roles) -> dict[str, Step]:
    """撤回, 反馈 and 催办, as long as the file is open."""
    result = {
        "result": Choice("结果", choices=Result),
        "outcome": LongText("结果说明", most=1000),
    }
    return {
        "recall": Step(
            "撤回移送或邀请", kept, "", roles,
            {"referral": Which("移送、邀请", about=is_ours), **WHY},
            (is_of(is_ours),), alters=chosen(Reply.RECALLED), offer="any", fits=any_row(is_ours),
        ),
        "feed_back": Step(
            "反馈移送机构", kept, "", roles, {"referral": Which("移送", about=owes), **result},
            (is_of(owes),), alters=fed_back, offer="any", fits=any_row(owes),
        ),
        "record_result": Step(
            "登记对方反馈", kept, "", roles,
            {"referral": Which("移送、邀请", about=awaits), **result},
            (is_of(awaits),), alters=fed_back, offer="any", fits=any_row(awaits),
        ),
        URGE: Step(
            "移送催办", kept, "", (), offer="any", alters=urged, fits=lambda case: bool(late(case)),
        ),
    }  # fmt: skip


CLOCKS = (
    Clock("机构移送答复", limits.REPLY, "平台办理规则",
          ("refer_in", "invite", "transfer_out"), ANSWERS, working=True),
    Clock("反馈移送机构", limits.FEED_BACK, "平台办理规则", ("take_in",), ("feed_back",)),
    Clock("移送结果反馈", limits.FEED_BACK, "平台办理规则", ("agency_accepts",),
          ("record_result",)),
)  # fmt: skip
