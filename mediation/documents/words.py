"""What the papers of a dispute share: who is who, whose seal, which day."""

from typing import Any

from lawgov.casework.models import Case
from lawgov.documents.papers import BLANK_DAY, Row, day
from lawgov.documents.values import Masked, Plain
from lawgov.organisations.models import Kind, Organisation
from lawgov.parties.models import Party
from lawgov.privacy import identity
from lawgov.units import scope
from lawgov.units.models import names

Shown = Masked | Plain
FORM = "form"  # the layout of what is a table
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


def party_rows(case: Case, shown: Shown) -> list[Row]:
    return [(party.get_side_display(), described(party, shown)) for party in case.part("parties")]


def described(party: Party, shown: Shown) -> str:
    """姓名、性别、民族、年龄、职业、证件号码、住址、电话、代理人, as far as they are known."""
    told = [
        ("", shown.name(party)),
        ("", party.get_gender_display()),
        ("", party.ethnicity),
        ("", aged(party)),
        ("职业或职务", party.occupation),
        ("证件号码", shown.value(party, "id_number")),
        ("统一社会信用代码", party.credit_code),
        ("单位或住址", shown.value(party, "address")),
        ("联系电话", shown.value(party, "phone")),
        (party.get_agent_kind_display() or "代理人", shown.agent(party)),
        ("代理人电话", shown.value(party, "agent_phone")),
    ]
    return "，".join(f"{label}：{words}" if label else words for label, words in told if words)


def aged(party: Party) -> str:
    """By the ID number, on the day the case was opened; of a child no more than that it is one."""
    if party.is_minor or not party.id_number:
        return party.get_age_display()
    return f"{identity.age(identity.birth_date(party.id_number), party.case.opened_on)}岁"


def performance(agreement: Any) -> str:
    due = f"于{day(agreement.perform_by)}前履行" if agreement.perform_by else ""
    where = f"履行地点：{agreement.perform_at}" if agreement.perform_at else ""
    return "；".join(words for words in (agreement.manner, due, where) if words) or "即时履行"


def mediator(case: Case) -> Row:
    return ("人民调解员", case.handler.name if case.handler else "")


def every_party_signs(case: Case, on: str = BLANK_DAY) -> list[Row]:
    return [(f"{p.get_side_display()}（签名、盖章、指印）", on) for p in case.part("parties")]


def numbered(text: str) -> str:
    """What is asked for, item by item."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1)) if len(lines) > 1 else text


def taken(case: Case, *steps: str) -> Any:
    """The last time that one of these steps was taken."""
    return next((event for event in reversed(case.history) if event.step in steps), None)


def named(person: Any) -> str:
    return person.name if person else ""
