"""What every room of enforcement calls by the same names."""

from django.db.models import TextChoices

from lawgov.dictionaries.lists import Dictionary

OBJECT = Dictionary("enforcement.object", "执法对象")


class Penalty(TextChoices):
    """The kinds of penalty a street may give, lightest first (行政处罚法第九条)."""

    WARNING = "warning", "警告"
    CRITICISM = "criticism", "通报批评"
    FINE = "fine", "罚款"
    CONFISCATION = "confiscation", "没收违法所得、非法财物"
    SUSPENSION = "suspension", "暂扣许可证件"
    DOWNGRADE = "downgrade", "降低资质等级"
    REVOCATION = "revocation", "吊销许可证件"
    RESTRICTION = "restriction", "限制开展生产经营活动"
    STOPPAGE = "stoppage", "责令停产停业"
    CLOSURE = "closure", "责令关闭"
    BAR = "bar", "限制从业"


class Matter(TextChoices):
    """What brings a decision under legal review beside the kind of penalty (第五十八条)."""

    HEARD = "heard", "经过听证"
    COMPLEX = "complex", "案情疑难复杂、涉及多个法律关系"
    PUBLIC = "public", "涉及重大公共利益"
    OUTSIDE = "outside", "超出裁量基准"
    EXEMPT = "exempt", "不予处罚"
    TRANSFER = "transfer", "移送司法机关"


class PowerKind(TextChoices):
    """权力类型 of the list of powers."""

    PENALTY = "penalty", "行政处罚"
    INSPECTION = "inspection", "行政检查"
    COERCION = "coercion", "行政强制"
    OTHER = "other", "其他行政权力"


class Means(TextChoices):
    """How a step is recorded (国办发〔2018〕118号)."""

    WRITTEN = "written", "文字记录"
    RECORDING = "recording", "音像记录"
