"""The words of a mediator's file and of a batch of subsidies."""

from django.db.models import TextChoices

from lawgov.dictionaries.lists import Dictionary

THEME = Dictionary("mediator.theme", "调解员培训主题")


class Origin(TextChoices):
    """人民调解法第十三条: 调解委员会委员和聘任的人员."""

    ELECTED = "elected", "推选产生的委员"
    HIRED = "hired", "聘任"


class Grade(TextChoices):
    EXCELLENT = "excellent", "优秀"
    COMPETENT = "competent", "称职"
    FAILED = "failed", "不称职"


class Breach(TextChoices):
    """人民调解法第十五条第一款各项."""

    PARTIAL = "partial", "偏袒一方当事人"
    INSULT = "insult", "侮辱当事人"
    BENEFIT = "benefit", "索取、收受财物或者牟取其他不正当利益"
    LEAK = "leak", "泄露当事人的个人隐私、商业秘密"


class Sanction(TextChoices):
    """人民调解法第十五条: by the committee, or where it is grave by who elected or hired."""

    CORRECTED = "corrected", "批评教育、责令改正"
    DISMISSED = "dismissed", "罢免或者解聘"


class LeaveReason(TextChoices):
    TERM = "term", "任期届满"
    RESIGNED = "resigned", "本人辞任"
    MOVED = "moved", "工作调动"
    RETIRED = "retired", "退休"


class Outcome(TextChoices):
    """What a subsidy is paid for."""

    WRITTEN = "written", "达成书面协议"
    ORAL = "oral", "达成口头协议"
    FAILED = "failed", "调解不成"


class Screen(TextChoices):
    """Why a case of a batch is looked at twice before it is paid for."""

    SAME_DAY = "same_day", "同一调解员同日成批结案"
    SAME_TEXT = "same_text", "文书内容与其他案件雷同"
    ALL_SUCCESS = "all_success", "该单位全部调解成功"
    ONE_SOURCE = "one_source", "该单位占全批多数"


class Answered(TextChoices):
    """What a sampled call-back found."""

    TRUE = "true", "属实"
    FALSE = "false", "不属实"
    UNREACHED = "unreached", "未联系上"
