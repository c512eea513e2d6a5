"""人民调解调查记录, 证据材料清单 and 人民调解记录: what was asked, brought and said."""

from typing import Any

from lawgov.casework.models import Case
from lawgov.documents.papers import Content, day

from .words import (
    MEDIATOR_SIGNS,
    RECORDER_SIGNS,
    Shown,
    committee,
    every_party_signs,
    named,
)


def investigation(case: Case, row: Any, shown: Shown) -> Content:
    """人民调解调查记录."""
    return Content(
        title="人民调解调查记录",
        number=case.number,
        rows=[
            ("时间", day(row.on)),
            ("地点", shown.text(row.place)),
            ("参加人", f"调查人：{row.investigators}\n记录人：{row.recorder or row.investigators}"),
            ("被调查人", shown.text(f"{row.asked} {row.standing}".strip())),
            ("记录", shown.text(row.body)),
        ],
        signatures=[
            ("被调查人（签名）", day(row.on)),
            ("调查人（签名）", day(row.on)),
            (RECORDER_SIGNS, day(row.on)),
        ],
        seal=committee(case),
        on=day(row.on),
    )


def evidence(case: Case, shown: Shown) -> Content:
    """人民调解证据材料清单."""
    rows = case.part("evidence")
    listed = [
        (
            f"{n}. {shown.text(row.name)}",
            f"来源（提供人）：{shown.text(row.source)}；{row.get_form_display()}；{row.pages}页；"
            f"{day(row.on)}" + (f"\n证明内容：{shown.text(row.proves)}" if row.proves else ""),
        )
        for n, row in enumerate(rows, 1)
    ]
    return Content(
        title="人民调解证据材料清单",
        number=case.number,
        rows=listed,
        signatures=[("提供人（签名）", ""), (MEDIATOR_SIGNS, "")],
        seal=committee(case),
        on=day(rows[-1].on),
    )


def session(case: Case, row: Any, shown: Shown) -> Content:
    """人民调解记录: of one session; who was invited stands apart from parties and mediators."""
    parties = "、".join(shown.name(party) for party in case.part("parties"))
    how = "不公开" if row.closed_doors else "公开"
    recorded = f"，{row.get_recorded_display()}（已告知）" if row.recording_told else ""
    consent = "（各方当事人同意邀请）" if row.helpers and row.consented else ""
    return Content(
        title="人民调解记录",
        number=case.number,
        rows=[
            ("时间", day(row.on)),
            ("地点", shown.text(row.place)),
            ("事由", shown.text(row.matter)),
            ("调解方式", f"{how}调解{recorded}"),
            ("当事人", parties),
            ("参加人", shown.text(f"{row.helpers or '无'}{consent}")),
            ("人民调解员", named(case.handler)),
            ("权利义务告知", f"已于{day(case.detail.informed_on)}告知"),
            ("记录", shown.text(row.body)),
        ],
        signatures=[
            *every_party_signs(case, day(row.on)),
            (MEDIATOR_SIGNS, day(row.on)),
            (RECORDER_SIGNS, row.recorder or day(row.on)),
        ],
        seal=committee(case),
        on=day(row.on),
    )
