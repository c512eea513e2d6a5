"""The words of petitions: what 信访工作条例 fixes, and the list of matters that a street keeps."""

from django.db.models import TextChoices

from lawgov.dictionaries.lists import Dictionary

MATTER = Dictionary("petition.type", "信访事项类别")


class Channel(TextChoices):
    VISIT = "visit", "来访"
    LETTER = "letter", "来信"
    ONLINE = "online", "网上信访"
    PHONE = "phone", "来电"
    TRANSFERRED = "transferred", "上级转送、交办"


class Purpose(TextChoices):
    """第二十二条: what is asked decides who handles it, and how."""

    CLAIM = "claim", "申诉求决"
    PROPOSAL = "proposal", "建议意见"
    ACCUSATION = "accusation", "检举控告"


class Path(TextChoices):
    """第三十一条: where a claim belongs; only the last is settled as a petition."""

    SUIT = "suit", "诉讼"
    ARBITRATION = "arbitration", "仲裁"
    PARTY = "party", "党内途径"
    PROCEDURE = "procedure", "行政程序"
    DUTY = "duty", "履行法定职责"
    PETITION = "petition", "信访程序"


class Told(TextChoices):
    """第二十三条: in what way the petitioner is told."""

    ON_THE_SPOT = "on_the_spot", "当场书面告知"
    WRITTEN = "written", "书面告知"


class Result(TextChoices):
    """第三十二条: the three results of an opinion."""

    SUPPORTED = "supported", "予以支持"
    EXPLAINED = "explained", "解释说明"
    NOT_SUPPORTED = "not_supported", "不予支持"


class Upheld(TextChoices):
    """What a review makes of the opinion before it."""

    UPHELD = "upheld", "维持"
    CHANGED = "changed", "变更"
    REVOKED = "revoked", "撤销，责令重新办理"


class Standing(TextChoices):
    ORDINARY = "ordinary", "一般信访事项"
    BACKLOG = "backlog", "信访积案"


class Manner(TextChoices):
    TALK = "talk", "约谈信访人"
    VISIT = "visit", "入户走访"
    INQUIRY = "inquiry", "调查核实"
    MEETING = "meeting", "协调会议"


class Way(TextChoices):
    """How leaders receive petitioners."""

    THURSDAY = "thursday", "周四大接访"
    DAILY = "daily", "日常接访"
    APPOINTED = "appointed", "预约接访"
    DOWN = "down", "带案下访"
