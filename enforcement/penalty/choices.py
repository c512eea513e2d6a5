"""The words of a penalty case that law or product fixes."""

from django.db.models import TextChoices


class Course(TextChoices):
    SIMPLE = "simple", "简易程序"
    ORDINARY = "ordinary", "普通程序"


class Channel(TextChoices):
    """案件来源."""

    INSPECTION = "inspection", "检查发现"
    PATROL = "patrol", "巡查发现"
    REPORT = "report", "投诉举报"
    ASSIGNED = "assigned", "上级交办"
    TRANSFERRED = "transferred", "其他机关移送"
    MEDIA = "media", "媒体曝光"
    OTHER = "other", "其他"


class Jurisdiction(TextChoices):
    """管辖依据 (行政处罚法第二十二至二十五条)."""

    PLACE = "place", "违法行为发生地"
    HANDED_DOWN = "handed_down", "省级决定交由街镇行使"
    DESIGNATED = "designated", "上级指定管辖"
    FIRST = "first", "最先立案"


class AskedBy(TextChoices):
    PARTY = "party", "当事人申请"
    SELF = "self", "执法人员自行回避"
    HEAD = "head", "负责人责令"


class InquiryForm(TextChoices):
    """取证方式."""

    ASK = "ask", "询问"
    INSPECT = "inspect", "现场检查、勘验"
    SAMPLE = "sample", "抽样取证"
    OBTAIN = "obtain", "调取证据材料"


class EvidenceKind(TextChoices):
    """证据种类 (行政处罚法第四十六条)."""

    DOCUMENT = "document", "书证"
    OBJECT = "object", "物证"
    AUDIOVISUAL = "audiovisual", "视听资料"
    ELECTRONIC = "electronic", "电子数据"
    WITNESS = "witness", "证人证言"
    STATEMENT = "statement", "当事人的陈述"
    APPRAISAL = "appraisal", "鉴定意见"
    RECORD = "record", "勘验笔录、现场笔录"


class MeasureKind(TextChoices):
    """Measures in the course of a case (行政处罚法第五十六条、行政强制法第九条)."""

    PRESERVE = "preserve", "先行登记保存"
    SEAL = "seal", "查封"
    SEIZE = "seize", "扣押"


class MeasureState(TextChoices):
    ASKED = "asked", "待审批"
    APPROVED = "approved", "已批准"
    REFUSED = "refused", "未批准"
    TAKEN = "taken", "已采取"
    ENDED = "ended", "已处理（解除）"


class Disposal(TextChoices):
    """What becomes of what was held (行政处罚法第五十六条、行政强制法第二十七、二十八条)."""

    RETURNED = "returned", "解除并退还"
    COPIED = "copied", "记录、复制、拍照后退还"
    APPRAISED = "appraised", "送交鉴定"
    HELD = "held", "转为查封、扣押"
    CONFISCATED = "confiscated", "依法没收"
    DESTROYED = "destroyed", "依法销毁"
    TRANSFERRED = "transferred", "随案移送"


class Present(TextChoices):
    """Who stood by (行政强制法第十八条)."""

    PARTY = "party", "当事人到场"
    WITNESS = "witness", "当事人不到场，邀请见证人到场"


class PoliceAnswer(TextChoices):
    FILED = "filed", "决定立案"
    REFUSED = "refused", "不予立案"


class SpotReason(TextChoices):
    """当场收缴的理由 (行政处罚法第六十八、六十九条)."""

    SMALL = "small", "当场给予一百元以下罚款"
    HARD = "hard", "不当场收缴事后难以执行"
    REMOTE = "remote", "边远、水上、交通不便地区，当事人提出当场缴纳"


class Outcome(TextChoices):
    """What a draft proposes and a decision says (行政处罚法第五十七条)."""

    PENALTY = "penalty", "给予行政处罚"
    MINOR = "minor", "违法行为轻微并及时改正，不予处罚"
    FIRST = "first", "初次违法且危害后果轻微并及时改正，不予处罚"
    NO_FAULT = "no_fault", "当事人有证据证明没有主观过错，不予处罚"
    INCAPABLE = "incapable", "当事人未满十四周岁或者无责任能力，不予处罚"
    UNPROVED = "unproved", "违法事实不能成立，不予处罚"
    EXPIRED = "expired", "超过追责时效，不予处罚"

    @classmethod
    def exempt(cls) -> list[str]:
        return [each for each in cls.values if each != cls.PENALTY]


class Manner(TextChoices):
    """送达方式 (行政处罚法第六十一条、民事诉讼法)."""

    DIRECT = "direct", "直接送达"
    LEFT = "left", "留置送达"
    ELECTRONIC = "electronic", "电子送达"
    ENTRUSTED = "entrusted", "委托送达"
    POST = "post", "邮寄送达"
    NOTICE = "notice", "公告送达"


class Said(TextChoices):
    """How a defence came in."""

    SPOKEN = "spoken", "口头"
    WRITTEN = "written", "书面"


class Paper(TextChoices):
    """What is handed to the party against a 送达回证."""

    NOTICE = "notice", "行政处罚告知书"
    HEARING = "hearing", "行政处罚听证通知书"
    DECISION = "decision", "行政处罚决定书"
    EXEMPTION = "exemption", "不予行政处罚决定书"
    DEMAND = "demand", "催告书"
    OTHER = "other", "其他文书"


class RemedyKind(TextChoices):
    RECONSIDERATION = "reconsideration", "行政复议"
    LITIGATION = "litigation", "行政诉讼"


class RemedyResult(TextChoices):
    UPHELD = "upheld", "维持（驳回）"
    CHANGED = "changed", "变更"
    REVOKED = "revoked", "撤销"
    UNLAWFUL = "unlawful", "确认违法"
    VOID = "void", "确认无效"
    WITHDRAWN = "withdrawn", "申请人（原告）撤回"

    @classmethod
    def annulling(cls) -> list[str]:
        return [cls.CHANGED, cls.REVOKED, cls.UNLAWFUL, cls.VOID]


class Performed(TextChoices):
    """How a decision came to be performed."""

    VOLUNTARY = "voluntary", "当事人自行履行"
    FORCED = "forced", "行政机关依法强制执行（代履行）"
    COURT = "court", "人民法院强制执行完毕"
    ENDED = "ended", "人民法院终结执行"


class Retention(TextChoices):
    """保管期限 (国家档案局令第8号)."""

    PERMANENT = "permanent", "永久"
    LONG = "long", "30年"
    TEN = "ten", "10年"
