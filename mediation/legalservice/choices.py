"""The lists of public legal service: those that a street keeps itself, and those of the law."""

from django.db.models import TextChoices

from lawgov.dictionaries.lists import Dictionary

TOPIC = Dictionary("consultation.topic", "咨询类别")
AID_MATTER = Dictionary("aid.matter", "援助事项")
POINT_KIND = Dictionary("service_point.kind", "服务点类别")


class Mode(TextChoices):
    ON_SITE = "on_site", "现场"
    PHONE = "phone", "电话"
    HOME = "home", "上门"


class Way(TextChoices):
    """How somebody came to be advised."""

    WALK_IN = "walk_in", "窗口来访"
    CALL = "call", "来电"
    PAGE = "page", "网上预约"
    ROUND = "round", "巡诊走访"
    REFERRED = "referred", "部门转介"


class Outcome(TextChoices):
    """What who asked was told to do."""

    ANSWERED = "answered", "解答咨询"
    MEDIATION = "mediation", "建议调解"
    AID = "aid", "建议申请法律援助"
    SUIT = "suit", "建议诉讼或仲裁"
    NOTARY = "notary", "建议公证"
    OTHER = "other", "其他"


class Means(TextChoices):
    """On what footing aid is asked for (法律援助法第三十二、四十一、四十二条)."""

    STATEMENT = "statement", "提交经济困难状况说明"
    PLEDGE = "pledge", "个人诚信承诺"
    EXEMPT = "exempt", "免予核查经济困难状况"
    FREE = "free", "不受经济困难条件限制"


class Ground(TextChoices):
    """Why nobody's means are asked into."""

    MINOR = "minor", "无固定生活来源的未成年人"
    ELDERLY = "elderly", "无固定生活来源的老年人、残疾人等特定群体"
    SUPPORTED = "supported", "社会救助、司法救助或者优抚对象"
    INJURED = "injured", "申请支付劳动报酬或者请求工伤事故人身损害赔偿的进城务工人员"
    MARTYR = "martyr", "英雄烈士近亲属为维护英雄烈士的人格权益"
    BRAVE = "brave", "因见义勇为行为主张相关民事权益"
    RETRIAL = "retrial", "再审改判无罪请求国家赔偿"
    ABUSED = "abused", "遭受虐待、遗弃或者家庭暴力的受害人主张相关权益"


GROUNDS = {
    Means.EXEMPT: (Ground.MINOR, Ground.ELDERLY, Ground.SUPPORTED, Ground.INJURED),
    Means.FREE: (Ground.MARTYR, Ground.BRAVE, Ground.RETRIAL, Ground.ABUSED),
}


class AidResult(TextChoices):
    MEDIATED = "mediated", "调解、和解"
    JUDGED = "judged", "判决、裁决"
    WITHDRAWN = "withdrawn", "撤诉"
    ADVISED = "advised", "提供法律咨询、代书"
    ENDED = "ended", "终止援助"


class Helper(TextChoices):
    """Who goes along to a firm."""

    LAWYER = "lawyer", "律师"
    NOTARY = "notary", "公证员"
    MEDIATOR = "mediator", "调解员"
    OFFICIAL = "official", "司法所人员"
    OTHER = "other", "其他"


class Duty(TextChoices):
    """What kind of session it was at which lawyers advised."""

    SEAT = "seat", "街道坐诊"
    ROUND = "round", "社区巡诊"
    EVENT = "event", "集中咨询活动"
