"""What a publication says, and what stands of a case in public."""

from typing import Any

from django.urls import reverse

from lawgov.casework.models import Case
from lawgov.casework.web.pages import Tab
from lawgov.people.models import User


def text(case: Case, user: User) -> dict[str, Any]:
    detail = case.detail
    days = [
        ("决定（形成）日期", detail.decided_on), ("公示日期", detail.public_on),
        ("撤下日期", detail.until), ("决定被变更、撤销日期", detail.annulled_on),
        ("撤回日期", detail.withdrawn_on),
    ]  # fmt: skip
    ends = [
        ("撤回事由", detail.get_withdrawal_display()), ("撤回说明", detail.explanation),
        ("不予公示事由", detail.get_secrecy_display()),
    ]  # fmt: skip
    seen = bool(detail.public_on)
    return {
        "pairs": [("公示事项", detail.type_label), *map(tuple, detail.rows)],
        "remedy": detail.remedy,
        "standing": [(label, str(day)) for label, day in days if day] + ends,
        "address": reverse("public-item", args=[case.pk]) if seen else "",
    }


TEXT = Tab("text", "公示内容", "publicity/_text.html", text)
