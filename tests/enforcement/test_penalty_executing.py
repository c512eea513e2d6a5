"""How a decision is served, paid, urged, contested, enforced and closed."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils.timezone import localdate

from enforcement.penalty import dates, money
from lawgov.casework import outbox
from lawgov.casework.refusals import NotYours
from lawgov.documents.papers import PAPERS
from lawgov.documents.values import Masked
from lawgov.workdays import calendar

from ..cast import today
from .deciding import day, decision_in, go, refusal, service, take, told_so

pytestmark = pytest.mark.django_db


def at(on: date):
    return time_machine.travel(f"{on} 04:00:00Z", tick=False)


def after(day: date, n: int) -> date:
    return day + timedelta(days=n)


@pytest.fixture
def served(squad):
    return decision_in("served", squad)


@pytest.fixture
def late(served):
    """The day after the last on which it could be paid."""
    return after(money.pay_by(served), 1)


def due(case, label):
    return next((clock.due for clock in case.clocks() if clock.clock.label == label), None)


# Service and payment


def test_a_decision_is_served_within_seven_working_days(squad):
    case = decision_in("decided", squad)
    assert due(case, "送达决定书") == calendar.add(localdate(), 7, working=True).day


def test_a_decision_is_served_by_two_and_a_refusal_is_witnessed(squad):
    case = decision_in("decided", squad)
    said = refusal(case, squad, "serve", **service(squad, officers=[squad.officer], manner="left"))
    assert "第四十二条" in said
    assert "第八十九条" in said


def test_by_mail_only_where_the_party_signed_for_it(squad):
    case = decision_in("decided", squad)
    assert "第六十一条" in refusal(case, squad, "serve", manner="electronic")
    take(case, squad, "serve", manner="electronic", consented=True)


def test_what_is_published_counts_as_served_thirty_days_later(squad):
    case = decision_in("decided", squad)
    take(case, squad, "serve", manner="notice")
    assert case.detail.served_on >= after(localdate(), 30)
    assert "第六十七条" in refusal(case, squad, "pay")


def test_a_fine_is_paid_within_fifteen_days_of_service(served):
    assert due(served, "缴纳罚款") == calendar.add(localdate(), 15, working=False).day
    assert money.pay_by(served) == due(served, "缴纳罚款")


def test_nobody_pays_more_than_is_owed(served, squad):
    assert "尚未缴清" in refusal(served, squad, "pay", amount="500.01")
    take(served, squad, "pay", amount="200")
    assert money.unpaid(served) == 30_000


def test_what_is_not_paid_is_not_performed(served, squad):
    assert "第六十六条" in refusal(served, squad, "execute")
    go(served, squad, "pay", "execute")
    assert served.state == "executed"


def test_an_instalment_moves_the_clock_once_the_head_grants_it(served, squad):
    until = after(localdate(), 90)
    asked = {"on": today(), "reason": "经营困难", "terms": "分三期", "until": until.isoformat()}
    assert "应晚于" in refusal(served, squad, "ask_instalment", **asked | {"until": today()})
    take(served, squad, "ask_instalment", **asked)
    assert "原期限" in dict(served.procedure.steps["approve_instalment"].effect(served))["缴清期限"]
    with pytest.raises(NotYours):
        served.take("approve_instalment", by=squad.officer)
    take(served, squad, "approve_instalment")

    assert due(served, "分期缴清") == until
    assert due(served, "缴纳罚款") is None
    with at(after(until, -1)):
        assert money.extra(served, after(until, -1)).amount == 0


def test_an_instalment_that_is_refused_moves_nothing(served, squad):
    asked = {"on": today(), "reason": "经营困难", "terms": "分期", "until": day(90)}
    take(served, squad, "ask_instalment", **asked)
    take(served, squad, "refuse_instalment", reason="有履行能力")
    assert money.pay_by(served) == due(served, "缴纳罚款")


# Late


def test_nobody_is_urged_before_the_time_to_pay_is_over(served, squad, late):
    with at(money.pay_by(served)):
        assert "第七十二条" in refusal(served, squad, "demand", **service(squad, on=today()))
    with at(late):
        take(served, squad, "demand", **service(squad, on=today()))
    assert served.part("deliveries")[-1].paper == "demand"


def test_the_surcharge_is_what_has_come_on_top_by_the_day(served, squad, late):
    with at(after(late, 4)):
        take(served, squad, "surcharge", on=today())
        [row] = served.part("surcharges")
        assert (row.days, row.amount) == (5, 7_500)
        assert money.unpaid(served) == 57_500


def test_no_surcharge_while_the_decision_is_contested(served, squad, late):
    take(served, squad, "contest", on=today(), kind="reconsideration")
    with at(after(late, 4)):
        assert "第七十三条" in refusal(served, squad, "surcharge", on=today())


# To the court


@pytest.fixture
def over(served):
    """The day after the time for 复议 and 诉讼 has run out."""
    return after(dates.remedies_until(served), 1)


def court(squad):
    return {"on": today(), "court": "区人民法院"}


def test_the_court_is_asked_after_ten_working_days_of_urging(served, squad, over):
    with at(over):
        take(served, squad, "demand", **service(squad, on=today()))
        assert "第五十四条" in refusal(served, squad, "apply_court", **court(squad))
    with at(calendar.add(over, 10, working=True).day):
        assert "第五十四条" in refusal(served, squad, "apply_court", **court(squad))
    with at(after(calendar.add(over, 10, working=True).day, 1)):
        take(served, squad, "apply_court", **court(squad))
        take(served, squad, "execute", manner="court", on=today())
    assert served.state == "executed"


def test_the_court_is_not_asked_before_the_time_for_remedies_is_over(served, squad, late, over):
    with at(late):
        take(served, squad, "demand", **service(squad, on=today()))
    with at(after(over, -1)):
        assert "第五十三条" in refusal(served, squad, "apply_court", **court(squad))


def test_after_three_months_the_court_is_asked_in_vain(served, squad, over):
    last = dates.court_until(served)
    assert due(served, "申请法院强制执行") == last
    with at(over):
        take(served, squad, "demand", **service(squad, on=today()))
    with at(after(last, 1)):
        assert "3个月内" in refusal(served, squad, "apply_court", **court(squad))


def test_what_the_court_did_was_asked_of_it(served, squad):
    assert "先申请人民法院" in refusal(served, squad, "execute", manner="court")


def test_nobody_is_forced_at_night_or_unurged(served, squad):
    said = refusal(served, squad, "execute", manner="forced", at_night=True)
    assert "第四十三条" in said
    assert "第三十五条" in said


# Contested


def test_a_decision_that_falls_is_annulled_and_asks_for_nothing_more(served, squad):
    take(served, squad, "contest", on=today(), kind="litigation", number="（2026）1号")
    take(served, squad, "contest_ended", on=today(), result="revoked")
    [row] = served.part("decisions")

    assert row.annulled_on == localdate()
    assert money.due(served) == 0
    assert due(served, "申请法院强制执行") is None


def test_a_decision_that_stands_gives_the_court_three_months_anew(served, squad):
    take(served, squad, "contest", on=today(), kind="reconsideration")
    assert next(c for c in served.clocks() if c.clock.label == "申请法院强制执行").paused
    take(served, squad, "contest_ended", on=today(), result="upheld")
    over = after(localdate(), 15)
    assert due(served, "申请法院强制执行") == dates.months_later(over, 3)


def test_a_month_that_is_shorter_ends_on_its_last_day():
    assert dates.months_later(date(2025, 8, 31), 6) == date(2026, 2, 28)
    assert dates.months_later(date(2025, 11, 30), 3) == date(2026, 2, 28)
    assert dates.months_later(date(2025, 12, 15), 1) == date(2026, 1, 15)


# The end


@pytest.fixture
def executed(served, squad):
    return go(served, squad, "pay", "execute")


def test_a_penalty_cannot_close_unpublished(executed, squad, monkeypatch):
    told_so(monkeypatch, publicity__published=False)
    assert "第四十八条" in refusal(executed, squad, "close")
    told_so(monkeypatch, publicity__published=True)
    take(executed, squad, "close")
    assert (executed.state, executed.closed_on) == ("closed", localdate())


def test_a_case_does_not_close_while_records_are_missing_and_says_which(
    executed, squad, monkeypatch
):
    told_so(monkeypatch, publicity__published=True, recording__missing=["听证：缺音像记录"])
    said = refusal(executed, squad, "close")
    assert "第四十七条" in said
    assert "听证：缺音像记录" in said


def test_a_case_does_not_close_while_it_is_contested(executed, squad, monkeypatch):
    told_so(monkeypatch, publicity__published=True)
    take(executed, squad, "contest", on=today(), kind="litigation")
    assert "尚未终结" in refusal(executed, squad, "close")


def test_an_incomplete_file_is_not_archived_and_says_what_it_lacks(executed, squad, monkeypatch):
    told_so(monkeypatch, publicity__published=True)
    take(executed, squad, "close")
    told_so(monkeypatch, casefile__missing=["集体讨论记录"])
    assert "案卷材料须齐全" in (said := refusal(executed, squad, "archive"))
    assert "集体讨论记录" in said


def test_an_ordinary_file_is_kept_for_thirty_years(executed, squad, monkeypatch):
    told_so(monkeypatch, publicity__published=True)
    take(executed, squad, "close")
    assert "30年" in refusal(executed, squad, "archive", retention="ten")
    take(executed, squad, "archive")
    assert executed.state == "archived"


def test_a_case_is_dropped_by_the_head_and_closed(squad):
    case = decision_in("notified", squad)
    assert "不再处理" in dict(case.procedure.steps["drop"].effect(case))["撤案后果"]
    go(case, squad, "drop", "close", "archive")
    assert case.state == "archived"


def test_the_decision_is_printed_word_for_word(served):
    outbox.drain()
    said = {code: PAPERS["penalty"][code].content(served, Masked())
            for code in ("notice", "decision", "delivery")}  # fmt: skip
    rows = dict(said["decision"].rows)
    assert rows["决定内容"] == "罚款五百元"
    assert said["decision"].number == served.part("decisions")[0].number
    assert "六十日内" in said["decision"].closing[1]
    assert "110105********" in rows["当事人"]
    assert {row.paper for row in served.documents.all()} >= {"notice", "decision", "delivery"}
