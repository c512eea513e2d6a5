"""The papers of a dispute in the ministry's layout (司法部2010年人民调解文书格式)."""

from typing import Any

from lawgov.casework.models import Case
from lawgov.documents.papers import BLANK_DAY, Content, Paper, Row, day
from lawgov.documents.values import Masked, Plain
from lawgov.organisations.models import Kind, Organisation
from lawgov.parties.models import Party
from lawgov.units import scope
from lawgov.units.models import names

from .choices import CHANNEL, DISPUTE_TYPE

MEDIATOR_SIGNS, RECORDER_SIGNS = "人民调解员（签名）", "记录人（签名）"
PARTY_SIGNS = "当事人（签名或按指印）"


def committee(case: Case) -> str:
    """The committee whose seal it takes: of the desk, or of the nearest unit above with one."""
    nearest = [case.desk, *reversed(scope.ancestors(case.desk))]
    known = dict(
        Organisation.objects.in_force()
        .filter(kind=Kind.MEDIATION_COMMITTEE, unit__in=nearest)
        .order_by("-pk")
        .values_list("unit", "name")
    )
    own = names([case.desk]).get(case.desk, "")
    return next((known[unit] for unit in nearest if unit in known), f"{own}人民调解委员会")


def party_rows(case: Case, shown: Masked | Plain) -> list[Row]:
    return [(party.get_side_display(), described(party, shown)) for party in case.part("parties")]


def described(party: Party, shown: Masked | Plain) -> str:
    """姓名、性别、民族、职业、证件号码、住址、电话、代理人, as far as they are known."""
    told = [
        ("", shown.name(party)),
        ("", party.get_gender_display()),
        ("", party.ethnicity),
        ("职业", party.occupation),
        ("证件号码", shown.value(party, "id_number")),
        ("单位或住址", shown.value(party, "address")),
        ("联系电话", shown.value(party, "phone")),
        (party.get_agent_kind_display() or "代理人", shown.agent(party)),
        ("代理人电话", shown.value(party, "agent_phone")),
    ]
    return "，".join(f"{label}：{words}" if label else words for label, words in told if words)


def performance(agreement: Any) -> str:
    due = f"于{day(agreement.perform_by)}前履行" if agreement.perform_by else ""
    where = f"履行地点：{agreement.perform_at}" if agreement.perform_at else ""
    return "；".join(words for words in (agreement.manner, due, where) if words) or "即时履行"


def mediator(case: Case) -> Row:
    return ("人民调解员", case.handler.name if case.handler else "")


def written(case: Case, shown: Masked | Plain) -> Content:
    """人民调解协议书 (人民调解法第二十九条)."""
    agreement = case.part("agreements")[-1]
    return Content(
        title="人民调解协议书",
        number=case.number,
        rows=[
            *party_rows(case, shown),
            ("纠纷主要事实、争议事项", shown.text(agreement.disputed)),
            ("各方当事人的责任", shown.text(agreement.liability)),
            ("经调解，自愿达成如下协议", shown.text(agreement.content)),
            ("履行方式、时限", shown.text(performance(agreement))),
            mediator(case),
        ],
        closing=[
            f"本协议一式{agreement.copies}份，当事人各持一份，人民调解委员会留存一份。",
            "本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。",
        ],
        signatures=[
            *[
                (
                    f"{party.get_side_display()}（签名、盖章、指印）",
                    day(agreement.parties_signed_on),
                )
                for party in case.part("parties")
            ],
            (MEDIATOR_SIGNS, day(agreement.mediator_signed_on)),
            (RECORDER_SIGNS, BLANK_DAY),
        ],
        seal=committee(case),
        on=day(agreement.effective_on),
    )


def oral(case: Case, shown: Masked | Plain) -> Content:
    """人民调解口头协议登记表 (人民调解法第二十八、三十条): the mediator records what was agreed."""
    agreement = case.part("agreements")[-1]
    return Content(
        title="人民调解口头协议登记表",
        number=case.number,
        rows=[
            *party_rows(case, shown),
            ("纠纷主要事实、争议事项", shown.text(agreement.disputed or case.detail.summary)),
            ("经调解，自愿达成如下协议", shown.text(agreement.content)),
            ("履行方式、时限", shown.text(performance(agreement))),
            mediator(case),
        ],
        signatures=[(MEDIATOR_SIGNS, day(agreement.effective_on)), (RECORDER_SIGNS, BLANK_DAY)],
        seal=committee(case),
        on=day(agreement.effective_on),
    )


def intake(case: Case, shown: Masked | Plain) -> Content:
    """人民调解受理登记表."""
    accepted = next(event.on for event in case.history if event.step == "accept")
    registrar = case.history[0].by
    return Content(
        title="人民调解受理登记表",
        number=case.number,
        rows=[
            ("受理日期", day(accepted)),
            ("受理方式", case.detail.get_basis_display()),
            ("案件来源", CHANNEL.on(case.opened_on).get(case.channel, "")),
            ("纠纷类型", DISPUTE_TYPE.on(case.opened_on)[case.detail.type]),
            *party_rows(case, shown),
            ("纠纷简要情况", shown.text(case.detail.summary)),
            ("登记人", registrar.name if registrar else ""),
        ],
        signatures=[(PARTY_SIGNS, BLANK_DAY), ("登记人（签名）", day(case.opened_on))],
        seal=committee(case),
        on=day(accepted),
    )


PAPERS = (
    Paper("intake", "受理登记表", "form", ("accept",), intake, "人调受字"),
    Paper("agreement", "人民调解协议书", "letter", ("agree_written",), written, "人调协字"),
    Paper("oral-agreement", "口头协议登记表", "form", ("agree_oral",), oral, "人调口字"),
)
