"""执法公示: what goes out, when, through whose hands, and what never shows."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils.timezone import localdate

from enforcement.publicity import following
from enforcement.publicity.models import Publication
from lawgov.casework import outbox, questions
from lawgov.casework.models import Case, Outbox
from lawgov.casework.questions import ask
from lawgov.casework.refusals import BadFacts, NotYours, StepRefused
from lawgov.privacy.masks import mask_address
from lawgov.units.models import Unit
from lawgov.workdays import calendar

from ..cast import OTHER_STREET, STREET, person
from . import acts

pytestmark = pytest.mark.django_db
HOME, PHONE, ID = "上海市静安区共康路12号501室", "13812345678", "11010519491231002X"
THIRD, AGENT, WITNESS = "李四平", "赵六顺", "吴九安"
PARTIES = [
    {"side": "applicant", "name": "张三丰", "id_number": ID, "phone": PHONE, "address": HOME,
     "agent_name": AGENT, "agent_kind": "entrusted", "agent_authority": "general"},
    {"side": "third", "name": THIRD},
]  # fmt: skip
PLANTED = ("张三丰", THIRD, AGENT, WITNESS, ID, PHONE, "12号501", "6222021001001234567", "糖尿病")
FACTS = (
    f"张三丰（身份证{ID}，电话{PHONE}，住{HOME}）占道，其邻居{THIRD}、证人{WITNESS}证实，"
    "本人患有糖尿病，缴款账号6222021001001234567"
)
REMEDY = "可在六十日内向静安区人民政府申请行政复议，或者在六个月内向人民法院提起行政诉讼。"


@pytest.fixture
def told(monkeypatch):
    """What the room of the case says of it; a test changes it."""
    acts.known(monkeypatch)
    said = {
        "type": "penalty", "title": "张三丰擅自占用道路案",
        "rows": [
            ("当事人", "张三丰"), ("住址", HOME), ("违法事实", FACTS), ("处罚结果", "罚款200元"),
        ],
        "decided_on": localdate(), "working_days": 7, "minor": False, "party_kind": "person",
        "remedy": REMEDY, "hide": [WITNESS],
    }  # fmt: skip
    monkeypatch.setitem(questions.ANSWERS, "act.for_publication", lambda case: said or None)
    return said


@pytest.fixture
def case(squad, told):
    given = {"title": "擅自占用道路案", "parties": PARTIES}
    return Case.open_new("act", by=squad.officer, unit=STREET, **given)


def prepared(by, case) -> Case:
    return Case.open_new("publication", by=by, unit=STREET, source=case.pk)


def published(squad, case) -> Case:
    made = prepared(squad.officer, case)
    made.take("approve", by=squad.justice)
    return made


def written(by, type="remedy", **changes) -> Case:
    given = {"type": type, "title": "救济途径告知", "text": REMEDY} | changes
    return Case.open_new("publication", by=by, unit=STREET, **given)


def refusal(call) -> str:
    with pytest.raises((StepRefused, BadFacts)) as said:
        call()
    return str(said.value)


def read(client, made=None, **asked) -> str:
    """What everybody sees, without logging in."""
    name, place = ("public-item", [made.pk]) if made else ("public", [])
    answer = client.get(reverse(name, args=place), asked)
    assert answer.status_code == 200
    return answer.content.decode()


def test_publish_a_closed_penalty_and_find_it_on_the_public_list_with_the_remedy_text(
    squad, case, client
):
    assert not ask("publicity.published", case)
    made = published(squad, case)

    assert "张某擅自占用道路案" in read(client, type="penalty", year=localdate().year)
    assert REMEDY in read(client, made)
    assert ask("publicity.published", case)


def test_no_planted_personal_datum_shows_to_the_public(squad, case, client):
    made = published(squad, case)
    page = read(client, made) + read(client)

    assert [value for value in PLANTED if value in page] == []
    assert "罚款200元" in page
    assert mask_address(HOME) in page


def test_a_firm_is_named_with_its_code(squad, told, client):
    firm = {"side": "applicant", "kind": "organisation", "name": "某某餐饮有限公司",
            "credit_code": "91350100M000100Y43"}  # fmt: skip
    told |= {"title": "某某餐饮有限公司占道案", "party_kind": "organisation"}
    told["rows"] = [("统一社会信用代码", "91350100M000100Y43"), ("住址", HOME)]
    case = Case.open_new("act", by=squad.officer, unit=STREET, title="占道", parties=[firm])
    page = read(client, published(squad, case))

    assert "某某餐饮有限公司" in page
    assert "91350100M000100Y43" in page
    assert HOME not in page


@pytest.mark.parametrize("how", ["answer", "party"])
def test_a_minors_case_is_never_published_and_may_be_closed(squad, told, client, how):
    child = {"side": "applicant", "name": "小明", "age": "minor", "agent_name": "大明",
             "agent_kind": "legal"}  # fmt: skip
    told["minor"] = how == "answer"
    case = Case.open_new("act", by=squad.officer, unit=STREET, title="某案",
                         parties=[child] if how == "party" else PARTIES)  # fmt: skip
    assert "涉及未成年人的案件不予公示" in refusal(lambda: prepared(squad.officer, case))
    outbox.drain()

    assert not Publication.objects.exists()
    assert ask("publicity.published", case)


def test_what_turns_out_to_be_a_minors_does_not_go_out(squad, case, told):
    made = prepared(squad.officer, case)
    told["minor"] = True
    assert "未成年人" in refusal(lambda: made.take("approve", by=squad.justice))


def test_who_prepared_it_does_not_approve_it(squad, case):
    made = prepared(squad.justice, case)
    with pytest.raises(NotYours):
        made.take("approve", by=squad.justice)
    made.take("approve", by=squad.statistician)
    assert made.state == "public"


def test_who_changed_it_does_not_approve_it(squad, case):
    made = prepared(squad.officer, case)
    made.take("hide", by=squad.statistician, words="占道")
    assert "approve" not in made.steps_for(squad.statistician)


def test_an_officer_does_not_publish(squad, case):
    with pytest.raises(NotYours):
        prepared(squad.partner, case).take("approve", by=squad.officer)


def test_the_approver_reads_what_goes_out_and_until_when(squad, case):
    made = prepared(squad.officer, case)
    shown = dict(made.procedure.steps["approve"].effect(made))

    assert shown["标题"] == "张某擅自占用道路案"
    assert shown["撤下日期"] == str(localdate().replace(year=localdate().year + 2))
    assert shown["救济途径"] == REMEDY


def test_what_changed_since_it_was_prepared_does_not_go_out_before_it_is_renewed(
    squad, case, told, client
):
    made = prepared(squad.officer, case)
    told["rows"] = [("处罚结果", "罚款100元")]
    assert "须重新生成" in refusal(lambda: made.take("approve", by=squad.justice))

    made.take("renew", by=squad.officer)
    made.take("approve", by=squad.justice)
    assert "罚款100元" in read(client, made)


def test_a_party_that_was_added_later_does_not_slip_out(squad, case, told):
    told["rows"] = [("违法事实", "与孙七七共同占道")]
    made = prepared(squad.officer, case)
    case.take("add_party", by=squad.officer, parties=[{"side": "third", "name": "孙七七"}])
    made.refresh_from_db()
    said = refusal(lambda: made.take("approve", by=squad.justice))
    assert "公示内容不得出现自然人姓名" in said


def test_words_that_no_rule_knows_are_covered_by_hand(squad, case, told, client):
    told["rows"] = [("违法事实", "老周与阿毛共同占道")]
    made = prepared(squad.officer, case)
    made.take("hide", by=squad.officer, words="老周、阿毛")
    made.take("approve", by=squad.justice)
    assert "***与***共同占道" in read(client, made)


def test_what_is_returned_is_shown_to_nobody_until_it_is_renewed(squad, case, client):
    made = prepared(squad.officer, case)
    made.take("return", by=squad.justice, reason="漏写决定书文号")

    assert made.state == "returned"
    assert client.get(reverse("public-item", args=[made.pk])).status_code == 404
    assert "approve" not in made.steps_for(squad.justice)


@pytest.mark.parametrize(("days", "label"), [(7, "处罚、许可决定公示"), (20, "执法结果公示")])
def test_it_is_to_be_published_within_7_or_20_working_days_of_the_decision(
    squad, case, told, days, label
):
    told["working_days"] = days
    made = prepared(squad.officer, case)

    assert made.due_clock == label
    assert made.due_on == calendar.add(localdate(), days, working=True).day
    made.take("approve", by=squad.justice)
    assert made.due_on is None


def test_a_decision_is_prepared_by_the_system_and_waits_for_the_publisher(squad, case):
    outbox.drain()
    outbox.drain()
    made = Publication.objects.get().case

    assert (made.state, made.history[0].by) == ("prepared", None)
    assert "approve" in made.steps_for(squad.justice)


def test_who_handled_the_case_does_not_approve_what_the_system_prepared_of_it(squad, told):
    case = Case.open_new("act", by=squad.officer, unit=STREET, title="占道")
    case.take("hear", by=squad.officer)
    person_too = person("both", "officer", STREET)
    case.take("hear", by=person_too)
    person_too.posts.create(role="justice", unit=STREET, since="2015-01-01")
    outbox.drain()
    made = Publication.objects.get().case
    del person_too.seats

    assert "approve" not in made.steps_for(person_too)


def test_nothing_is_prepared_as_long_as_nothing_is_decided(squad, case, told):
    told["decided_on"] = None
    outbox.drain()
    assert not Publication.objects.exists()
    assert "已有可以公示的决定" in refusal(lambda: prepared(squad.officer, case))


def test_what_the_system_cannot_prepare_stops_nothing_else(squad, case):
    Unit.objects.filter(code=STREET).update(until=localdate())
    outbox.drain()

    assert not Publication.objects.exists()
    assert not Outbox.objects.exists()


def test_a_case_is_published_once(squad, case):
    prepared(squad.officer, case)
    assert "只生成一项公示" in refusal(lambda: prepared(squad.partner, case))


def test_the_database_holds_one_publication_of_a_case(squad, case):
    made = prepared(squad.officer, case)
    twin = written(squad.officer)
    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.filter(pk=twin.pk).update(source=made.detail.source)


def test_only_a_case_that_one_sees_is_prepared(squad, told):
    other = person("other", "officer", OTHER_STREET)
    case = Case.open_new("act", by=other, unit=OTHER_STREET, title="占道")
    assert "您的数据范围内" in refusal(lambda: prepared(squad.officer, case))


@pytest.mark.parametrize("given", [
    {"type": "remedy"}, {"type": "remedy", "title": "救济"}, {"title": "某", "text": "某"}, {},
])  # fmt: skip
def test_a_publication_comes_from_a_case_or_is_written_whole(squad, told, given):
    assert "须填写事项" in refusal(
        lambda: Case.open_new("publication", by=squad.officer, unit=STREET, **given)
    )


def test_what_comes_from_a_case_is_not_written_anew(squad, case):
    assert "不另填" in refusal(
        lambda: Case.open_new("publication", by=squad.officer, unit=STREET, source=case.pk,
                              title="另起名称")
    )  # fmt: skip


def test_a_decision_that_no_longer_stands_is_withdrawn_within_3_working_days_with_its_reason(
    squad, case, told, client
):
    made = published(squad, case)
    told["annulled_on"] = localdate()
    case.take("hear", by=squad.officer)
    outbox.drain()
    made.refresh_from_db()
    assert (made.state, made.due_clock) == ("annulled", "公示撤回")
    assert made.due_on == calendar.add(localdate(), 3, working=True).day

    made.take("withdraw", by=squad.justice, withdrawal="revoked", explanation="复议决定撤销原决定")
    page = read(client, made)
    assert "复议决定撤销原决定" in page
    assert "罚款200元" not in page
    assert "张某" not in read(client)
    assert made.due_on is None
    assert not ask("publicity.published", case)


def test_a_withdrawal_says_why(squad, case):
    made = published(squad, case)
    with pytest.raises(BadFacts):
        made.take("withdraw", by=squad.justice, withdrawal="mistaken", explanation="")


def test_the_reason_of_a_withdrawal_names_nobody(squad, case):
    made = published(squad, case)
    said = refusal(lambda: made.take("withdraw", by=squad.justice, withdrawal="mistaken",
                                     explanation="张三丰不是当事人"))  # fmt: skip
    assert "不得出现自然人姓名" in said


def test_what_was_withdrawn_may_go_out_again_corrected(squad, case):
    made = published(squad, case)
    made.take("withdraw", by=squad.justice, withdrawal="mistaken", explanation="文号有误")
    assert not ask("publicity.published", case)
    assert published(squad, case).state == "public"
    assert ask("publicity.published", case)


@pytest.mark.parametrize(("kind", "years"), [("person", 2), ("organisation", 5)])
def test_it_comes_down_after_the_set_years(squad, case, told, client, kind, years):
    told["party_kind"] = kind
    made = published(squad, case)
    today = localdate()
    assert made.detail.until == today.replace(year=today.year + years)

    Publication.objects.update(until=today)
    assert client.get(reverse("public-item", args=[made.pk])).status_code == 404
    assert following.expire() == 1
    made.refresh_from_db()
    assert made.state == "expired"
    assert ask("publicity.published", case)


def test_a_29th_of_february_comes_down_on_the_first_of_march(squad, case):
    from enforcement.publicity.procedure import last_day

    assert last_day(published(squad, case), date(2024, 2, 29)) == date(2026, 3, 1)


def test_what_informs_stays(squad, told):
    made = written(squad.officer)
    made.take("approve", by=squad.justice)
    assert made.detail.until is None


def test_a_secret_is_withheld_with_its_reason_and_the_case_may_be_closed(squad, case):
    made = prepared(squad.officer, case)
    made.take("withhold", by=squad.justice, secrecy="trade", reason="涉及配方")

    assert ask("publicity.published", case)
    with pytest.raises(StepRefused):
        made.take("approve", by=squad.statistician)


def test_the_case_hears_that_it_is_out(squad, told, monkeypatch):
    acts.listening(monkeypatch)
    case = Case.open_new("act", by=squad.officer, unit=STREET, title="占道")
    made = published(squad, case)
    outbox.drain()
    case.refresh_from_db()
    assert case.history[-1].step == "publicised"
    following.answer({"case": made.pk, "seq": 2, "step": "approve"})  # it may come twice
    case.refresh_from_db()
    assert [event.step for event in case.history].count("publicised") == 1


def test_an_own_text_is_changed_until_it_is_out(squad, told, client):
    made = written(squad.officer)
    made.take("amend", by=squad.officer, text="可以申请复议，咨询13912345678")
    made.take("approve", by=squad.justice)

    assert "可以申请复议，咨询***" in read(client, made)
    assert "amend" not in made.steps_for(squad.officer)
