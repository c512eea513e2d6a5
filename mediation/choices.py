"""The field's lists. A code is never reused for another thing."""

from django.db.models import TextChoices


class Channel(TextChoices):
    """Where a dispute came from (案件来源); mandatory at intake."""

    LEADER = "leader", "街道领导指派"
    DEPARTMENT = "department", "科室或社区申请指导"
    POLICE = "police", "派出所移送"
    CONSULTATION = "consultation", "法律咨询中发现"
    SCREENING = "screening", "走访排查发现"
    APPLICATION = "application", "当事人申请"
    HOTLINE = "hotline", "12345热线转办"
    PETITION = "petition", "信访转办"
    COURT = "court", "法院委派委托"
    QR = "qr", "扫码上报"
    OTHER = "other", "其他"


class DisputeType(TextChoices):
    """纠纷类型, as the ministry's returns list them."""

    FAMILY = "family", "婚姻家庭"
    NEIGHBOUR = "neighbour", "邻里"
    HOUSING = "housing", "房屋宅基地"
    CONTRACT = "contract", "合同"
    BUSINESS = "business", "生产经营"
    DAMAGES = "damages", "损害赔偿"
    LAND = "land", "山林土地"
    EXPROPRIATION = "expropriation", "征地拆迁"
    ENVIRONMENT = "environment", "环境污染"
    LABOUR = "labour", "劳动争议"
    CONSUMER = "consumer", "消费"
    MEDICAL = "medical", "医疗"
    TRAFFIC = "traffic", "道路交通事故"
    PROPERTY = "property", "物业"
    OTHER = "other", "其他"


class Subtype(TextChoices):
    """Finer types that streets ask for; each stands beside a national type."""

    LIFT = "lift", "加装电梯"
    RENOVATION = "renovation", "旧住房改造"
    PARKING = "parking", "停车"
    NOISE = "noise", "噪音"
    LEAK = "leak", "漏水"
    WAGES = "wages", "欠薪"
    PREPAID = "prepaid", "预付消费"


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


class Round(TextChoices):
    """排查方式."""

    VISIT = "visit", "走访"
    PATROL = "patrol", "巡查"
    SWEEP = "sweep", "集中排查"
