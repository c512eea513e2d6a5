"""人民调解协议书 and 口头协议登记表."""

from typing import Any

from lawgov.casework.models import Case
from lawgov.documents.papers import BLANK_DAY, Content, day

from ..choices import AgreementKind
from .words import (
    MEDIATOR_SIGNS,
    RECORDER_SIGNS,
    Shown,
    committee,
    every_party_signs,
    mediator,
    party_rows,
    performance,
)


def last(case: Case, form: str) -> Any:
    return [row for row in case.part("agreements") if row.form == form][-1]


def written(case: Case, shown: Shown) -> Content:
    return of_written(case, last(case, AgreementKind.WRITTEN), shown)


def oral(case: Case, shown: Shown) -> Content:
    return of_oral(case, last(case, AgreementKind.ORAL), shown)


def of_written(case: Case, agreement: Any, shown: Shown) -> Content:
    """人民调解协议书 (人民调解法第二十九条)."""
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
            *every_party_signs(case, day(agreement.parties_signed_on)),
            (MEDIATOR_SIGNS, day(agreement.mediator_signed_on)),
            (RECORDER_SIGNS, BLANK_DAY),
        ],
        seal=committee(case),
        on=day(agreement.effective_on),
    )


def of_oral(case: Case, agreement: Any, shown: Shown) -> Content:
    """人民调解口头协议登记表 (人民调解法第二十八、三十条): the mediator records what was agreed."""
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
