"""The words of what is made public."""

from django.db.models import TextChoices

from lawgov.dictionaries.lists import Dictionary

TYPE = Dictionary("publicity.type", "公示事项")
# Codes of the list above: the five that must be shown, and the decisions.
BASIS, REMEDY, POWERS = "basis", "remedy", "powers"
PLAN, RESULT = "inspection_plan", "inspection_result"
PENALTY, DECISION, DURING = "penalty", "decision", "during"
FIVE = (BASIS, REMEDY, POWERS, PLAN, RESULT)
STAGES = {
    "事前公示": (POWERS, BASIS, REMEDY, PLAN),
    "事中公示": (DURING,),
    "事后公示": (RESULT, PENALTY, DECISION),
}


class Withdrawal(TextChoices):
    """Why what was public is taken back (行政处罚法第四十八条)."""

    CHANGED = "changed", "决定被依法变更"
    REVOKED = "revoked", "决定被依法撤销"
    UNLAWFUL = "unlawful", "决定被确认违法"
    INVALID = "invalid", "决定被确认无效"
    MISTAKEN = "mistaken", "公示信息有误"
    REPLACED = "replaced", "已有新的公示内容"


class Secrecy(TextChoices):
    """Why something is not made public (行政处罚法第四十八、五十条)."""

    STATE = "state", "涉及国家秘密"
    TRADE = "trade", "涉及商业秘密"
    PRIVACY = "privacy", "涉及个人隐私"
    MINOR = "minor", "涉及未成年人"
    SAFETY = "safety", "公开可能危及公共安全、社会稳定"
    SLIGHT = "slight", "依规定不属于应当公开的决定"
