"""The field's lists: those that a street keeps itself, and those that are law or product."""

from django.db.models import TextChoices

from lawgov.dictionaries.lists import Dictionary

CHANNEL = Dictionary("dispute.channel", "案件来源")  # where a dispute came from
DISPUTE_TYPE = Dictionary("dispute.type", "纠纷类型")  # as the ministry's returns list them
SUBTYPE = Dictionary("dispute.subtype", "纠纷细类", under=DISPUTE_TYPE)  # what streets ask for
FACTOR = Dictionary("dispute.factor", "风险因素")
ROUND = Dictionary("screening.type", "排查方式")


class Risk(TextChoices):
    LOW = "low", "一般"
    MEDIUM = "medium", "较大"
    HIGH = "high", "重大"


class Basis(TextChoices):
    """How mediation began: 人民调解法第十七、十八条."""

    APPLICATION = "application", "依当事人申请"
    INITIATIVE = "initiative", "主动调解"
    REFERRAL = "referral", "接受委托移送"


class ChosenBy(TextChoices):
    """Who named the mediator: 人民调解法第十九条."""

    COMMITTEE = "committee", "调解委员会指定"
    PARTIES = "parties", "当事人选择"


class Route(TextChoices):
    """What parties are told when mediation ends without result: 人民调解法第二十六条."""

    ARBITRATION = "arbitration", "仲裁"
    ADMINISTRATIVE = "administrative", "行政途径"
    LITIGATION = "litigation", "诉讼"


class Organ(TextChoices):
    POLICE = "police", "公安机关"
    COURT = "court", "人民法院"
    ARBITRATION = "arbitration", "仲裁机构"
    PETITION = "petition", "信访部门"
    LABOUR = "labour", "劳动监察部门"
    DISTRICT = "district", "区级调解组织"
    OTHER = "other", "其他部门"


class ReportedTo(TextChoices):
    """Who hears of a danger: 人民调解法第二十五条."""

    POLICE = "police", "公安机关"
    OTHER = "other", "其他有关部门"


class AgreementKind(TextChoices):
    WRITTEN = "written", "书面协议"
    ORAL = "oral", "口头协议"


class Performance(TextChoices):
    FULL = "full", "已全部履行"
    PARTIAL = "partial", "部分履行"
    NONE = "none", "未履行"


class Satisfaction(TextChoices):
    GOOD = "good", "满意"
    FAIR = "fair", "基本满意"
    BAD = "bad", "不满意"


class Retention(TextChoices):
    """保管期限; the law sets none for mediation files, so it is chosen at filing."""

    SHORT = "short", "短期"
    LONG = "long", "长期"
    PERMANENT = "permanent", "永久"


class Found(TextChoices):
    """Whether a round of screening found a dispute."""

    NOTHING = "nothing", "未发现纠纷"
    DISPUTE = "dispute", "发现纠纷"
