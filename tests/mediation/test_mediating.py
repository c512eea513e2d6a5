"""Mediation: the notice, what is found out, the sessions, the draft and the marks under it."""

import pytest

from lawgov.casework.models import Case
from lawgov.casework.refusals import StepRefused
from tests.api.conftest import Api
from tests.cast import APPLICANT, RESPONDENT, STREET, answers, dispute_in, logged, today

from .proper import TEXT, day, drafted, drawn, fresh, marks, signed, written

pytestmark = pytest.mark.django_db
YEAR = today()[:4]


def figures(api: Api) -> list[int]:
    told = api.get("/api/v1/figures/", {"unit": STREET, "year": YEAR}).json()["figures"]
    known = {each["code"]: each["value"] or 0 for each in told}
    return [known[f"dispute.{code}"] for code in ("handled", "mediated", "amount")]


def test_close_a_dispute_with_an_agreement_of_20_wan_yuan_and_see_handled_mediated_and_amount_move(
    cast,
):
    case = dispute_in("mediating", cast, amount="200000")
    mediator, leader = Api(cast.mediator), Api(cast.leader)
    before = figures(leader)
    facts = answers()["agree_written"] | {"agreed_amount": "200000", "version": case.version}

    answer = mediator.post(f"/api/v1/disputes/{case.pk}/agree_written/", facts)

    assert answer.status_code == 200, answer.content.decode()
    assert [b - a for a, b in zip(before, figures(leader), strict=True)] == [1, 1, 200000]


def test_the_parties_apply_of_their_own_will(cast):
    """人民调解法第三条"""
    case = logged(cast.grid)
    given = {"requests": "一、赔偿一千元", "on": today()}
    with pytest.raises(StepRefused, match="第三条"):
        case.take("apply", by=cast.mediator, **given)

    case.take("apply", by=cast.mediator, voluntary=True, **given)
    assert (case.detail.requests, str(case.detail.applied_on)) == ("一、赔偿一千元", today())


def test_who_was_told_in_writing_signed_for_it(cast):
    case = logged(cast.grid)
    told = {"informed_how": "written", "on": today()}
    with pytest.raises(StepRefused, match="告知书"):
        case.take("inform", by=cast.mediator, **told)

    case.take("inform", by=cast.mediator, file=drawn(), **told)
    assert fresh(case).part("attachments")[0].label == "权利义务告知书"


def test_once_told_of_their_rights_a_session_need_not_tell_them_again(cast):
    """人民调解工作若干规定第三十条"""
    case = dispute_in("assigned", cast)
    case.take("inform", by=cast.mediator, informed_how="oral", on=today())
    case.take("session", by=cast.mediator, **answers()["session"] | {"informed": False})

    assert case.detail.informed_how == "oral"


@pytest.mark.parametrize(
    ("facts", "amends", "article"),
    [
        ({"helpers": "王律师", "helper_kinds": ["lawyer"]}, {"consented": True}, "第二十条"),
        ({"recorded": "film"}, {"recording_told": True}, "告知"),
        ({"wants_closed": True}, {"closed_doors": True}, "第二十三条"),
    ],
)
def test_a_session_keeps_to_what_the_parties_agreed_to(cast, facts, amends, article):
    """人民调解法第二十条、第二十三条"""
    case = dispute_in("assigned", cast)
    with pytest.raises(StepRefused, match=article):
        case.take("session", by=cast.mediator, **answers()["session"], **facts)

    case.take("session", by=cast.mediator, **answers()["session"], **facts, **amends)
    assert case.state == "mediating"


def test_who_was_asked_about_a_dispute_stands_masked_on_its_page(cast, as_):
    case = dispute_in("accepted", cast)
    case.take(
        "investigate", by=cast.mediator, on=today(), place="居委会", investigators="调解员",
        asked="欧阳小明", body="问：何时漏水？答：上周。",
    )  # fmt: skip

    page = as_(cast.mediator).see(f"/disputes/{case.pk}/?tab=records")
    assert "何时漏水" in page
    assert "欧阳小明" not in page


def test_evidence_is_listed_with_its_source_and_its_file(cast):
    case = logged(cast.grid)
    given = {"name": "漏水照片", "source": "甲某", "form": "original", "pages": 1, "on": today()}
    case.take("add_evidence", by=cast.mediator, file=drawn(), **given)

    [row], [kept] = fresh(case).part("evidence"), fresh(case).part("attachments")
    assert (row.files, kept.label) == ([kept.sha256], "漏水照片")


def test_a_draft_is_written_from_clauses_that_suit_the_type_and_kept_version_by_version(cast):
    case = dispute_in("mediating", cast)
    with pytest.raises(StepRefused, match="纠纷类型"):
        case.take("draft", by=cast.mediator, clauses=["wages"])
    case.take("draft", by=cast.mediator, clauses=["leak"], content="赔偿一千元。")
    case.take("draft", by=cast.mediator, content="赔偿八百元。")

    first, second = fresh(case).part("drafts")
    assert first.content == "赔偿一千元。\n漏水部位由____维修，费用由____承担"
    assert (second.version, second.content) == (2, "赔偿八百元。")


def test_an_agreement_with_blanks_of_its_clauses_is_neither_signed_nor_made(cast):
    case = dispute_in("mediating", cast)
    case.take("draft", by=cast.mediator, clauses=["leak"])

    with pytest.raises(StepRefused, match="空白处"):
        fresh(case).take("sign", by=cast.mediator, **marks(case)[0])
    blank = answers()["agree_written"] | {"content": "费用由____承担"}
    with pytest.raises(StepRefused, match="空白处"):
        fresh(case).take("agree_written", by=cast.mediator, **blank)


def test_the_form_of_the_agreement_begins_with_what_the_dispute_is_about(cast, as_):
    case = drafted(cast)
    page = as_(cast.mediator).see(f"/disputes/{case.pk}/agree_written/")

    assert f">\n{case.detail.summary}</textarea>" in page


def test_the_form_of_the_agreement_begins_with_the_last_draft(cast, as_):
    case = drafted(cast)

    assert TEXT in as_(cast.mediator).see(f"/disputes/{case.pk}/agree_written/")


@pytest.mark.parametrize(
    ("mark", "why"),
    [
        ({"signer": "party", "mark": "hand"}, "选定本案当事人"),
        ({"signer": "mediator", "mark": "hand"}, "图样"),
        ({"signer": "mediator", "mark": "fingerprint", "note": "右手食指"}, "调解员签名"),
        ({"signer": "committee", "mark": "hand", "file": True}, "以印章签署"),
    ],
)
def test_a_mark_that_shows_nothing_or_of_the_wrong_kind_is_refused(cast, mark, why):
    """人民调解法第二十九条"""
    given = mark | ({"file": drawn()} if "file" in mark else {})
    with pytest.raises(StepRefused, match=why):
        drafted(cast).take("sign", by=cast.mediator, on=today(), **given)


def test_nobody_signs_a_draft_twice_and_a_new_draft_is_signed_anew(cast):
    case = drafted(cast)
    [mine, *_] = marks(case)
    case.take("sign", by=cast.mediator, **mine)
    with pytest.raises(StepRefused, match="只签署一次"):
        fresh(case).take("sign", by=cast.mediator, **mine)

    case.take("draft", by=cast.mediator, content="赔偿八百元")
    fresh(case).take("sign", by=cast.mediator, **mine)
    assert [row.version for row in fresh(case).part("signatures")] == [1, 2]


def test_the_agreement_takes_effect_with_the_last_mark(cast, time_machine_at):
    """人民调解法第二十九条"""
    with time_machine_at("2024-03-01 10:00"):
        case = drafted(cast)
    given = marks(case)
    for place, each in enumerate(given, 4):
        on = f"2024-03-0{place}"
        with time_machine_at(f"{on} 10:00"):
            case.take("sign", by=cast.mediator, **each | {"on": on})
    with time_machine_at("2024-03-08 10:00"):
        fresh(case).take("agree_written", by=cast.mediator, **written(perform_by="2024-03-31"))

    assert str(fresh(case).part("agreements")[0].effective_on) == "2024-03-07"


def test_without_every_mark_there_is_no_agreement(cast):
    """人民调解法第二十九条"""
    case = drafted(cast)
    for each in marks(case)[1:]:
        case.take("sign", by=cast.mediator, **each)

    with pytest.raises(StepRefused, match="方生效"):
        fresh(case).take("agree_written", by=cast.mediator, **written())


def test_each_party_and_the_committee_keep_a_copy(cast):
    """人民调解法第二十九条"""
    third = {"side": "respondent", "name": "丙某"}
    case = dispute_in("mediating", cast, parties=[APPLICANT, RESPONDENT, third])
    given = answers()["agree_written"]
    with pytest.raises(StepRefused, match="各执一份"):
        case.take("agree_written", by=cast.mediator, **given, copies=3)
    case.take("agree_written", by=cast.mediator, **given)
    assert fresh(case).part("agreements")[0].copies == 4


def test_what_was_signed_is_not_changed_afterwards(cast):
    """人民调解法第二十九条"""
    case = signed(cast)
    with pytest.raises(StepRefused, match="重新签署"):
        case.take("agree_written", by=cast.mediator, **written(content="赔偿二千元"))

    case.take("agree_written", by=cast.mediator, **written())
    assert case.state == "agreed"


def test_what_was_prevented_is_counted_in_cases_and_in_people(cast):
    case = dispute_in("mediating", cast)
    given = answers()["agree_oral"] | {"prevented": "crime", "prevented_cases": 1}
    with pytest.raises(StepRefused, match="件数和人数"):
        case.take("agree_oral", by=cast.mediator, **given)

    case.take("agree_oral", by=cast.mediator, **given, prevented_people=4)
    assert (case.detail.prevented_cases, case.detail.prevented_people) == (1, 4)


def test_instalments_rise_to_the_last_day_and_add_up(cast):
    case = dispute_in("mediating", cast)
    facts = answers()["agree_written"] | {"perform_by": day(30), "agreed_amount": "1000"}
    for parts in (
        [{"due_on": day(20)}, {"due_on": day(10)}],
        [{"due_on": day(31)}],
        [{"due_on": day(30), "amount": "999"}],
    ):
        with pytest.raises(StepRefused, match="各期"):
            case.take("agree_written", by=cast.mediator, instalments=parts, **facts)
    assert Case.objects.get(pk=case.pk).state == "mediating"


def test_what_is_private_is_mediated_behind_closed_doors(cast):
    """人民调解工作若干规定第二十九条"""
    case = dispute_in("assigned", cast)
    case.take("correct", by=cast.mediator, sensitivity="minor", reason="查明涉未成年人")
    with pytest.raises(StepRefused, match="第二十九条"):
        case.take("session", by=cast.mediator, **answers()["session"])
    case.take("session", by=cast.mediator, **answers()["session"], closed_doors=True)


def test_what_another_organ_has_taken_up_is_not_accepted(cast):
    """人民调解工作若干规定第二十二条"""
    with pytest.raises(StepRefused, match="第二十二条"):
        logged(cast.grid).take("accept", by=cast.mediator, basis="application")


def test_a_draft_says_something(cast):
    with pytest.raises(StepRefused, match="选用条款或者写明"):
        dispute_in("mediating", cast).take("draft", by=cast.mediator, note="待补")


def test_nobody_mediates_before_it_is_given_to_a_mediator(cast):
    """人民调解法第十九条: who gave up the post of a mediator holds no session."""
    case = dispute_in("assigned", cast)
    case.handler = cast.justice
    with pytest.raises(StepRefused, match="第十九条"):
        case.take("session", by=cast.mediator, **answers()["session"])
