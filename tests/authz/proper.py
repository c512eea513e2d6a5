"""Mediation proper: what each of its steps is given."""

from typing import Any

from ..cast import answers, today


def of_dispute() -> dict[str, dict[str, Any]]:
    day = today()
    changed = answers()["agree_written"] | {"content": "赔偿八百元", "agreed_by_all": True}
    return {
        "apply": {"requests": "一、赔偿损失", "voluntary": True, "on": day},
        "inform": {"informed_how": "oral", "on": day},
        "investigate": {
            "on": day, "place": "居委会", "investigators": "调解员", "asked": "丙某",
            "body": "问：漏水何时发生？答：上周。",
        },
        "add_evidence": {
            "name": "照片", "source": "申请人", "form": "original", "pages": 2, "on": day,
        },
        "draft": {"clauses": ["settled"], "content": "赔偿一千元"},
        "sign": {"signer": "mediator", "mark": "hand", "on": day},
        "change_agreement": changed,
        "pay": {"on": day, "instalment": 1},
        "reopen": {"reason": "再次漏水", "on": day},
        "record_ruling": {"ruling": "valid", "ruling_number": "民特1号", "on": day},
        "apply_enforcement": {"on": day, "court": "静安区人民法院"},
        "record_police_answer": {"police_answer": "accepted", "in_writing": True, "on": day},
    }  # fmt: skip
