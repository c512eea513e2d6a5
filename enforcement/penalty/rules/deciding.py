"""What the law asks before a decision: each rule is named at once with all the others."""

from typing import Any

from enforcement.officers.certified import TWO, certified
from enforcement.review.standing import last_opinion
from enforcement.standards import catalogue
from lawgov.casework.procedure import Rule
from lawgov.casework.questions import ask

from .. import standing
from ..choices import Outcome
from ..standing import day
from .drafting import DECIDED, DECIDED_IN_BAND
from .hearing import hearing_until, proposes_penalty
from .opening import LAW, SINCE, Facts

HEADS_MEET = 2


def must_be_reviewed(case: Any) -> bool:
    """The catalogue of the day lists it, or did when it was drafted."""
    row = standing.draft(case)
    return row is not None and bool(row.listed or listed_now(case, row))


def listed_now(case: Any, row: Any) -> list[str]:
    on = standing.day({})
    found = {
        *row.matters,
        *standing.matters(
            case,
            {"outcome": row.outcome, "kinds": row.kinds, "fine": row.fine, "band": row.band},
            on,
        ),
    }
    return catalogue.listed(
        case.unit, on, party_kind=standing.party_kind(case), kinds=row.kinds, fine=row.fine,
        confiscated=row.confiscated, matters=sorted(found),
    )  # fmt: skip


def has_passed(case: Any, facts: Facts) -> bool:
    """A passed review of this very text, or of another: the next rule tells that apart."""
    return ask("review.passed", case, standing.draft(case).text_hash) or is_stale(case)


def is_stale(case: Any) -> bool:
    """There is an opinion, but of a text that is not the one before us."""
    opinion = last_opinion(case)
    return opinion is not None and opinion.text_hash != standing.draft(case).text_hash


def exempts(case: Any, facts: Facts) -> bool:
    row = standing.draft(case)
    return row is not None and row.outcome != Outcome.PENALTY


def was_told(case: Any, facts: Facts) -> bool:
    """The party knows what is coming: the same kinds and sums or less, on the same grounds."""
    told, row = standing.told_draft(case), standing.draft(case)
    if told is None or row is None:
        return False
    same = row.basis == told.basis and standing.told_as_it_is(case)
    return same and not standing.is_heavier(row, told)


def time_to_defend_over(case: Any, facts: Facts) -> bool:
    """Given up in writing, or past: who has spoken once may still add to it in time."""
    until = case.detail.defence_until
    return bool(case.detail.waived_on) or (until is not None and day(facts) > until)


def defences_weighed(case: Any, facts: Facts) -> bool:
    return standing.open_defence(case) is None


def may_still_ask(case: Any) -> bool:
    """A hearing was offered, and neither asked for nor given up in writing."""
    waived = standing.last(case, "waive", "notify")
    gave_up = waived is not None and waived.step == "waive" and waived.facts.get("hearing_too")
    return case.detail.hearing_right and not case.detail.hearing_asked_on and not gave_up


def time_to_ask_over(case: Any, facts: Facts) -> bool:
    told = case.detail.notified_on
    return not may_still_ask(case) or day(facts) > hearing_until(told)


def was_heard(case: Any, facts: Facts) -> bool:
    return standing.was_heard(case)


def rests_on_record(case: Any, facts: Facts) -> bool:
    """The text that is decided was written, or written anew, with the record at hand."""
    row = standing.draft(case)
    return row is not None and row.version > standing.version_at(case, "hear")


def was_discussed(case: Any, facts: Facts) -> bool:
    row, last = standing.draft(case), next(reversed(case.part("discussions")), None)
    return row is not None and last is not None and last.version == row.version


def is_proved(case: Any, facts: Facts) -> bool:
    return bool(case.part("inquiries")) and any(not row.void for row in case.part("evidence"))


def by_two_certified(case: Any, facts: Facts) -> bool:
    """Who stands for the case today, and who made each inquiry on its day."""
    stands = [(case.detail.officers, day(facts))]
    return all(
        len({*officers}) >= TWO and {*officers} <= {user.pk for user in certified(case.unit, on)}
        for officers, on in stands + [(row.officers, row.on) for row in case.part("inquiries")]
    )


def is_capable(case: Any, facts: Facts) -> bool:
    row = standing.draft(case)
    return row is None or row.outcome != Outcome.INCAPABLE or bool(facts.get("guardian"))


def is_corrected(case: Any, facts: Facts) -> bool:
    row = standing.draft(case)
    slight = row is not None and row.outcome in (Outcome.MINOR, Outcome.FIRST)
    return not slight or bool(facts.get("corrected"))


REVIEWED = Rule(
    "列入重大执法决定法制审核目录的，未经法制审核或者审核未通过，不得作出决定",
    LAW, "第五十八条第一款", has_passed, since=SINCE, concerns=must_be_reviewed,
)  # fmt: skip
NOT_STALE = Rule(
    "法制审核意见须针对现有文本，不得是另一文本；文本改动后须重新送审",
    LAW, "第五十八条第一款", lambda case, facts: not is_stale(case), since=SINCE,
    concerns=must_be_reviewed,
)  # fmt: skip
HAS_DRAFT = Rule(
    "须有拟给予处罚的决定文本", LAW, "第五十七条第一款第一项", proposes_penalty, since=SINCE
)
HAS_TEXT = Rule(
    "须有拟作决定的文本", LAW, "第五十七条第二款",
    lambda case, facts: standing.draft(case) is not None, since=SINCE,
)  # fmt: skip
EXEMPTS = Rule("须有拟不予处罚的决定文本", LAW, "第五十七条第一款第二、三项", exempts, since=SINCE)
WAS_TOLD = Rule(
    "须已告知全部当事人拟处罚的内容及事实、理由、依据；更重、依据（事项）不同或者增加当事人的，须重新告知",
    LAW, "第四十四条、第六十二条", was_told, since=SINCE,
)  # fmt: skip
DEFENCE_OVER = Rule(
    "陈述申辩期限未满、当事人也未书面放弃的，不得作出决定",
    LAW, "第四十五条、第六十二条", time_to_defend_over, since=SINCE,
)  # fmt: skip
DEFENCE_WEIGHED = Rule(
    "当事人的陈述、申辩须已复核", LAW, "第四十五条、第六十二条", defences_weighed, since=SINCE
)
HEARING_OVER = Rule(
    "要求听证的期限未满、当事人也未书面放弃的，不得作出决定",
    LAW, "第六十四条第一项", time_to_ask_over, since=SINCE, concerns=may_still_ask,
)  # fmt: skip
WAS_HEARD = Rule(
    "当事人要求听证的，应当组织听证", LAW, "第六十三条", was_heard, since=SINCE,
    concerns=lambda case: case.detail.hearing_asked_on is not None,
)  # fmt: skip
ON_RECORD = Rule(
    "听证结束后，应当根据听证笔录作出决定：听证后须重新拟定决定文本",
    LAW, "第六十五条", rests_on_record, since=SINCE,
    concerns=lambda case: standing.held_hearing(case) is not None,
)  # fmt: skip
DISCUSSED = Rule(
    "情节复杂或者重大违法行为给予处罚的，负责人应当集体讨论本稿并有记录",
    LAW, "第五十七条第二款", was_discussed, since=SINCE,
    concerns=lambda case: standing.needs_discussion(case, standing.day({})),
)  # fmt: skip
PROVED = Rule("违法事实不清、证据不足的，不得给予处罚", LAW, "第四十条", is_proved, since=SINCE)
BY_TWO = Rule(
    "承办人和每次调查取证的执法人员均不得少于两人，执法证当日有效", LAW, "第四十二条",
    by_two_certified, since=SINCE,
)  # fmt: skip
HEADS = Rule(
    f"集体讨论应有{HEADS_MEET}名以上负责人参加", LAW, "第五十七条第二款",
    lambda case, facts: len(facts.get("members", ())) >= HEADS_MEET, asks=True, since=SINCE,
)  # fmt: skip
GUARDIAN = Rule(
    "不满十四周岁或者无责任能力的不予处罚，应当责令监护人加以管教（看管和治疗）",
    LAW, "第三十条、第三十一条", is_capable, asks=True, since=SINCE,
)  # fmt: skip
CORRECTED = Rule(
    "违法行为轻微、初次违法不予处罚的，违法行为须已及时改正",
    LAW, "第三十三条第一款", is_corrected, asks=True, since=SINCE,
)  # fmt: skip
EDUCATED = Rule(
    "依法不予行政处罚的，应当对当事人进行教育", LAW, "第三十三条第三款",
    lambda case, facts: bool(facts.get("educated")), asks=True, since=SINCE,
)  # fmt: skip

TEXT = (REVIEWED, NOT_STALE)
DECIDE = (
    HAS_DRAFT, WAS_TOLD, DEFENCE_OVER, DEFENCE_WEIGHED, HEARING_OVER, WAS_HEARD, ON_RECORD,
    *TEXT, DISCUSSED, PROVED, BY_TWO, DECIDED_IN_BAND, *DECIDED,
)  # fmt: skip
EXEMPT = (EXEMPTS, *TEXT, BY_TWO, DEFENCE_WEIGHED, CORRECTED, GUARDIAN, EDUCATED)
