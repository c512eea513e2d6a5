"""The words of a file and of its check."""

from django.db.models import TextChoices


class Volume(TextChoices):
    """Two volumes: what the party may see, and what the agency keeps to itself."""

    MAIN = "main", "正卷"
    SIDE = "side", "副卷"


class End(TextChoices):
    """How a penalty case ends; each end has papers of its own."""

    PENALTY = "penalty", "给予行政处罚（普通程序）"
    SIMPLE = "simple", "当场处罚（简易程序）"
    EXEMPTED = "exempted", "不予行政处罚"
    DROPPED = "dropped", "撤销案件"
    TRANSFERRED = "transferred", "移送公安机关"
    REFERRED = "referred", "移送有权机关"
    UNFILED = "unfiled", "不予立案"


class CheckForm(TextChoices):
    """By whom a closed file is scored."""

    SELF = "self", "自查"
    CROSS = "cross", "互查"
