"""The words of a legal review that law or product fixes."""

from django.db.models import TextChoices

from lawgov.dictionaries.lists import Dictionary

DEFECT = Dictionary("review.defect", "法制审核问题代码")
RISK_CLASS = Dictionary("review.risk_class", "风险类别")


class Type(TextChoices):
    """审核类型: what is reviewed."""

    ENFORCEMENT = "enforcement_major", "重大执法决定"
    CONTRACT = "contract", "重大合同"
    NORMATIVE = "normative", "规范性文件"
    DECISION = "decision", "重大行政决策"


class Material(TextChoices):
    """送审材料."""

    STATEMENT = "statement", "情况说明（审查报告）"
    DRAFT = "draft", "拟作决定书（建议）"
    EVIDENCE = "evidence", "证据材料"
    HEARING = "hearing", "听证笔录"
    APPRAISAL = "appraisal", "评估、鉴定报告"
    RECORDING = "recording", "全过程记录"
    OTHER = "other", "其他材料"


class Finding(TextChoices):
    """What the reviewer finds at one of the points."""

    FINE = "fine", "符合"
    FAULTY = "faulty", "存在问题"
    NONE = "none", "不涉及"


class Returned(TextChoices):
    """意见类型 of what does not pass; what is amended comes again in a new round."""

    AMEND = "amend", "修改后同意"
    INVESTIGATE = "investigate", "补充调查"
    PROCEDURE = "procedure", "纠正程序"
    GROUNDS = "grounds", "变更依据或裁量"
    BEYOND = "beyond", "超越权限"
    CRIME = "crime", "涉嫌犯罪移送"
    REFUSE = "refuse", "不予通过"


AGREE = "agree"
OPINION_TYPES = [(AGREE, "同意"), *Returned.choices]


class Kinship(TextChoices):
    """Why somebody may not review (行政处罚法第四十三条)."""

    SELF = "self", "本人是当事人"
    RELATIVE = "relative", "近亲属"
    INTEREST = "interest", "直接利害关系"
    OTHER = "other", "其他可能影响公正的关系"


class Level(TextChoices):
    """风险级别: the higher, the more have to weigh it."""

    LOW = "low", "低风险"
    MIDDLE = "middle", "中风险"
    HIGH = "high", "高风险"


class Form(TextChoices):
    """How a round came about."""

    FIRST = "first", "首次送审"
    AMENDED = "amended", "修改后再次送审"
    OBJECTION = "objection", "异议复核"
    ORDERED = "ordered", "责成重新审核"
