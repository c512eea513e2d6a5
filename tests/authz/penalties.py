"""Targets of the penalty room: a case that was logged. What comes later is out of turn in it, which
shows as well as anything who may take a step."""

from collections import defaultdict
from types import SimpleNamespace
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from lawgov.casework.models import Case
from lawgov.people.models import User

from ..cast import today
from ..enforcement import penalty
from .finds import team

KIND = "penalty"
ARGUMENTS: dict[str, Any] = {
    "penalty-step": lambda at: {"pk": at.case.pk, "name": "correct"},
    "penalty-unmask": lambda at: {
        "pk": at.case.pk, "party": at.case.parties.get().pk, "field": "id_number",
    },
    "penalty-versions": lambda at: {
        "pk": at.case.pk, "before": at.document.pk, "after": at.document.pk,
    },
    **dict.fromkeys(
        ("penalty-paper-docx", "penalty-paper-pdf"),
        lambda at: {"pk": at.case.pk, "code": "notice"},
    ),
    **dict.fromkeys(
        ("penalty-version-docx", "penalty-version-pdf"),
        lambda at: {"pk": at.case.pk, "version": at.document.pk},
    ),
}  # fmt: skip
BODIES: dict[str, Any] = {
    "penalty-new": lambda at: {"unit": at.unit, "_key": "page"},  # too little to open anything
    "penalty-step": lambda at: {
        "_seen": at.case.version, "_key": "page", "place": "别处", "reason": "误记",
    },
    "penalty-unmask": lambda at: {"reason": "核对当事人身份"},
    "penalties-import": lambda at: {"file": SimpleUploadedFile("a.csv", b"a")},
}  # fmt: skip


def target(unit: str, title: str) -> tuple[Case, User]:
    by = team().officer
    return Case.open_new(KIND, by=by, unit=unit, **penalty.registration(title=title)), by


def of_case(at: SimpleNamespace) -> dict[str, dict[str, Any]]:
    """What those steps are given that may be taken in it; the others are given nothing."""
    us, party = team(), at.case.parties.get().pk
    two = [us.officer.pk, us.partner.pk]
    file = at.case.attachments.get().pk
    return defaultdict(dict) | {
        "apply_filing": {"officers": two, "reason": "有证据证明存在违法行为"},
        "refer": {"organ": "区市场监督管理局", "reason": "不属本机关管辖"},
        "correct": {"place": "共康路3号门前", "reason": "门牌号误记"},
        "order_correction": {"content": "清除堆放的货物", "until": today()},
        "add_evidence": {"kind": "record", "name": "现场笔录", "proves": "占道", "on": today()},
        "decide_on_spot": {
            "officers": two, "shown": True, "clear": True, "told": True, "kinds": ["fine"],
            "fine": "50", "band": "P1", "decision": "罚款五十元", "form_number": "0001",
            "delivered": True,
        },
        "add_party": {"parties": [penalty.FIRM]},
        "correct_party": {"party": party, "name": "丙某", "reason": "误记"},
        "record": {
            "about": 1, "form": "text", "attachment": file, "place": "现场", "shot_on": today(),
        },
    }  # fmt: skip
