"""What the law asks before a case goes to the police, and before it comes back."""

from lawgov.casework.procedure import Rule

from ..choices import PoliceAnswer
from ..states import awaits

ORDER = "《行政执法机关移送涉嫌犯罪案件的规定》"

APPROVED = Rule(
    "移送须先经正职负责人或者主持工作的负责人批准", ORDER, "第五条",
    lambda case, facts: awaits(case, "approve_transfer", "transfer"),
)  # fmt: skip
WITH_PAPERS = Rule(
    "移送应当附移送书、调查报告、涉案物品清单、有关检验报告或者鉴定意见等材料", ORDER, "第六条",
    lambda case, facts: bool(facts.get("letter")), asks=True,
)  # fmt: skip
POLICE_REFUSED = Rule(
    "公安机关决定不予立案的，方可恢复行政处罚程序", "《行政处罚法》", "第二十七条",
    lambda case, facts: case.detail.police_answer == PoliceAnswer.REFUSED,
)  # fmt: skip
