"""What can happen to a publication: 生成, 审核公示, 到期撤下, and 撤回 with the reason shown."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.timezone import localdate

from enforcement.standards import powers
from lawgov.casework import common
from lawgov.casework.about import About
from lawgov.casework.facts import Choice, LongText, Text
from lawgov.casework.models import Case, Relation
from lawgov.casework.procedure import Clock, Procedure, Step
from lawgov.people.models import Role
from lawgov.privacy import disclosed

from . import content, limits, rules
from .choices import POWERS, TYPE, Secrecy, Withdrawal

PUBLISHERS = (Role.JUSTICE, Role.STATISTICIAN)
WRITERS = (Role.OFFICER, Role.ENFORCEMENT_HEAD, *PUBLISHERS)
Facts = Mapping[str, Any]

STATES = {
    "prepared": "待审核",
    "returned": "退回修改",
    "public": "公示中",
    "annulled": "待撤回",
    "withdrawn": "已撤回",
    "expired": "到期撤下",
    "withheld": "不予公示",
}
COLOURS = {
    "prepared": "primary", "returned": "warning", "public": "success", "annulled": "danger",
    "withdrawn": "dark", "expired": "dark", "withheld": "dark",
}  # fmt: skip
UNSEEN = ("prepared", "returned")


def written(case: Case, facts: Facts) -> dict[str, Any]:
    """A text of the house itself; the list of powers is that in force."""
    if facts["type"] == POWERS:
        held = powers.held(case.unit, facts["on"])
        rows = [[f"{each.code} {each.name}", each.basis] for each in held]
    else:
        rows = [["内容", disclosed.unnumbered(facts["text"])]]
    return {"title": disclosed.unnumbered(facts["title"]), "rows": rows}


def prepared(case: Case, facts: Facts) -> dict[str, Any]:
    """What will be read, and from when the time to publish it runs."""
    said = rules.told(case, facts)
    if said is None:
        return {**written(case, facts), "decided_on": facts["on"]}
    clock = "penal_from" if said.working_days <= limits.PENALTY_DAYS else "other_from"
    return {
        **content.shown(facts["source"], said),
        clock: said.decided_on,
        "links": [{"relation": Relation.SOURCE, "other": facts["source"]}],
    }


def renewed(case: Case, facts: Facts) -> dict[str, Any]:
    said = rules.told(case, facts)
    return content.shown(case.detail.source, said) if said else {}


def amended(case: Case, facts: Facts) -> dict[str, Any]:
    detail = case.detail
    told = {"title": facts.get("title", case.title), "text": facts.get("text", "")}
    new = written(case, {"type": detail.type, "on": facts["on"], **told})
    return new if "text" in facts or detail.type == POWERS else {"title": new["title"]}


def hidden(case: Case, facts: Facts) -> dict[str, Any]:
    """The same text with these words covered wherever they stand."""
    known = dict.fromkeys(facts["words"].replace("、", " ").split(), disclosed.HIDDEN)
    cover = content.Cover(known, [])
    rows = [[label, cover.over(words)] for label, words in case.detail.rows]
    return {"title": cover.over(case.title), "rows": rows}


def published(case: Case, facts: Facts) -> dict[str, Any]:
    return {"public_on": facts["on"], "until": last_day(case, facts["on"])}


def last_day(case: Case, on: date) -> date | None:
    """Decisions on somebody come down after some years; what only informs stays."""
    limit = limits.YEARS.get(case.detail.party_kind)
    if limit is None:
        return None
    year = on.year + limit.on(case.unit, on)
    return date(year, 3, 1) if (on.month, on.day) == (2, 29) else on.replace(year=year)


def goes_out(case: Case) -> list[tuple[str, str]]:
    """What everybody will read once it is approved."""
    detail = case.detail
    rows = [("公示事项", detail.type_label), ("标题", case.title), *map(tuple, detail.rows)]
    until = last_day(case, localdate())
    last = ("撤下日期", str(until) if until else "长期公示")
    return [*rows, ("救济途径", detail.remedy), last]


def withdrawn(case: Case, facts: Facts) -> dict[str, Any]:
    text = disclosed.unnumbered(facts["explanation"])
    return {"withdrawn_on": facts["on"], "explanation": text}


def has_source(case: Any) -> bool:
    return case.detail.source_id is not None


STEPS = {
    "prepare": Step(
        "生成公示", (), "prepared", WRITERS,
        {
            "source": About("公示的案件", required=False, question="for_publication", verb="公示"),
            "type": Choice("公示事项", required=False, choices=TYPE, help="从案件生成时不填"),
            "title": Text("名称", required=False, help="从案件生成时不填"),
            "text": LongText("内容", required=False, help="从案件生成时不填；权力清单自动生成"),
        },
        (rules.ONE_SOURCE, rules.SEEN, rules.READY, rules.NO_MINORS, rules.ONCE),
        sets=prepared, number="执公示字",
    ),
    "renew": Step(
        "重新生成", UNSEEN, "prepared", WRITERS, {}, (rules.READY, rules.NO_MINORS),
        sets=renewed, fits=has_source,
    ),
    "amend": Step(
        "修改内容", UNSEEN, "prepared", WRITERS,
        {"title": Text("名称", required=False), "text": LongText("内容", required=False)},
        sets=amended, fits=lambda case: not has_source(case),
    ),
    "hide": Step(
        "隐去文字", UNSEEN, "prepared", WRITERS,
        {"words": Text("要隐去的文字", help="如第三人姓名；几处之间用顿号或空格隔开")},
        sets=hidden,
    ),
    "return": Step(
        "退回修改", ("prepared",), "returned", PUBLISHERS,
        {"reason": LongText("退回原因", most=500)}, bars=rules.has_written,
        sets=lambda case, facts: {"returned": True},
    ),
    "approve": Step(
        "审核公示", ("prepared",), "public", PUBLISHERS, {},
        (rules.READY, rules.NO_MINORS, rules.UNCHANGED, rules.COVERED),
        bars=rules.has_written, effect=goes_out, sets=published, closes=True, style="success",
    ),
    "withhold": Step(
        "不予公示", UNSEEN, "withheld", PUBLISHERS,
        {"secrecy": Choice("事由", choices=Secrecy), "reason": LongText("理由", most=500)},
        bars=rules.has_written, closes=True,
    ),
    "annul": Step(
        "决定被变更、撤销", ("public",), "annulled", (), {},
        sets=lambda case, facts: {"annulled_on": rules.annulled_on(case, facts)},
    ),
    "withdraw": Step(
        "撤回公示", ("public", "annulled"), "withdrawn", PUBLISHERS,
        {
            "withdrawal": Choice("撤回事由", choices=Withdrawal),
            "explanation": LongText("向社会说明的理由", most=500, help="与撤回信息一并公开"),
        },
        (rules.COVERED,), offer="any", sets=withdrawn, closes=True, style="danger",
    ),
    "expire": Step("到期撤下", ("public",), "expired", ()),
    **common.papers(WRITERS, (*UNSEEN, "public", "annulled")),
}  # fmt: skip

CLOCKS = (
    Clock(
        "处罚、许可决定公示", limits.PENALTY_DAYS, rules.THREE_SYSTEMS, ("prepare",),
        ("approve", "withhold"), working=True, told_day="penal_from",
    ),
    Clock(
        "执法结果公示", limits.OTHER_DAYS, rules.THREE_SYSTEMS, ("prepare",),
        ("approve", "withhold"), working=True, told_day="other_from",
    ),
    Clock(
        "公示撤回", limits.WITHDRAWAL_DAYS, f"{rules.PENALTY_LAW}第四十八条", ("annul",),
        ("withdraw",), working=True, told_day="annulled_on",
    ),
    Clock(
        "公示撤下", 0, "公示期限的设定", ("approve",), ("expire", "withdraw"), window=True,
        told_day="until",
    ),
)  # fmt: skip

PUBLICATION = Procedure(
    kind="publication",
    label="公示",
    states=STATES,
    colours=COLOURS,
    steps=STEPS,
    readers=(*WRITERS, Role.REVIEWER, Role.LEADER),
    clocks=CLOCKS,
    detail="publicity.Publication",
    parts=common.PARTS,
    counts={"type": "type"},
)
