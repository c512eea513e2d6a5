"""How a penalty case gets from the end of its investigation to its end."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import localdate

from enforcement.review.models import POINTS, Opinion
from enforcement.standards.models import CatalogueItem
from lawgov.casework.models import Case
from lawgov.casework.questions import ANSWERS
from lawgov.casework.refusals import StepRefused

from ..cast import today
from .penalty import CONCLUDED, registered, walk

DRAFT = {
    "outcome": "penalty",
    "kinds": ["fine"],
    "band": "P2",
    "fine": "500",
    "facts": "当事人占道堆放货物三平方米",
    "proof": "现场笔录、照片",
    "basis": "某条例第十条",
    "reasons": "及时改正，从轻",
    "decision": "罚款五百元",
}
EXEMPTION = DRAFT | {"outcome": "first", "kinds": [], "fine": "", "decision": "不予处罚"}


def day(n: int) -> str:
    return (localdate() + timedelta(days=n)).isoformat()


def service(squad: Any, **changes: Any) -> dict[str, Any]:
    return {
        "on": today(), "manner": "direct", "receiver": "钱某",
        "officers": [squad.officer, squad.partner],
    } | changes  # fmt: skip


def told(squad: Any, **changes: Any) -> dict[str, Any]:
    return service(squad, told=True, hearing=True) | changes


def answers(squad: Any) -> dict[str, dict[str, Any]]:
    return {
        "draft": DRAFT,
        "notify": told(squad),
        "defend": {"on": today(), "said": "spoken", "body": "货物当日已清走"},
        "weigh_defence": {"opinion": "情况属实", "adopted": True},
        "waive": {"on": today(), "written": True, "hearing_too": True},
        "ask_hearing": {"on": today()},
        "discuss": {
            "on": today(), "members": [squad.head, squad.leader],
            "record": "与会人员发表意见", "conclusion": "同意拟作决定",
        },
        "serve": service(squad),
        "serve_exemption": service(squad),
        "pay": {"on": today(), "amount": "500", "receipt": "31000001"},
        "execute": {"manner": "voluntary", "on": today()},
        "exempt": {"corrected": True, "educated": True},
        "drop": {"reason": "违法事实不能成立"},
        "close": {"report": "已执行完毕"},
        "archive": {"retention": "long"},
    }  # fmt: skip


HEADS_WORD = ("discuss", "decide", "exempt", "drop", "close", "approve_instalment", "surcharge",
              "apply_court", "refuse_instalment")  # fmt: skip
TOLD = ("draft", "notify")
DECIDED = (*TOLD, "waive", "decide")
ROADS: dict[str, tuple[str, ...]] = {
    "concluded": (),
    "notified": TOLD,
    "waived": (*TOLD, "waive"),
    "decided": DECIDED,
    "served": (*DECIDED, "serve"),
    "executed": (*DECIDED, "serve", "pay", "execute"),
    "closed": (*DECIDED, "serve", "pay", "execute", "close"),
}


def take(case: Case, squad: Any, step: str, **given: Any) -> Any:
    by = squad.head if step in HEADS_WORD else squad.officer
    return case.take(step, by=by, **(answers(squad).get(step, {}) | given))


def go(case: Case, squad: Any, *steps: str, **given: dict[str, Any]) -> Case:
    for step in steps:
        take(case, squad, step, **given.get(step, {}))
    return case


def decision_in(state: str, squad: Any, given: Any = None, **changes: Any) -> Case:
    """A case on the way from its draft to its end; `given` changes what a step is told."""
    told = given or {}
    case = walk(registered(squad, **changes), squad, *CONCLUDED, **told)
    return go(case, squad, *ROADS[state], **told)


def list_fines(least: int = 0, party_kind: str = "") -> CatalogueItem:
    """The catalogue of the nation lists every fine from a sum (in 分) on."""
    return CatalogueItem.objects.create(
        label="罚款达到规定数额", basis="目录清单", penalty="fine", least=least,
        party_kind=party_kind, since="2020-01-01",
    )  # fmt: skip


def told_so(monkeypatch: Any, **said: Any) -> None:
    """Other rooms answer so, whatever they hold: `recording__missing=[]`."""
    for name, answer in said.items():
        monkeypatch.setitem(ANSWERS, name.replace("__", "."), lambda *about, a=answer: a)


def refusal(case: Case, squad: Any, step: str, by: Any = None, **given: Any) -> str:
    """Every reason why a step is refused, in one text."""
    facts = answers(squad).get(step, {}) | given
    by = by or (squad.head if step in HEADS_WORD else squad.officer)
    with pytest.raises(StepRefused) as said:
        case.take(step, by=by, **facts)
    case.refresh_from_db()
    return "\n".join(said.value.reasons)


def passed(case: Case, squad: Any, passes: bool = True) -> Opinion:
    """An opinion on the text as it stands."""
    return Opinion.objects.create(
        case=case, subject=case, round=Opinion.objects.filter(case=case).count() + 1,
        type="agree" if passes else "refuse", passes=passes, reviewer=squad.reviewer,
        text_hash=case.part("drafts")[-1].text_hash, body="意见", on=case.opened_on,
        **dict.fromkeys(POINTS, "fine"),
    )  # fmt: skip
