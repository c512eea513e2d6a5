"""What stands in the way of a legal review, and says so."""

import pytest
from django.utils import timezone

from enforcement.review.models import POINTS, Recusal
from lawgov.casework import outbox
from lawgov.casework.models import Case
from lawgov.casework.questions import ask
from lawgov.casework.refusals import BadFacts, NotYours, StepRefused
from lawgov.people.models import Role
from lawgov.workdays import calendar

from ..cast import OTHER_STREET, STREET, person, today
from .penalty import registered
from .reviews import FINE, answers, paper, qualify, review_in, sent, walk

__all__ = ["paper"]
pytestmark = pytest.mark.django_db


def refused(why):
    return pytest.raises(StepRefused, match=why)


def test_a_text_that_is_not_drawn_up_is_not_sent_in(squad, paper):
    paper.text = ""
    with refused("应先拟定"):
        sent(squad, paper)


def test_what_is_decided_is_reviewed_no_more(squad, paper):
    paper.decided = True
    with refused("作出决定之前"):
        sent(squad, paper)


def test_what_is_decided_meanwhile_gets_no_opinion(squad, paper):
    review = review_in("reviewing", squad, paper)
    paper.decided = True
    with refused("作出决定之前"):
        walk(review, squad, "agree")


def test_a_case_is_sent_in_once_at_a_time(squad, paper):
    sent(squad, paper)
    with refused("正在办理"):
        sent(squad, paper)


@pytest.mark.parametrize("state", ["passed", "refused"])
def test_a_text_that_has_its_opinion_is_not_sent_in_anew(state, squad, paper):
    review_in(state, squad, paper)
    with refused("已有审核意见"):
        sent(squad, paper)


def test_a_case_out_of_sight_is_not_sent_in(squad, paper, tree):
    stranger = person("stranger", Role.OFFICER, OTHER_STREET)
    facts = {"subject": paper.case.pk, "statement": "事实清楚"}
    with refused("数据范围内"):
        Case.open_new("review", by=stranger, unit=OTHER_STREET, **facts)


def test_only_a_case_that_can_be_reviewed_is_sent_in(squad, paper):
    review = sent(squad, paper)
    with pytest.raises(BadFacts, match="可以送法制审核"):
        Case.open_new("review", by=squad.partner, unit=STREET, subject=review.pk, statement="一")


def test_what_is_incomplete_is_not_taken_in_but_returned_with_what_is_missing(squad, paper):
    paper.proved = False
    review = sent(squad, paper)
    with refused("送审材料应齐全"):
        walk(review, squad, "accept")

    walk(review, squad, "return")
    assert [row.label for row in review.part("materials") if not row.present] == ["证据材料"]
    assert review.returned


def test_what_was_found_missing_is_supplied_and_then_taken_in(squad, paper):
    review = review_in("incomplete", squad, paper)
    assert not all(row.present for row in review.part("materials"))

    walk(review, squad, "supplement", "accept")

    assert review.state == "reviewing"


def test_the_clock_starts_the_day_the_papers_are_complete(squad, paper):
    review = review_in("submitted", squad, paper)
    assert review.due_clock == "形式审查"

    walk(review, squad, "accept")

    due = calendar.add(timezone.localdate(), 5, working=True).day
    assert (review.due_clock, review.due_on) == ("法制审核", due)


def test_the_time_is_longer_only_with_a_leaders_consent(squad, paper):
    review = review_in("reviewing", squad, paper)
    with pytest.raises(StepRefused, match="不需要同意延长"):
        review.take("extend", by=squad.leader, days=3)
    review.take("ask_extension", by=squad.reviewer, asked_days=3, reason="案情复杂")
    with pytest.raises(NotYours):
        review.take("extend", by=squad.reviewer, days=3)
    with refused("不得超过申请"):
        review.take("extend", by=squad.leader, days=4)

    review.take("extend", by=squad.leader, days=3)

    assert review.due_on == calendar.add(timezone.localdate(), 8, working=True).day


def test_a_leader_may_refuse_more_time(squad, paper):
    review = review_in("reviewing", squad, paper)
    review.take("ask_extension", by=squad.reviewer, asked_days=3, reason="案情复杂")

    review.take("refuse_extension", by=squad.leader, reason="应按期办理")

    assert review.detail.asked_days is None
    assert review.due_on == calendar.add(timezone.localdate(), 5, working=True).day


@pytest.mark.parametrize("who", ["officer", "chair", "partner"])
def test_the_reviewer_is_not_the_handler_the_hearing_chair_or_the_sender(who, squad, paper):
    """Also where the same person holds a reviewer's post besides."""
    squad.chair = person("chair", Role.REVIEWER, STREET)
    paper.involved = {squad.officer.pk, squad.chair.pk}
    user = getattr(squad, who)
    user.posts.get_or_create(role=Role.REVIEWER, unit=STREET, defaults={"since": "2015-01-01"})
    with refused("承办人、听证主持人或者送审人"):
        walk(sent(squad, paper), squad, "accept", accept={"handler": user})


def test_the_reviewer_is_one_of_the_desk(squad, paper):
    with refused("任职的法制审核员"):
        walk(sent(squad, paper), squad, "accept", accept={"handler": squad.justice})


def test_a_first_time_reviewer_has_passed_the_examination(squad, paper):
    newcomer = person("newcomer", Role.REVIEWER, STREET)
    review = sent(squad, paper)
    with refused("法律职业资格"):
        walk(review, squad, "accept", accept={"handler": newcomer})
    qualify(squad, newcomer)

    assert walk(review, squad, "accept", accept={"handler": newcomer}).handler == newcomer


def related(review, squad, paper):
    party = paper.case.part("parties")[0]
    paper.names = {party.pk}
    facts = {"reviewer": squad.reviewer, "kinship": "relative", "party": party.pk}
    review.take("declare", by=squad.partner, **facts)


def test_a_relative_does_not_review(squad, paper):
    review = sent(squad, paper)
    related(review, squad, paper)
    with refused("应当回避"):
        walk(review, squad, "accept")


def test_a_relative_is_known_by_person_not_by_name(squad, paper):
    related(sent(squad, paper), squad, paper)
    same = {"side": "party", "kind": "person", "name": "孙某", "id_number": "11010519491231002X"}
    namesake = same | {"name": "钱某", "id_number": "110105198001010032"}
    for row, stands in ((same, False), (namesake, True)):
        paper.case = registered(squad, parties=[row])
        paper.names = {paper.case.part("parties")[0].pk}
        review = sent(squad, paper)
        if stands:
            assert walk(review, squad, "accept").state == "reviewing"
        else:
            with refused("应当回避"):
                walk(review, squad, "accept")


def test_the_relative_of_an_officer_of_the_case_does_not_review(squad, paper):
    review = sent(squad, paper)
    facts = {"reviewer": squad.reviewer, "kinship": "relative", "relative": squad.officer}
    review.take("declare", by=squad.reviewer, **facts)
    with refused("应当回避"):
        walk(review, squad, "accept")


def test_who_turns_out_a_relative_later_gives_no_opinion_and_is_replaced(squad, paper):
    review = review_in("reviewing", squad, paper)
    related(review, squad, paper)
    with refused("应当回避"):
        walk(review, squad, "agree")

    review.take("assign", by=squad.justice, handler=squad.second, reason="回避")
    review.take("agree", by=squad.second, **answers(squad)["agree"])

    assert review.state == "passed"


@pytest.mark.parametrize("facts", [{}, {"party": True, "relative": True}, {"party": 10**9}])
def test_a_recusal_names_one_person_of_the_case(facts, squad, paper):
    review, party = sent(squad, paper), paper.case.part("parties")[0]
    paper.names = {party.pk}
    meant = {"party": party.pk, "relative": squad.officer}
    given = {name: meant[name] if value is True else value for name, value in facts.items()}
    with refused("指明一人"):
        review.take(
            "declare", by=squad.partner, reviewer=squad.reviewer, kinship="interest", **given
        )
    assert not Recusal.objects.exists()


def test_only_the_reviewer_in_charge_gives_the_opinion(squad, paper):
    review = review_in("reviewing", squad, paper)
    with refused("指定的审核人"):
        review.take("agree", by=squad.second, **answers(squad)["agree"])


def test_no_opinion_is_given_on_a_text_that_was_changed_meanwhile(squad, paper):
    review = review_in("reviewing", squad, paper)
    paper.text = "罚款三万元"
    for step in ("agree", "send_back"):
        with refused("已有变动"):
            walk(review, squad, step)

    walk(review, squad, "return", "supplement", "accept", "agree")
    assert [row.text for row in review.part("rounds")][-1] == "拟作决定：罚款三万元"
    assert ask("review.passed", paper.case, review.detail.text_hash)


def test_who_finds_a_point_faulty_does_not_agree(squad, paper):
    review = review_in("reviewing", squad, paper)
    with refused("不能出具同意意见"):
        walk(review, squad, "agree", agree={"proof": "faulty"})


@pytest.mark.parametrize(
    ("kind", "point"),
    [("amend", "papers"), ("investigate", "proof"), ("procedure", "course"),
     ("grounds", "grounds"), ("beyond", "authority"), ("crime", "crime"), ("refuse", "proof")],
)  # fmt: skip
def test_each_opinion_that_sends_back_rests_on_its_point_and_does_not_pass(
    kind, point, squad, paper
):
    review = review_in("reviewing", squad, paper)
    given = {**FINE, "verdict": kind, "defects": ["paper"], "body": "应当改正"}
    with refused("作为依据"):
        review.take("send_back", by=squad.reviewer, **given)

    review.take("send_back", by=squad.reviewer, **given | {point: "faulty"})

    assert review.state == "sent_back"
    assert not ask("review.passed", paper.case, review.detail.text_hash)


def test_every_point_is_looked_at(squad, paper):
    review = review_in("reviewing", squad, paper)
    with pytest.raises(BadFacts) as bad:
        review.take("agree", by=squad.reviewer, body="同意")
    assert bad.value.errors.keys() == POINTS.keys()


def test_an_opinion_is_weighed_again_once_and_then_goes_to_the_leader(squad, paper):
    review = review_in("rechecking", squad, paper)
    walk(review, squad, "send_back")
    with refused("只能申请复核一次"):
        walk(review, squad, "object")

    walk(review, squad, "raise", "uphold")

    assert review.state == "sent_back"


def test_a_review_ordered_anew_goes_to_another_reviewer(squad, paper):
    review = review_in("raised", squad, paper)
    with refused("未就本案出具过意见"):
        walk(review, squad, "order_again", order_again={"handler": squad.reviewer})
    walk(review, squad, "order_again")
    with refused("未就本案出具过意见"):
        review.take("assign", by=squad.justice, handler=squad.reviewer, reason="人手不足")

    review.take("agree", by=squad.second, **answers(squad)["agree"])

    assert review.state == "passed"


def test_what_has_an_opinion_is_not_withdrawn(squad, paper):
    with refused("不能撤回"):
        walk(review_in("sent_back", squad, paper), squad, "withdraw")


def test_what_was_withdrawn_may_be_sent_in_again(squad, paper):
    review_in("withdrawn", squad, paper)
    assert sent(squad, paper).state == "submitted"


def test_counsels_opinion_is_kept_with_its_round(squad, paper):
    review = review_in("rechecking", squad, paper)

    review.take(
        "counsel",
        by=squad.reviewer,
        name="李律师",
        firm="某律师事务所",
        body="可以处罚",
        on=today(),
    )

    [row] = review.part("counsels")
    assert (row.round, str(row)) == (2, f"{today()} 某律师事务所 李律师")


def meeting(squad, **changes):
    return {
        "on": today(), "members": [squad.reviewer, squad.officer, squad.head],
        "outside": "某律师事务所李律师", "risk_class": "stability", "level": "high",
        "plan": "先约谈，再决定", "opinion": "处罚有据，注意程序",
    } | changes  # fmt: skip


def test_what_waits_for_a_risk_meeting_gets_no_opinion(squad, paper):
    review = walk(review_in("reviewing", squad, paper), squad, "ask_risk")
    with refused("先召开评估会"):
        walk(review, squad, "agree")

    review.take("weigh_risk", by=squad.justice, **meeting(squad))

    assert walk(review, squad, "agree").state == "passed"


def test_a_risk_meeting_has_enough_members_of_both_sides(squad, paper):
    review = walk(review_in("reviewing", squad, paper), squad, "ask_risk")
    with refused("规定人数"):
        review.take("weigh_risk", by=squad.justice, **meeting(squad, members=[squad.reviewer]))
    one_side = [squad.officer, squad.partner, squad.head]
    with refused("司法所（法制审核员）和执法人员"):
        review.take("weigh_risk", by=squad.justice, **meeting(squad, members=one_side))


def test_the_review_of_a_minors_case_is_as_hidden_as_the_case(squad, paper):
    Case.objects.filter(pk=paper.case.pk).update(sensitivity="minor")
    review = sent(squad, paper, by=squad.head)

    seen = {user for user in vars(squad).values() if review in Case.objects.visible_to(user)}

    trusted = {squad.head, squad.deputy, squad.reviewer, squad.second, squad.justice, squad.leader}
    assert seen == trusted


def test_a_case_that_turns_out_to_be_a_minors_hides_its_review_too(squad, paper):
    review = sent(squad, paper)
    paper.case.take("correct", by=squad.officer, sensitivity="minor", reason="当事人系未成年人")
    outbox.drain()

    assert not Case.objects.visible_to(squad.third).filter(pk=review.pk).exists()
    assert Case.objects.visible_to(squad.reviewer).filter(pk=review.pk).exists()
