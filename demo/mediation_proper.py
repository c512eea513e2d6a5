"""What every tenth dispute has besides: an application, a notice, what was found out, a draft, a
court's confirmation; and one dispute of the street that is signed and paid by instalments."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django.utils.timezone import localdate

from mediation.choices import Copy, CourtGround, Mark, Notice, Ruling, Signer, Voucher
from mediation.rules import drafting as rules
from mediation.rules.agreed import written

from .texts import TERMS

EVERY = 10
TERM = timedelta(days=30)
COURT = "演示区人民法院"


def is_told_in_full(story: Any) -> bool:
    return len(story.desk.batch.opened) % EVERY == 0


def prepare(story: Any, day: date) -> None:
    """Before the first session, on the day on which it was assigned."""
    on = day.isoformat()
    story.take(
        "apply", story.clerk, day, on=on, voluntary=True,
        requests="演示数据：一、查明情况；二、赔偿损失。",
    )  # fmt: skip
    story.take("inform", story.clerk, day, on=on, informed_how=Notice.ORAL)
    story.take(
        "investigate", story.clerk, day, on=on, place="演示社区", asked="演示邻居",
        investigators="演示调解员", standing="邻居",
        body="演示数据：问：情况何时发生？答：上周。",
    )  # fmt: skip
    story.take(
        "add_evidence", story.clerk, day, on=on, name="现场照片", source="申请人",
        form=Copy.ORIGINAL, pages=2,
    )  # fmt: skip


def draft(story: Any, day: date) -> None:
    story.take("draft", story.handler, day, on=day.isoformat(), content=TERMS["content"])


def confirm(story: Any, day: date) -> date:
    """A written agreement is put before the court at once; the day from which things go on."""
    on = story.desk.days.after(day, 1)
    ruled = on and story.desk.days.after(on, 5)
    if not ruled or not written(story.case):
        return day
    ground = CourtGround.INVITED if story.case.channel == "court" else CourtGround.SEAT
    story.take(
        "confirm", story.clerk, on, on=on.isoformat(), court=COURT, ground=ground,
        jointly=True, pledged=True,
    )  # fmt: skip
    story.take(
        "record_ruling", story.clerk, ruled, on=ruled.isoformat(), ruling=Ruling.VALID,
        ruling_number=f"演示（{ruled.year}）民特{story.case.opened_on:%m%d}号",
    )  # fmt: skip
    return ruled


def sign(desk: Any) -> None:
    """One dispute of the street, agreed on today: signed on its draft, to be paid in two halves."""
    mediating = (case for case, _ in desk.batch.opened if is_ready(case))
    if not (case := next(mediating, None)):
        return
    by, today = case.handler, localdate().isoformat()
    for step, facts in steps(case, today):
        case.refresh_from_db()
        case.take(step, by=by, **facts)


def is_ready(case: Any) -> bool:
    fits = case.kind == "dispute" and case.state == "mediating" and not case.offered_to
    return fits and not (case.detail.danger or case.detail.refused_on or case.detail.major)


def steps(case: Any, today: str) -> Iterator[tuple[str, dict[str, Any]]]:
    yield "draft", {"clauses": ["settled"], "content": TERMS["content"]}
    case.refresh_from_db()
    for party in case.part("parties"):
        yield "sign", mark(Signer.PARTY, today) | {"party": party.pk}
    halves = [localdate(), localdate() + TERM]
    parts = [{"due_on": day.isoformat(), "amount": "1500"} for day in halves]
    signed = dict.fromkeys(("mediator_signed_on", "sealed_on"), today)
    text = rules.last_draft(case).content
    facts = TERMS | signed | {"content": text, "perform_by": halves[-1].isoformat()}
    yield "agree_written", facts | {"agreed_amount": "3000", "instalments": parts}
    paid = {"on": today, "paid": "1500", "voucher": Voucher.TRANSFER}
    yield "pay", paid | {"instalment": case.part("instalments")[0].pk}


def mark(signer: Signer, today: str) -> dict[str, Any]:
    return {"signer": signer, "mark": Mark.FINGERPRINT, "note": "右手食指", "on": today}
