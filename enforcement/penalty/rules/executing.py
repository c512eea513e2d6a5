"""What the law asks of service, payment, enforcement and the end of a case."""

from typing import Any

from enforcement.publicity.models import Publication
from lawgov.casework.common import rule_of_house
from lawgov.casework.procedure import Rule
from lawgov.casework.questions import ask
from lawgov.workdays import calendar

from .. import dates, money, standing
from ..choices import Course, Manner, Outcome, Performed, Retention
from ..standing import day
from ..terms import COURT_MONTHS, DEMAND_DAYS, REMEDY_MONTHS
from . import simple
from .opening import LAW, SINCE, Facts

COERCION = "《行政强制法》"


def measures_ended(case: Any, facts: Facts) -> bool:
    return all(row.ended_on or not row.taken_on for row in case.part("measures"))


def open_remedy(case: Any) -> Any:
    return next((row for row in case.part("remedies") if row.ended_on is None), None)


def witnessed(case: Any, facts: Facts) -> bool:
    """留置送达 says who saw it, or that it was filmed."""
    return facts.get("manner") != Manner.LEFT or bool(facts.get("note"))


def not_more(case: Any, facts: Facts) -> bool:
    return 0 < facts["amount"] <= money.unpaid(case)


def after_service(case: Any, facts: Facts) -> bool:
    return bool(facts["on"] >= case.detail.served_on)


def is_late(case: Any, facts: Facts) -> bool:
    due = money.pay_by(case)
    return due is not None and day(facts) > due and money.unpaid(case) > 0


def open_instalment(case: Any) -> Any:
    return next((row for row in case.part("instalments") if row.approved is None), None)


def ahead(case: Any, facts: Facts) -> bool:
    return bool(facts["until"] > facts["on"])


def demanded(case: Any, facts: Facts) -> bool:
    """催告 came, and ten working days passed without performance."""
    last = standing.last(case, "demand")
    return last is not None and day(facts) > calendar.add(last.on, DEMAND_DAYS, working=True).day


def remedies_over(case: Any, facts: Facts) -> bool:
    over = dates.remedies_until(case)
    return open_remedy(case) is None and over is not None and day(facts) > over


def in_three_months(case: Any, facts: Facts) -> bool:
    last = dates.court_until(case)
    return last is not None and day(facts) <= last


def by_day(case: Any, facts: Facts) -> bool:
    """We force nobody at night or on a day off, unless it is urgent."""
    by_day = calendar.is_workday(facts["on"]) and not facts.get("at_night")
    return facts["manner"] != Performed.FORCED or by_day or bool(facts.get("urgent"))


def performed(case: Any, facts: Facts) -> bool:
    return facts["manner"] != Performed.VOLUNTARY or money.unpaid(case) == 0


def by_court(case: Any, facts: Facts) -> bool:
    ours = facts["manner"] in (Performed.VOLUNTARY, Performed.FORCED)
    return ours or standing.last(case, "apply_court") is not None


def urged_first(case: Any, facts: Facts) -> bool:
    return facts["manner"] != Performed.FORCED or standing.last(case, "demand") is not None


def was_published(case: Any, facts: Facts) -> bool:
    return bool(ask("publicity.published", case))


def was_withdrawn(case: Any, facts: Facts) -> bool:
    return not Publication.objects.filter(source=case, case__state="public").exists()


def is_public(case: Any) -> bool:
    """决定具有一定社会影响的应当公开; a minor's is not, nor one that is no more."""
    row = standing.decision(case)
    fined = row is not None and row.annulled_on is None and row.outcome == Outcome.PENALTY
    return fined and not standing.is_minor(case)


def is_annulled(case: Any) -> bool:
    row = standing.decision(case)
    return row is not None and row.annulled_on is not None


def is_kept_long(case: Any, facts: Facts) -> bool:
    return case.detail.course != Course.ORDINARY or facts.get("retention") != Retention.TEN


MEASURES_ENDED = Rule(
    "先行登记保存、查封、扣押的财物须已处理或者解除",
    f"{LAW}第五十六条、{COERCION}", "第二十七、二十八条", measures_ended, since=SINCE,
)  # fmt: skip
WITNESSED = Rule(
    "留置送达的，须注明见证人或者拍照、录像情况",
    "《民事诉讼法》", "第八十九条", witnessed, asks=True,
)  # fmt: skip
NOT_MORE = rule_of_house("缴款应大于零，且不超过尚未缴清的罚没款", not_more, asks=True)
AFTER_SERVICE = Rule(
    "缴款在决定书送达之后", LAW, "第六十七条", after_service, asks=True, since=SINCE
)
IS_LATE = Rule(
    "期限届满仍未缴清的，方可催告、加处罚款", LAW, "第七十二条第一款", is_late, since=SINCE
)
NOT_STAYED = Rule(
    "行政复议、行政诉讼期间不计加处罚款", LAW, "第七十三条第三款",
    lambda case, facts: open_remedy(case) is None, since=SINCE,
)  # fmt: skip
UNTIL_AHEAD = rule_of_house("缴清期限应晚于申请日期", ahead, asks=True)
DEMANDED = Rule(
    f"申请人民法院强制执行前应当催告，催告书送达{DEMAND_DAYS}个工作日后仍未履行的方可申请",
    COERCION, "第五十四条", demanded,
)  # fmt: skip
REMEDIES_OVER = Rule(
    f"当事人在法定期限（自送达起{REMEDY_MONTHS}个月）内不申请复议、不起诉又不履行的，方可申请",
    COERCION, "第五十三条", remedies_over,
)  # fmt: skip
IN_THREE_MONTHS = Rule(
    f"应当自复议、诉讼期限届满之日起{COURT_MONTHS}个月内申请，逾期不予受理",
    COERCION, "第五十三条", in_three_months,
)  # fmt: skip
BY_DAY = Rule(
    "不得在夜间或者法定节假日实施行政强制执行，情况紧急的除外",
    COERCION, "第四十三条第一款", by_day, asks=True,
)  # fmt: skip
PERFORMED = Rule(
    "自行履行的，罚没款和加处罚款须已缴清", LAW, "第六十六条、第六十七条", performed,
    asks=True, since=SINCE,
)  # fmt: skip
BY_COURT = Rule(
    "未自行履行的，须先申请人民法院强制执行", LAW, "第七十二条第一款第四项", by_court,
    asks=True, since=SINCE,
)  # fmt: skip
URGED_FIRST = Rule("强制执行前须先书面催告", COERCION, "第三十五条", urged_first, asks=True)
PUBLISHED = Rule(
    "行政处罚决定应当依法公开后结案", LAW, "第四十八条第一款", was_published, since=SINCE,
    concerns=is_public,
)  # fmt: skip
WITHDRAWN = Rule(
    "公开的决定被变更、撤销、确认违法或者无效的，须撤回公开信息并说明理由",
    LAW, "第四十八条第二款", was_withdrawn, since=SINCE, concerns=is_annulled,
)  # fmt: skip
NOT_CONTESTED = rule_of_house(
    "复议、诉讼尚未终结的，不能结案", lambda case, facts: open_remedy(case) is None
)
RECORDED = Rule(
    "启动、调查取证、审核、决定、送达、执行须有全过程记录",
    LAW, "第四十七条", lambda case, facts: not ask("recording.missing", case), since=SINCE,
    names=lambda case: ask("recording.missing", case),
)  # fmt: skip
KEPT_LONG = Rule(
    "普通程序案件保管30年或者永久", "《机关文件材料归档范围和文书档案保管期限规定》", "第八条",
    is_kept_long, asks=True,
)  # fmt: skip

FILE_WHOLE = Rule(
    "案卷材料须齐全", "《机关文件材料归档范围和文书档案保管期限规定》", "第五条",
    lambda case, facts: not ask("casefile.missing", case),
    names=lambda case: ask("casefile.missing", case),
)  # fmt: skip

CLOSE = (
    NOT_CONTESTED, MEASURES_ENDED, PUBLISHED, WITHDRAWN, RECORDED, simple.HANDED_IN,
    simple.RECORDED,
)  # fmt: skip
ARCHIVE = (KEPT_LONG, FILE_WHOLE)
