"""The words of psychological service, crises and key persons."""

from django.db.models import TextChoices

from lawgov.dictionaries.lists import Dictionary

CRISIS = Dictionary("crisis.kind", "危机类型")
KEY = Dictionary("keyperson.type", "重点人员类别")
SUICIDE = "suicide"  # 轻生: the code whose averted persons are counted


class Grade(TextChoices):
    """How much attention somebody needs, the most first."""

    HIGH = "high", "一级（重点关注）"
    MEDIUM = "medium", "二级（定期关注）"
    LOW = "low", "三级（一般关注）"


class Way(TextChoices):
    FACE = "face", "面谈"
    PHONE = "phone", "电话"
    VIDEO = "video", "视频"
    HOME = "home", "上门"


class Closing(TextChoices):
    """How a counselling ended."""

    CALMED = "calmed", "情绪平稳"
    IMPROVED = "improved", "有所改善"
    REFERRED = "referred", "转介医疗机构"
    DECLINED = "declined", "服务对象终止"


class Outcome(TextChoices):
    """What became of a crisis."""

    AVERTED = "averted", "化解"
    HOSPITAL = "hospital", "送医救治"
    POLICE = "police", "移交公安机关"
    LOST = "lost", "未能挽回"
    FALSE = "false", "核实未发生"


class Struck(TextChoices):
    """Why somebody is no longer followed up."""

    STEADY = "steady", "情况稳定"
    MOVED = "moved", "迁出"
    DIED = "died", "死亡"
    OTHER = "other", "其他"
