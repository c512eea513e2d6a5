"""What takes effect with a head's word on a draft and after: nothing is signed unseen."""

from typing import Any

from django.utils.timezone import localdate

from enforcement.review.standing import last_opinion
from enforcement.standards import bands
from enforcement.standards.choices import Penalty
from lawgov.casework.facts import Money, People
from lawgov.casework.questions import ask
from lawgov.units import scope
from lawgov.units.models import names

from . import dates, effects, money, standing

Pairs = list[tuple[str, str]]
NONE = "无"


def yuan(cents: int) -> str:
    return Money("").shown(cents)


def officers(case: Any) -> str:
    return People("").shown(case.detail.officers)


def agency(case: Any) -> str:
    """The street's office, or the town's government, that decides."""
    street = scope.street(case.unit)
    name = names([street]).get(street, "")
    return f"{name}办事处" if name.endswith("街道") else f"{name}人民政府"


def kinds(row: Any) -> str:
    return "、".join(Penalty(kind).label for kind in row.kinds) or NONE


def band(case: Any, row: Any) -> str:
    """The band with its bounds, so that the sum can be judged."""
    kind = standing.party_kind(case)
    found = bands.find(case.unit, case.detail.power, row.band, row.on, kind)
    if not found:
        return "未选档次" if row.kinds else NONE
    outside = "（本稿在基准之外）" if "outside" in row.matters else ""
    return f"{found.label}：{yuan(found.least)}至{yuan(found.most)}{outside}"


def text(row: Any) -> Pairs:
    """The draft, word for word."""
    return [
        ("违法事实", row.facts), ("证据", row.proof), ("处罚依据", row.basis),
        ("裁量理由", row.reasons or NONE), ("决定内容", row.decision),
    ]  # fmt: skip


def review(case: Any, row: Any) -> str:
    if not row.listed:
        return "未列入目录，无须审核"
    opinion = last_opinion(case)
    if opinion is None:
        return f"应经审核（{'、'.join(row.listed)}），尚无意见"
    of = "本稿" if opinion.text_hash == row.text_hash else "另一文本"
    return f"{opinion.number or '审核意见'}（{opinion.get_type_display()}）：针对{of}"


def head(case: Any) -> Pairs:
    return [*effects.act(case), *effects.officers(case)]


def decided(case: Any) -> Pairs:
    row = standing.draft(case)
    if row is None:
        return head(case)
    return [
        *head(case),
        ("文本", str(row)),
        ("处罚种类", kinds(row)),
        ("罚款", yuan(row.fine)),
        ("没收", yuan(row.confiscated)),
        ("裁量档次", band(case, row)),
        *text(row),
        ("法制审核", review(case, row)),
    ]


def dropped(case: Any) -> Pairs:
    return [*head(case), ("撤案后果", "本案不再处理，不作处罚决定")]


def instalment(case: Any) -> Pairs:
    row = next((each for each in case.part("instalments") if each.approved is None), None)
    if row is None:
        return head(case)
    return [
        *head(case),
        ("尚未缴清", yuan(money.unpaid(case))),
        ("申请理由", row.reason),
        ("缴纳安排", row.terms),
        ("缴清期限", f"{row.until}（原期限 {money.pay_by(case)}）"),
    ]


def surcharge(case: Any) -> Pairs:
    owed = money.extra(case, localdate())
    return [
        *head(case),
        ("缴款期限", str(money.pay_by(case))),
        ("尚未缴清", yuan(money.unpaid(case))),
        ("截至今日加处", f"{owed.days}日，{yuan(owed.amount)}"),
    ]


def court(case: Any) -> Pairs:
    last = standing.last(case, "demand")
    return [
        *head(case),
        ("申请执行金额", yuan(money.unpaid(case))),
        ("催告书送达", str(last.on) if last else "尚未催告"),
        ("最迟申请日期", str(dates.court_until(case) or NONE)),
    ]


def closed(case: Any) -> Pairs:
    row = standing.decision(case)
    return [
        *head(case),
        ("结案情形", case.state_label),
        ("决定", str(row) if row else NONE),
        ("已缴", yuan(money.paid(case))),
        ("尚未缴清", yuan(money.unpaid(case))),
        ("尚缺的案卷材料", "；".join(ask("casefile.missing", case)) or NONE),
    ]
