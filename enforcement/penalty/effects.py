"""What takes effect with an approval, in words: whoever approves reads it before signing."""

from typing import Any

from django.utils.timezone import localdate

from enforcement.standards.facts import Power
from lawgov.casework.models import Relation
from lawgov.people.models import User

from . import standing
from .rules import evidence as rules
from .rules import opening

Pairs = list[tuple[str, str]]


def act(case: Any) -> Pairs:
    """The act, and against whom it is held."""
    detail = case.detail
    return [
        ("案由", case.title),
        ("当事人", "、".join(row.shown_name for row in standing.charged(case))),
        ("权责事项", Power("权责事项").shown(detail.power)),
        ("管辖依据", detail.get_jurisdiction_display()),
        ("违法行为", f"{detail.act_on}，{detail.place}"),
        ("案情简介", detail.summary),
    ]


def officers(case: Any) -> Pairs:
    named = User.objects.filter(pk__in=case.detail.officers).order_by("pk")
    return [("承办执法人员", "、".join(named.values_list("name", flat=True)))]


def said(case: Any, step: str) -> Pairs:
    """What was stated when it was last asked for."""
    asked = [event for event in case.history if event.step == step]
    return [pair for pair in asked[-1].lines() if pair[1]] if asked else []


def source(case: Any) -> Pairs:
    """What the case comes from, with what was noted there."""
    links = case.links.filter(relation=Relation.SOURCE).exclude(other=None)
    told: Pairs = []
    for link in links.select_related("other"):
        told.append(("来源", f"{link.other.procedure.label} {link.other}"))
        told += [pair for event in link.other.history if event.step == "note"
                 for pair in event.lines()]  # fmt: skip
    return told


def filing(case: Any) -> Pairs:
    found, last = case.detail.found_on, opening.barred_from(case)
    return [
        *act(case),
        *source(case),
        *said(case, "apply_filing"),
        ("追责时效", f"{found}发现，时效至{last}（{opening.LAW}第三十六条）"),
        ("批准后", f"以普通程序立案，自立案之日起九十日内作出决定（{opening.LAW}第六十条）"),
    ]


def measures(case: Any) -> Pairs:
    """Each measure that waits for an answer, with how long it may last."""
    found: Pairs = []
    for row in filter(rules.unapproved, case.part("measures")):
        urgent = "（情况紧急，已当场采取）" if row.urgent else ""
        due = rules.lasts_until(row.kind, row.taken_on or localdate())
        words = f"{row.things}；地点：{row.place}；理由：{row.reason}"
        last = f"{'已' if row.taken_on else '今日'}采取的，至{due}届满"
        found.append((f"{row.get_kind_display()}{urgent}", f"{words}；{last}"))
    return [*act(case)[:2], *found]


def held(case: Any) -> Pairs:
    """What is held, until when, and how long it may be at most."""
    return [
        (row.get_kind_display(), f"{row.things}；{row.taken_on}起，至{row.due_on}届满")
        for row in rules.held(case)
    ]


def spot(case: Any) -> Pairs:
    return [*act(case), *said(case, "decide_on_spot"), *said(case, "file_record")]


def recusals(case: Any) -> Pairs:
    return [
        (f"{row.officer.name}（{row.get_asked_by_display()}）", row.reason)
        for row in case.part("recusals")
        if row.granted is None
    ]


def transfer(case: Any) -> Pairs:
    return [
        *act(case),
        *officers(case),
        *said(case, "propose_transfer"),
        ("批准后", "二十四小时内向同级公安机关移送；本机关不再以行政处罚代替（第二十七条）"),
    ]
