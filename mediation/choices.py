"""The field's lists: those that a street keeps itself, and those that are law or product."""

from django.db.models import TextChoices

from lawgov.dictionaries.lists import Dictionary

CHANNEL = Dictionary("dispute.channel", "案件来源")  # where a dispute came from
HOTLINE = "hotline"  # of them: what comes with an order of 12345
DISPUTE_TYPE = Dictionary("dispute.type", "纠纷类型")  # as the ministry's returns list them
SUBTYPE = Dictionary("dispute.subtype", "纠纷细类", under=DISPUTE_TYPE)  # what streets ask for
FACTOR = Dictionary("dispute.factor", "风险因素", scored=True)
CLAUSE = Dictionary("agreement.clause", "协议条款", under=DISPUTE_TYPE)
TEAM_ROLE = Dictionary("dispute.team_role", "双员双师角色")  # no report names the four


class Risk(TextChoices):
    """By colour; 重大复杂 is what red is treated as."""

    LOW = "low", "绿（一般）"
    MEDIUM = "medium", "黄（较大）"
    HIGH = "high", "红（重大）"


class Basis(TextChoices):
    """How mediation began: 人民调解法第十七、十八条."""

    APPLICATION = "application", "依当事人申请"
    INITIATIVE = "initiative", "主动调解"
    REFERRAL = "referral", "接受委托移送"


class ChosenBy(TextChoices):
    """Who named the mediator: 人民调解法第十九条."""

    COMMITTEE = "committee", "调解委员会指定"
    PARTIES = "parties", "当事人选择"


class RecusalBy(TextChoices):
    APPLICANT = "applicant", "申请人"
    RESPONDENT = "respondent", "被申请人"
    MEDIATOR = "mediator", "调解员本人"


class Route(TextChoices):
    """What parties are told when mediation ends without result: 人民调解法第二十六条."""

    ARBITRATION = "arbitration", "仲裁"
    ADMINISTRATIVE = "administrative", "行政途径"
    LITIGATION = "litigation", "诉讼"


class Course(TextChoices):
    """化解途径: which way a dispute is to be resolved."""

    MEDIATION = "mediation", "人民调解"
    ADMINISTRATIVE = "administrative", "行政调解"
    ARBITRATION = "arbitration", "仲裁"
    LITIGATION = "litigation", "诉讼"
    NOTARY = "notary", "公证"


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
    CIVIL = "civil", "民政部门"
    EDUCATION = "education", "教育部门"
    HEALTH = "health", "卫生健康部门"
    OTHER = "other", "其他有关部门"


class DangerKind(TextChoices):
    VIOLENCE = "violence", "暴力（家庭暴力）"
    SELF_HARM = "self_harm", "自伤自杀"
    MINORS = "minors", "侵害未成年人"
    GROUP = "group", "群体性事件"
    OTHER = "other", "其他激化危险"


class AgreementKind(TextChoices):
    WRITTEN = "written", "书面协议"
    ORAL = "oral", "口头协议"


class Notice(TextChoices):
    """How the parties were told of their rights: 人民调解工作若干规定第三十条."""

    ORAL = "oral", "口头告知"
    WRITTEN = "written", "书面告知"


class Copy(TextChoices):
    ORIGINAL = "original", "原件"
    COPY = "copy", "复制件"


class HelperKind(TextChoices):
    """Who may be asked to take part: 人民调解法第二十条."""

    RELATIVE = "relative", "亲属"
    NEIGHBOUR = "neighbour", "邻里"
    COLLEAGUE = "colleague", "同事"
    LAWYER = "lawyer", "律师"
    COUNSELLOR = "counsellor", "心理咨询师"
    EXPERT = "expert", "专业人员"
    SOCIETY = "society", "社会组织"
    AGENCY = "agency", "有关单位"


class Recorded(TextChoices):
    NONE = "none", "不录音录像"
    SOUND = "sound", "录音"
    FILM = "film", "录像"


class Signer(TextChoices):
    """Whose mark an agreement takes before it is in force: 人民调解法第二十九条."""

    PARTY = "party", "当事人"
    MEDIATOR = "mediator", "人民调解员"
    COMMITTEE = "committee", "人民调解委员会"


class Mark(TextChoices):
    HAND = "hand", "手写签名"
    SEAL = "seal", "盖章"
    FINGERPRINT = "fingerprint", "按指印"


class Voucher(TextChoices):
    RECEIPT = "receipt", "收条"
    TRANSFER = "transfer", "转账凭证"
    DELIVERY = "delivery", "实物交付单"
    ACT = "act", "行为履行说明"
    OTHER = "other", "其他"


class Annulment(TextChoices):
    """How an agreement fell away; the ministry's return counts them."""

    CHANGED = "changed", "变更"
    REVOKED = "revoked", "撤销"
    VOID = "void", "确认无效"


class CourtGround(TextChoices):
    """Why this court confirms: 民事诉讼法第二百零五条."""

    INVITED = "invited", "邀请调解的人民法院"
    DOMICILE = "domicile", "当事人住所地基层人民法院"
    SUBJECT = "subject", "标的物所在地基层人民法院"
    SEAT = "seat", "调解组织所在地基层人民法院"
    INTERMEDIATE = "intermediate", "中级人民法院"


class Ruling(TextChoices):
    """民事诉讼法第二百零六条."""

    VALID = "valid", "裁定调解协议有效"
    DISMISSED = "dismissed", "裁定驳回申请"


class Prevented(TextChoices):
    """What the ministry's return counts as prevented, in 件 and 人."""

    CRIME = "crime", "转化为刑事案件"
    SUICIDE = "suicide", "自杀"
    PETITION = "petition", "群体性上访"
    FIGHT = "fight", "群体性械斗"


class PoliceAnswer(TextChoices):
    """Of a public-order case that the parties settled and performed."""

    ACCEPTED = "accepted", "认可，不予处罚"
    REFUSED = "refused", "不予认可"


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


class FileItem(TextChoices):
    """What stands in the file of a dispute, in its order, and what cannot be bound into it."""

    APPLICATION = "application", "人民调解申请书或受理登记表"
    NOTICE = "notice", "当事人权利义务告知书"
    IDENTITY = "identity", "当事人身份证明"
    AUTHORITY = "authority", "授权委托书"
    INVESTIGATION = "investigation", "人民调解调查记录"
    EVIDENCE = "evidence", "人民调解证据材料"
    SESSION = "session", "人民调解记录"
    AGREEMENT = "agreement", "人民调解协议书或口头协议登记表"
    PERFORMANCE = "performance", "履行凭证"
    VISIT = "visit", "人民调解回访记录"
    CONFIRMATION = "confirmation", "司法确认有关材料"
    NOTE = "note", "卷宗情况说明"
    BACK = "back", "封底"
    EXHIBIT = "exhibit", "无法装订的物证"
    RECORDING = "recording", "音像资料"


class Found(TextChoices):
    """Whether a round of screening found a dispute."""

    NOTHING = "nothing", "未发现纠纷"
    DISPUTE = "dispute", "发现纠纷"


class Level(TextChoices):
    """At which of the three levels a leader answers for a case or receives petitioners."""

    PRINCIPAL = "principal", "街道主要领导"
    STREET = "street", "街道领导"
    COMMUNITY = "community", "社区两委"


class Duty(TextChoices):
    """五包: what a leader in charge answers for."""

    KNOW = "know", "包掌握情况"
    SOLVE = "solve", "包解决困难"
    TEACH = "teach", "包教育转化"
    STEADY = "steady", "包稳控管理"
    LAWFUL = "lawful", "包依法处理"
