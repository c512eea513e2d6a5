"""What psychological service counts. Who is behind a figure is for few: small cells are hidden."""

from typing import Any

from lawgov.casework.models import Event
from lawgov.casework.web.pages import address
from mediation.indicators import DISPUTES
from reporting.indicators import Column, Count, Distinct, Source, Sum, register
from reporting.sources import word

from .choices import CRISIS, SUICIDE, Outcome

LABELS = {"type": CRISIS}


def opens(event: Any) -> str:
    return address(event.case)


def sensitive(kind: str, name: str, **also: Any) -> Source:
    """What was done to cases that few may see: neither what they are called nor whom they name."""
    return Source(
        name,
        Event,
        (
            Column("on", "日期", lambda event: event.on),
            Column("number", "编号", lambda event: event.case.number),
            Column("unit", "单位", lambda event: event.unit),
            Column("step", "环节", lambda event: event.label),
            *also.pop("columns", ()),
        ),
        always={"kind": kind},
        kinds=(kind,),
        at="at",
        related=("case",),
        opens=opens,
        sensitive=True,
        **also,
    )


CRISES = sensitive(
    "crisis",
    "危机事件办理记录",
    labels=LABELS,
    columns=(
        Column("type", "危机类型", word("type", LABELS)),
        Column("amount", "化解人数", lambda event: event.amount),
    ),
)
KEYS = sensitive("key_person", "重点人员办理记录")

INDICATORS = register(
    Distinct(
        "dispute.psych_assisted",
        "心理服务参与化解矛盾纠纷数",
        "宗",
        DISPUTES,
        "邀请心理咨询师协助的纠纷，多次邀请的计一宗，记在期内首次邀请之日。",
        basis="转介日期",
        of="case",
        step="attach_counsellor",
    ),
    Count(
        "psych.crisis_events",
        "应急处置危机事件数",
        "宗",
        CRISES,
        "处置完毕的危机事件，不论结果。",
        basis="处置日期",
        step="handle",
    ),
    Sum(
        "psych.suicides_averted",
        "化解轻生人次",
        "人次",
        CRISES,
        "类型为轻生、结果为化解的危机事件中化解的人数之和。",
        basis="处置日期",
        of="amount",
        step="handle",
        type=SUICIDE,
        facet=Outcome.AVERTED,
    ),
    Count(
        "psych.key_person_visits",
        "重点人员走访次数",
        "次",
        KEYS,
        "对在管重点人员的走访，走访一次计一次。",
        basis="走访日期",
        step="visit",
    ),
)
