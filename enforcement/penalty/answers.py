"""What a penalty case tells the rooms that review and publish it."""

from typing import Any

from enforcement.standards.choices import Penalty
from lawgov.casework.models import Case
from lawgov.casework.questions import answers, ask
from lawgov.parties.models import PartyKind

from . import remedies, signing, standing, terms
from .choices import Outcome
from .rules.deciding import listed_now
from .states import HANDLING


@answers("penalty.for_review")
def for_review(case: Case) -> dict[str, Any]:
    """The last draft as it lies before the reviewer."""
    row = standing.draft(case)
    return {
        "type": "enforcement_major",
        "title": case.title,
        "text": row.text if row else "",
        "text_hash": row.text_hash if row else "",
        "pairs": seen(case, row) if row else [],
        "involved": involved(case),
        "names": {party.pk for party in case.part("parties") if party.pk},
        "materials": materials(case, row),
        "listed": list(dict.fromkeys([*row.listed, *listed_now(case, row)])) if row else [],
        "decided": standing.decision(case) is not None,
    }


def seen(case: Case, row: Any) -> list[tuple[str, str]]:
    """What is bound by the hash, and under which band it was drawn up."""
    return [
        ("处理意见", str(row.get_outcome_display())),
        ("处罚种类", signing.kinds(row)),
        ("罚款", signing.yuan(row.fine)),
        ("没收", signing.yuan(row.confiscated)),
        ("裁量档次", signing.band(case, row)),
        *signing.text(row),
    ]


def involved(case: Case) -> set[int]:
    """Who handled the case or chaired its hearing."""
    did = {event.by_id for event in case.history if event.step in HANDLING}
    chairs = {row.chair_id for row in case.part("hearings")}
    return {pk for pk in {*did, *chairs, *case.detail.officers, case.handler_id} if pk}


def materials(case: Case, row: Any) -> list[tuple[str, str, bool]]:
    """送审材料: a record of a hearing or an appraisal only where there was one."""
    took = {event.step for event in case.history}
    listed = [
        ("statement", "情况说明（审查报告）", "conclude" in took),
        ("draft", "拟作决定书（建议）", row is not None),
        ("evidence", "证据材料", any(not each.void for each in case.part("evidence"))),
    ]
    if case.detail.hearing_asked_on:
        listed.append(("hearing", "听证笔录", standing.held_hearing(case) is not None))
    if "appraise" in took:
        listed.append(("appraisal", "评估、鉴定报告", "appraised" in took))
    return [*listed, ("recording", "全过程记录", not ask("recording.missing", case))]


@answers("penalty.for_publication")
def for_publication(case: Case) -> dict[str, Any] | None:
    """A penalty that was decided; of what was not penalised nothing is published."""
    row = standing.decision(case)
    if row is None or row.outcome != Outcome.PENALTY:
        return None
    return {
        "type": "penalty",
        "title": case.title,
        "rows": published(case, row),
        "decided_on": row.on,
        "working_days": terms.PUBLIC_DAYS,
        "minor": standing.is_minor(case),
        "party_kind": row.party_kind,
        "remedy": remedies.told(case, row.on),
        "annulled_on": row.annulled_on,
        "hide": bystanders(case),
    }


def published(case: Case, row: Any) -> list[tuple[str, str]]:
    draft = standing.draft(case)
    charged = standing.charged(case)
    firms = [each for each in charged if each.kind == PartyKind.ORGANISATION]
    return [
        ("行政处罚决定书文号", row.number),
        ("当事人", "、".join(each.name for each in charged)),
        ("统一社会信用代码", "、".join(each.credit_code for each in firms)),
        ("违法事实", draft.facts if draft else case.detail.summary),
        ("处罚依据", draft.basis if draft else ""),
        ("处罚种类", "、".join(Penalty(kind).label for kind in row.kinds)),
        ("处罚内容", draft.decision if draft else f"罚款{signing.yuan(row.fine)}"),
        ("决定机关", signing.agency(case)),
        ("决定日期", row.on.isoformat()),
    ]


def bystanders(case: Case) -> list[str]:
    """Names that were written down beside those of the parties."""
    asked = [row.asked for row in case.part("inquiries")]
    sources = [row.source for row in case.part("evidence")]
    received = [row.receiver for row in case.part("deliveries")]
    officers = signing.officers(case).split("、")
    return sorted({name for name in (*asked, *sources, *received, *officers) if name})
