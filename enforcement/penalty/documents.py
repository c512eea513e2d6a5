"""The papers of a penalty case: what the party is handed, and how it ended."""

from typing import Any

from enforcement.standards.facts import Power
from lawgov.casework.models import Case
from lawgov.documents.papers import BLANK_DAY, Content, Paper, Row, day
from lawgov.documents.values import Masked, Plain
from lawgov.parties.models import Party

from . import money, remedies, signing, standing, terms
from .choices import Paper as Handed
from .signing import agency, kinds, yuan

Shown = Masked | Plain


def party_rows(case: Case, shown: Shown) -> list[Row]:
    return [("当事人", described(party, shown)) for party in standing.charged(case)]


def described(party: Party, shown: Shown) -> str:
    """姓名（名称）、证件号码（信用代码）、住址、法定代表人, as far as they are known."""
    told = [
        ("", shown.name(party)),
        ("性别", party.get_gender_display()),
        ("统一社会信用代码", party.credit_code),
        ("证件号码", shown.value(party, "id_number")),
        ("住址（住所）", shown.value(party, "address")),
        (party.get_agent_kind_display() or "代理人", shown.agent(party)),
    ]
    return "，".join(f"{label}：{words}" if label else words for label, words in told if words)


def act_rows(case: Case, row: Any, shown: Shown) -> list[Row]:
    """What was done, by what it is proved, and on which grounds it is met."""
    return [
        ("违法事实", shown.text(row.facts)),
        ("证据", shown.text(row.proof)),
        ("处罚依据", shown.text(row.basis)),
        ("裁量理由", shown.text(row.reasons)),
    ]


def filled(rows: list[Row]) -> list[Row]:
    return [(label, words) for label, words in rows if words]


def notice(case: Case, shown: Shown) -> Content:
    """行政处罚告知书 (行政处罚法第四十四条): the version that the party was told of."""
    row, detail = standing.told_draft(case), case.detail
    hearing = (
        f"根据《行政处罚法》第六十三条、第六十四条，你（单位）有要求听证的权利，应当在收到本告知书后"
        f"{terms.HEARING_ASKED_DAYS}个工作日内提出；逾期未提出的，视为放弃。"
    )
    rights = (
        "根据《行政处罚法》第四十四条、第四十五条，你（单位）有陈述、申辩的权利，"
        f"请于{day(detail.defence_until)}前提出；本机关不因陈述、申辩而给予更重的处罚。"
    )
    return Content(
        title="行政处罚告知书",
        number=case.number,
        rows=filled([
            *party_rows(case, shown), ("案由", shown.text(case.title)),
            *act_rows(case, row, shown), ("拟作出的处罚", shown.text(row.decision)),
        ]),
        closing=[rights, *([hearing] if detail.hearing_right else [])],
        signatures=[("当事人（签名或盖章）", BLANK_DAY)],
        seal=agency(case),
        on=day(detail.notified_on),
    )  # fmt: skip


def hearing_notice(case: Case, shown: Shown) -> Content:
    """行政处罚听证通知书 (第六十四条第二项)."""
    row = standing.hearing(case)
    return Content(
        title="行政处罚听证通知书",
        number=case.number,
        rows=[
            *party_rows(case, shown),
            ("案由", shown.text(case.title)),
            ("听证日期", day(row.planned_on)),
            ("听证地点", shown.text(row.place)),
            ("听证主持人", row.chair.name),
            ("举行方式", "公开举行" if row.open_doors else "不公开举行"),
        ],
        closing=[
            "当事人可以亲自参加听证，也可以委托一至二人代理；认为主持人与本案有直接利害关系的，有权申请回避。",
            "当事人及其代理人无正当理由拒不出席或者未经许可中途退出听证的，视为放弃听证权利。",
        ],
        signatures=[("当事人（签名或盖章）", BLANK_DAY)],
        seal=agency(case),
        on=day(row.notified_on),
    )


def decision(case: Case, shown: Shown) -> Content:
    """行政处罚决定书 (第五十九条): word for word the draft that was decided on."""
    row, draft = standing.decision(case), standing.draft(case)
    pay = (
        f"当事人应当自收到本决定书之日起{terms.PAY_DAYS}日内，到指定的银行或者通过电子支付系统缴纳罚款；"
        "到期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。"
    )
    return Content(
        title="行政处罚决定书",
        number=row.number,
        rows=filled([
            *party_rows(case, shown), ("案由", shown.text(case.title)),
            *act_rows(case, draft, shown),
            ("处罚种类", kinds(row)), ("决定内容", shown.text(draft.decision)),
            ("听证情况", "已举行听证" if row.heard else ""),
        ]),
        closing=[*([pay] if row.fine or row.confiscated else []), remedies.told(case, row.on)],
        signatures=[],
        seal=agency(case),
        on=day(row.on),
    )  # fmt: skip


def exemption(case: Case, shown: Shown) -> Content:
    """不予行政处罚决定书 (第五十七条第一款第二、三项)."""
    row, draft = standing.decision(case), standing.draft(case)
    return Content(
        title="不予行政处罚决定书",
        number=row.number,
        rows=filled([
            *party_rows(case, shown), ("案由", shown.text(case.title)),
            *act_rows(case, draft, shown),
            ("处理意见", str(row.get_outcome_display())),
            ("决定内容", shown.text(draft.decision)),
        ]),
        closing=[remedies.told(case, row.on)],
        signatures=[],
        seal=agency(case),
        on=day(row.on),
    )  # fmt: skip


def delivery(case: Case, shown: Shown) -> Content:
    """送达回证: each paper that was handed over, the last one last."""
    rows = case.part("deliveries")
    return Content(
        title="送达回证",
        number=case.number,
        rows=[("案由", shown.text(case.title)), *(received(row, shown) for row in rows)],
        signatures=[("受送达人（签名或盖章）", day(rows[-1].on)), ("送达人（签名）", BLANK_DAY)],
        seal=agency(case),
        on=day(rows[-1].on),
    )


def received(row: Any, shown: Shown) -> Row:
    told = [
        ("送达日期", day(row.on)), ("方式", row.get_manner_display()), ("地点", row.place),
        ("收件人", row.receiver), ("备注", row.note),
    ]  # fmt: skip
    words = "；".join(f"{label}：{shown.text(word)}" for label, word in told if word)
    return str(row.get_paper_display()), words


def demand(case: Case, shown: Shown) -> Content:
    """催告书 (行政强制法第三十五、五十四条)."""
    served = [row for row in case.part("deliveries") if row.paper == Handed.DEMAND][-1]
    row = standing.decision(case)
    return Content(
        title="履行行政处罚决定催告书",
        number=case.number,
        rows=[
            *party_rows(case, shown),
            ("决定书文号", row.number),
            ("履行义务的期限", f"自收到本催告书之日起{terms.DEMAND_DAYS}个工作日内"),
            ("履行义务的方式", "到指定的银行或者通过电子支付系统缴纳"),
            ("应缴金额", yuan(money.unpaid(case))),
        ],
        closing=[
            "当事人收到催告书后有权进行陈述和申辩。",
            "逾期仍未履行的，本机关将依法申请人民法院强制执行。",
        ],
        signatures=[("当事人（签名或盖章）", BLANK_DAY)],
        seal=agency(case),
        on=day(served.on),
    )


def closing(case: Case, shown: Shown) -> Content:
    """结案报告: how the case came to its end."""
    event = standing.last(case, "close")
    row = standing.decision(case)
    return Content(
        title="结案报告",
        number=case.number,
        rows=filled([
            *party_rows(case, shown), ("案由", shown.text(case.title)),
            ("权责事项", Power("").shown(case.detail.power)),
            ("立案日期", day(case.detail.filed_on)),
            ("承办执法人员", signing.officers(case)),
            ("决定", f"{row}（{day(row.on)}）" if row else ""),
            ("送达日期", day(case.detail.served_on) if case.detail.served_on else ""),
            ("已缴金额", yuan(money.paid(case)) if money.paid(case) else ""),
            *[(label, shown.text(words)) for label, words in event.lines()],
        ]),
        signatures=[("承办人（签名）", BLANK_DAY), ("负责人（签名）", day(event.on))],
        seal=agency(case),
        on=day(event.on),
    )  # fmt: skip


PAPERS = (
    Paper("notice", "行政处罚告知书", "letter", ("notify",), notice, "罚告字"),
    Paper("hearing", "听证通知书", "letter", ("arrange_hearing",), hearing_notice, "听通字"),
    # The decision's text is bound by its review: no docx may be put in its place.
    Paper("decision", "行政处罚决定书", "letter", ("decide",), decision),
    Paper("exemption", "不予行政处罚决定书", "letter", ("exempt",), exemption),
    Paper(
        "delivery", "送达回证", "form", ("notify", "serve", "serve_exemption", "demand"), delivery
    ),
    Paper("demand", "催告书", "letter", ("demand",), demand, "罚催字"),
    Paper("closing", "结案报告", "form", ("close",), closing),
)
