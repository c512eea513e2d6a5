"""How counsellings, crises, key persons and incidents get somewhere: what each step is given."""

from typing import Any

from lawgov.casework.models import Case
from lawgov.organisations.models import Kind, Membership, Organisation
from lawgov.people.models import MediatorKind, Role

from ..cast import COMMUNITY, RESPONDENT, STREET, person

STEPS: dict[str, dict[str, dict[str, Any]]] = {
    "counselling": {
        "assess": {"consented": True, "grade": "medium", "advice": "定期面谈"},
        "intervene": {"way": "face", "minutes": 50},
        "note": {"private": "来访者自述失眠"},
        "end": {"closing": "calmed"},
        "follow_up": {"way": "phone", "steady": True},
        "hand_on": {"handler": "counsellor", "reason": "离岗"},
    },
    "crisis": {
        "go": {"goers": [{"name": "王警官", "position": "派出所"}]},
        "handle": {"outcome": "averted", "averted": 1, "measures": "劝离天台"},
        "follow_up": {"situation_now": "情绪平稳"},
        "hand_on": {"handler": "mediator", "reason": "离岗"},
    },
    "key_person": {
        "visit": {"way": "home", "situation": "情况稳定"},
        "regrade": {"grade": "low", "assessment": "风险降低"},
        "hand_on": {"handler": "mediator", "reason": "离岗"},
        "strike": {"struck": "steady", "opinion": "同意销号"},
    },
    "incident": {
        "handle": {"works": ["mediate"], "result": "现场平息"},
        "hand_over": {"reason": "双方愿意调解"},
        "sum_up": {"summary": "处置及时"},
    },
}  # fmt: skip


def counsellor(name: str = "counsellor") -> Any:
    return person(name, Role.MEDIATOR, STREET, mediator_kind=MediatorKind.COUNSELLOR)


def counselling(by: Any, handler: Any, unit: str = COMMUNITY, **changes: Any) -> Case:
    facts = {"title": "心理疏导", "handler": handler, "reason": "情绪激动"} | changes
    return Case.open_new("counselling", by=by, unit=unit, **facts)


def crisis(by: Any, unit: str = COMMUNITY, **changes: Any) -> Case:
    facts = {
        "title": "轻生警情",
        "type": "suicide",
        "persons": 1,
        "situation": "站上天台",
    } | changes
    return Case.open_new("crisis", by=by, unit=unit, **facts)


def averted(by: Any, unit: str = COMMUNITY, **changes: Any) -> Case:
    """A crisis with one person, who was talked out of it."""
    case = crisis(by, unit, **changes)
    for step in ("go", "handle"):
        case.take(step, by=by, **STEPS["crisis"][step])
    return case


def key_person(by: Any, handler: Any, unit: str = COMMUNITY, **changes: Any) -> Case:
    facts = {
        "title": "矛盾激化风险人员", "type": "conflict", "grade": "medium", "reason": "扬言报复",
        "handler": handler, "parties": [RESPONDENT | {"side": "third"}],
    } | changes  # fmt: skip
    return Case.open_new("key_person", by=by, unit=unit, **facts)


def team(by: Any, *names: str, unit: str = STREET) -> Organisation:
    body = Organisation.objects.create(
        kind=Kind.EMERGENCY_TEAM, name="应急处突队", unit=unit, since="2020-01-01"
    )
    Membership.objects.bulk_create(
        Membership(organisation=body, name=name, capacity="member", since="2021-01-01", by=by)
        for name in names
    )
    return body


def incident(by: Any, unit: str = COMMUNITY, **changes: Any) -> Case:
    facts = {
        "title": "小区门口聚集", "channel": "community", "type": "gathering", "place": "东门",
        "persons": 12, "situation": "业主与施工方争执",
    } | changes  # fmt: skip
    return Case.open_new("incident", by=by, unit=unit, **facts)


def out(by: Any, body: Organisation, unit: str = COMMUNITY, **changes: Any) -> Case:
    case = incident(by, unit, **changes)
    case.take("go_out", by=by, team=body.pk, members=[body.members.first().pk])
    return case
