"""The words of what is found: lists that a street keeps, and those that law or product fix."""

from django.db.models import TextChoices

from lawgov.dictionaries.lists import Dictionary

FIELD = Dictionary("lead.field", "执法领域")
DISORDER = Dictionary("finding.disorder", "市容六乱")
THEME = Dictionary("inspection.theme", "检查主题")
HAZARD = Dictionary("hazard.type", "隐患类别")


class Priority(TextChoices):
    """处理优先级, the most pressing first: the queue is read in this order."""

    URGENT = "1", "紧急"
    KEY = "2", "重点"
    ORDINARY = "3", "一般"


class Source(TextChoices):
    """Where a lead came from."""

    PATROL = "patrol", "巡查发现"
    VIDEO = "video", "视频巡查"
    REPORT = "report", "投诉举报"
    INSPECTION = "inspection", "检查发现"
    ASSIGNED = "assigned", "上级交办"
    TRANSFERRED = "transferred", "其他机关移送"
    PLATFORM = "platform", "平台自动发现"
    OTHER = "other", "其他"


class Manner(TextChoices):
    """执法方式: by one team, with others side by side, or with others helping."""

    COMBINED = "combined", "综合执法"
    JOINT = "joint", "联合执法"
    ASSISTED = "assisted", "协作执法"


class Soft(TextChoices):
    """非强制措施, mildest first."""

    NOTICE = "notice", "告知"
    PERSUASION = "persuasion", "劝导"
    TALK = "talk", "约谈"
    ORDER = "order", "责令改正"


class Rechecked(TextChoices):
    CORRECTED = "corrected", "已改正"
    UNCORRECTED = "uncorrected", "未改正"
    REPEATED = "repeated", "再次违法"


class Remote(TextChoices):
    """非现场检查的方式."""

    DEVICE = "device", "电子技术监控"
    DATA = "data", "数据比对"
    PAPERS = "papers", "书面核查"
    PHONE = "phone", "电话、视频连线"


class Channel(TextChoices):
    PATROL = "patrol", "微网格巡查"
    VIDEO = "video", "视频巡查"


class Way(TextChoices):
    """How a micro-grid was patrolled."""

    WALK = "walk", "实地巡查"
    ONLINE = "online", "线上巡查"


class Seen(TextChoices):
    NOTHING = "nothing", "未发现问题"
    SOMETHING = "something", "发现问题"


class Mode(TextChoices):
    """How objects are inspected."""

    POST = "post", "定点设卡"
    MOBILE = "mobile", "机动巡查"
    DAILY = "daily", "日常检查"


class Outcome(TextChoices):
    """检查结果 of one item."""

    GOOD = "good", "符合要求"
    BAD = "bad", "发现问题"
    NONE = "none", "不适用"


class Grade(TextChoices):
    ORDINARY = "ordinary", "一般隐患"
    MAJOR = "major", "重大隐患"
