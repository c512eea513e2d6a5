"""履行凭证, 人民调解回访记录, and the papers that go to the court."""

from typing import Any

from lawgov.casework.facts import Money
from lawgov.casework.models import Case
from lawgov.documents.papers import BLANK_DAY, Content, Row, day
from lawgov.parties.models import PartyKind

from .words import (
    MEDIATOR_SIGNS,
    Shown,
    committee,
    described,
    every_party_signs,
    named,
    performance,
)

YUAN = Money("")


def voucher(case: Case, row: Any, shown: Shown) -> Content:
    """履行凭证: what was paid, handed over or done, and by which paper it is shown."""
    return Content(
        title="调解协议履行凭证",
        number=case.number,
        rows=[
            ("履行日期", day(row.on)),
            ("履行内容", shown.text(owed(case, row))),
            ("履行金额", YUAN.shown(row.paid) if row.paid else ""),
            ("凭证", row.get_voucher_display()),
            ("说明", shown.text(row.note)),
        ],
        signatures=[("接受履行的当事人（签名）", day(row.on)), (MEDIATOR_SIGNS, BLANK_DAY)],
        seal=committee(case),
        on=day(row.on),
    )


def owed(case: Case, row: Any) -> str:
    instalment = row.instalment
    if instalment:
        return f"第{instalment.ordinal}期：{instalment.content or YUAN.shown(instalment.amount)}"
    rows = [each for each in case.part("agreements") if each.ordinal == row.agreement_ordinal]
    return rows[-1].content if rows else ""


def visit(case: Case, row: Any, shown: Shown) -> Content:
    """人民调解回访记录."""
    signs = [
        *(["已提起诉讼"] if row.sued else []),
        *(["有新的激化苗头"] if row.sharpening else []),
    ]
    return Content(
        title="人民调解回访记录",
        number=case.number,
        rows=[
            ("当事人", "、".join(shown.name(party) for party in case.part("parties"))),
            ("调解协议编号", case.number),
            ("回访事由", shown.text(row.reason) or "了解调解协议的履行情况"),
            ("履行情况", row.get_performance_display()),
            ("满意度", row.get_satisfaction_display()),
            ("诉讼及激化情况", "、".join(signs) or "无"),
            ("回访情况", shown.text(row.situation)),
            ("采取的措施", shown.text(row.measures) or "无"),
        ],
        signatures=[("回访人（签名）", day(row.on))],
        seal=committee(case),
        on=day(row.on),
    )


def confirmation(case: Case, shown: Shown) -> Content:
    """司法确认申请书, between persons or with an organisation among the parties."""
    row, agreement = last(case)
    kinds = {party.kind for party in case.part("parties")}
    between = "个人与单位" if PartyKind.ORGANISATION in kinds else "个人与个人"
    return Content(
        title=f"人民调解协议司法确认申请书（{between}）",
        number=case.number,
        rows=[
            *(
                (f"申请人（{p.get_side_display()}）", described(p, shown))
                for p in case.part("parties")
            ),
            ("申请事项", "请求依法确认下列人民调解协议有效。"),
            ("事实与理由", shown.text(reasons(agreement, case))),
            ("受理法院", row.court),
            ("管辖依据", row.get_ground_display()),
            ("附件", "调解协议；当事人身份证明；承诺书；调解组织的资质及推荐材料"),
        ],
        closing=[
            f"此致　{row.court}",
            "申请人各方自愿达成调解协议，共同提出本申请；没有恶意串通、规避法律的行为，调解协议不损害国家利益、社会公共"
            "利益和他人合法权益。",
        ],
        signatures=every_party_signs(case, day(row.on)),
        seal=committee(case),
        on=day(row.on),
    )


def applicants(case: Case, shown: Shown) -> list[Row]:
    """Both sides apply: 双方当事人共同申请."""
    return [
        (f"申请人（{party.get_side_display()}）", described(party, shown))
        for party in case.part("parties")
    ]


def pledge(case: Case, shown: Shown) -> Content:
    """承诺书: what the parties answer for before the court."""
    row, agreement = last(case)
    said = (
        "一、双方当事人出于解决纠纷的目的自愿达成协议，没有恶意串通、规避法律的行为。",
        "二、如果因为该协议内容而给他人造成损害的，愿意承担相应的民事责任和其他法律责任。",
        "三、提交的材料真实、合法，没有隐瞒与协议有关的事实。",
    )
    return Content(
        title="司法确认承诺书",
        number=case.number,
        rows=[
            ("承诺人", "、".join(shown.name(party) for party in case.part("parties"))),
            ("协议内容", shown.text(agreement.content)),
            ("承诺事项", "\n".join(said)),
        ],
        signatures=every_party_signs(case, day(row.on)),
        seal=committee(case),
        on=day(row.on),
    )


def last(case: Case) -> tuple[Any, Any]:
    """The latest application, and the agreement that it is about."""
    row = case.part("confirmations")[-1]
    told = [each for each in case.part("agreements") if each.ordinal == row.agreement_ordinal]
    return row, told[-1]


def reasons(agreement: Any, case: Case) -> str:
    facts: list[Row] = [
        ("纠纷事实", agreement.disputed or case.detail.summary),
        ("协议内容", agreement.content),
        ("履行", performance(agreement)),
        ("主持调解", f"{committee(case)}，调解员{named(case.handler)}"),
        ("生效日期", day(agreement.effective_on)),
    ]
    return "\n".join(f"{label}：{words}" for label, words in facts)
