"""The life of a certificate: 申领, 发证, 更换, 遗失公告, 注销."""

from typing import Any

from lawgov.casework.facts import Choice, Day, Text
from lawgov.casework.procedure import Step
from lawgov.people.models import Role

from . import rules
from .choices import CancelReason, CertificateState, RenewReason

ON = Day("办理日期", required=False)
ISSUED = {
    "number": Text("执法证号", most=50),
    "valid_from": Day("有效期自"),
    "valid_until": Day("有效期至"),
    "on": ON,
}
PERIOD = ("number", "valid_from", "valid_until")
Altered = list[tuple[Any, list[str]]]


def applied(case: Any, facts: Any) -> dict[str, Any]:
    row = {"state": CertificateState.APPLIED, "applied_on": facts["on"]}
    return {"certificates": [row]}


def issued(case: Any, facts: Any) -> Altered:
    row = rules.application(case)
    given = {name: facts[name] for name in PERIOD}
    return changed(row, state=CertificateState.VALID, **given)


def warned(case: Any, facts: Any) -> dict[str, Any]:
    return {"renew_by": rules.renew_by(case, facts)}


def renewed(case: Any, facts: Any) -> dict[str, Any]:
    row = {"state": CertificateState.VALID, "applied_on": facts["on"]}
    new = row | {name: facts[name] for name in PERIOD}
    return {"certificates": [new], **warned(case, facts)}


def replaced(case: Any, facts: Any) -> Altered:
    """The old one, which the new one stands behind."""
    return ended(case, facts, CertificateState.REPLACED)


def lost(case: Any, facts: Any) -> Altered:
    row = rules.certificate(case)
    state = CertificateState.LOST
    return changed(row, state=state, ended_on=facts["on"], medium=facts["medium"])


def cancelled(case: Any, facts: Any) -> Altered:
    return ended(case, facts, CertificateState.CANCELLED)


def ended(case: Any, facts: Any, state: CertificateState) -> Altered:
    """A lost one ended on the day of its notice."""
    row = rules.certificate(case) or rules.application(case)
    assert row is not None  # the steps fit only who has one
    return changed(row, state=state, ended_on=row.ended_on or facts["on"])


def changed(row: Any, **values: Any) -> Altered:
    for name, value in values.items():
        setattr(row, name, value)
    return [(row, list(values))]


def has_one(case: Any) -> bool:
    return rules.certificate(case) is not None


def is_in_use(case: Any) -> bool:
    held = rules.certificate(case)
    return held is not None and held.state == CertificateState.VALID


def steps(
    roles: tuple[Role, ...], here: tuple[str, ...], not_gone: tuple[str, ...]
) -> dict[str, Step]:
    return {
        "apply_certificate": Step(
            "申领执法证", here, "", roles, {"on": ON},
            (rules.TRAINED, rules.NO_AUXILIARY), sets=applied, offer="any",
            fits=lambda case: not has_one(case) and rules.application(case) is None,
            style="primary",
        ),
        "issue_certificate": Step(
            "发证", here, "", roles, ISSUED, (rules.NUMBER_FREE, rules.IN_ITS_TIME),
            alters=issued, sets=warned, offer="any", style="primary",
            fits=lambda case: rules.application(case) is not None,
        ),
        "renew_certificate": Step(
            "更换执法证", here, "", roles,
            {"reason": Choice("更换原因", choices=RenewReason), **ISSUED},
            (rules.NUMBER_FREE, rules.IN_ITS_TIME), sets=renewed, alters=replaced, offer="any",
            fits=has_one,
        ),
        "report_loss": Step(
            "遗失公告", not_gone, "", roles,
            {"medium": Text("公告载体", most=100, help="报刊名称、版次，或网址"), "on": ON},
            alters=lost, offer="any", fits=is_in_use,
        ),
        "cancel_certificate": Step(
            "注销执法证", not_gone, "", roles,
            {"reason": Choice("注销原因", choices=CancelReason), "on": ON},
            alters=cancelled, offer="any", style="danger",
            fits=lambda case: has_one(case) or rules.application(case) is not None,
        ),
    }  # fmt: skip
