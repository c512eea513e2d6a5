"""Psychological service and crises: for few, and the notes for the counsellor alone."""

import pytest
from django.utils.timezone import localdate

from lawgov.casework import outbox
from lawgov.casework.models import Case
from lawgov.casework.refusals import NotYours, StepRefused
from lawgov.notices import due
from lawgov.notices.models import Notice
from lawgov.privacy.models import AccessLog
from lawgov.workdays import calendar
from reporting import small
from reporting.indicators import REGISTRY, figures
from reporting.periods import Period
from tests.api.conftest import Api
from tests.cast import COMMUNITY, SIBLING, STREET, logged, person, registration

from .psych import STEPS, averted, counselling, counsellor, crisis, key_person


def figure(code):
    (found,) = figures(STREET, Period.of(localdate().year), [REGISTRY[code]])
    return found.value


def in_days(days):
    return calendar.add(localdate(), days, working=False).day


def refused(case, step, by, says, **given):
    with pytest.raises(StepRefused, match=says):
        case.take(step, by=by, **given)


@pytest.fixture
def psychologist(cast):
    return counsellor()


def test_attach_a_counsellor_to_a_dispute_and_log_a_crisis_event_with_one_person_averted(
    cast, psychologist, as_
):
    dispute = logged(cast.community, COMMUNITY)
    browser = as_(cast.community)
    given = {"counsellor": psychologist.pk, "reason": "情绪激动"}
    assert browser.fill(f"/disputes/{dispute.pk}/attach_counsellor/", **given).status_code == 302
    outbox.drain()
    own = Case.objects.get(kind="counselling")
    assert (own.handler, own.links.get().other_id) == (psychologist, dispute.pk)

    told = {"unit": COMMUNITY, "title": "轻生警情", "type": "suicide", "persons": "1",
            "situation": "站上天台"}  # fmt: skip
    assert browser.fill("/crises/new/", **told).status_code == 302
    case = Case.objects.get(kind="crisis")
    browser.fill(f"/crises/{case.pk}/go/", **{"goers-0-name": "王警官"})
    given = {"outcome": "averted", "averted": "1", "measures": "劝离天台"}
    assert browser.fill(f"/crises/{case.pk}/handle/", **given).status_code == 302
    codes = ("dispute.psych_assisted", "psych.crisis_events", "psych.suicides_averted")
    assert [figure(code) for code in codes] == [1, 1, 1]


def test_the_same_invitation_opens_one_counselling(cast, psychologist):
    dispute = logged(cast.community, COMMUNITY)
    dispute.take("attach_counsellor", by=cast.community, counsellor=psychologist, reason="激动")
    outbox.drain()
    outbox.handlers["dispute"][-1](
        {"case": dispute.pk, "seq": dispute.version, "step": "attach_counsellor"}
    )
    assert Case.objects.filter(kind="counselling").count() == 1


def test_what_it_comes_from_is_of_the_street_and_seen_by_who_refers(cast, psychologist):
    elsewhere = logged(cast.neighbour, SIBLING)
    with pytest.raises(StepRefused, match="数据范围"):
        counselling(cast.community, psychologist, source=elsewhere.pk)


def test_only_a_counsellor_is_attached(cast):
    dispute = logged(cast.community, COMMUNITY)
    given = {"counsellor": cast.mediator, "reason": "激动"}
    refused(dispute, "attach_counsellor", cast.community, "类别为心理咨询师", **given)
    with pytest.raises(StepRefused, match="类别为心理咨询师"):
        counselling(cast.community, cast.mediator)


def test_a_counselling_and_a_crisis_are_seen_by_who_handles_them_and_the_trusted_alone(
    cast, psychologist
):
    own, event = counselling(cast.community, psychologist), crisis(cast.community)
    for user, sees in (
        (psychologist, {own.pk}),
        (cast.community, {event.pk}),
        (cast.justice, {own.pk, event.pk}),
        (cast.leader, {own.pk, event.pk}),
        (cast.mediator, set()),
        (cast.statistician, set()),
        (cast.grid, set()),
    ):
        seen = Case.objects.visible_to(user, "counselling", "crisis")
        assert set(seen.values_list("pk", flat=True)) == sees, user


def test_private_notes_are_hidden_from_every_other_role(cast, psychologist, as_):
    case = counselling(cast.community, psychologist)
    case.take("note", by=psychologist, **STEPS["counselling"]["note"])
    words = "来访者自述失眠"
    url, api = f"/counsellings/{case.pk}/", f"/api/v1/counsellings/{case.pk}/"

    assert words in as_(psychologist).see(f"{url}?tab=notes")
    assert AccessLog.objects.get().object_kind == "psych.note"
    for user in (cast.justice, cast.leader):
        assert words not in as_(user).see(f"{url}?tab=notes")
        assert words not in as_(user).see(f"{url}?tab=history")
        assert words not in Api(user).get(api).content.decode()
    assert words not in Api(psychologist).get(api).content.decode()
    case.take("hand_on", by=cast.justice, handler=(other := counsellor("other")), reason="出差")
    assert words not in as_(other).see(f"{url}?tab=notes")


def test_why_a_counsellor_was_asked_is_told_in_the_counselling_alone(cast, psychologist, as_):
    dispute = logged(cast.community, COMMUNITY)
    why = "当事人彻夜失眠"
    dispute.take("attach_counsellor", by=cast.community, counsellor=psychologist, reason=why)
    outbox.drain()

    assert why not in as_(cast.statistician).see(f"/disputes/{dispute.pk}/?tab=history")
    assert why not in Api(cast.grid).get(f"/api/v1/disputes/{dispute.pk}/").content.decode()
    assert Case.objects.get(kind="counselling").detail.reason == why


def test_what_comes_of_a_hidden_case_is_hidden_too(cast):
    case = averted(cast.community)
    given = registration(channel="crisis", source=case.pk)

    dispute = Case.open_new("dispute", by=cast.community, unit=COMMUNITY, **given)

    assert dispute.sensitivity == case.sensitivity
    assert not Case.objects.visible_to(cast.statistician).filter(pk=dispute.pk)


def test_the_counsellor_who_handles_it_counsels_and_nobody_else(cast, psychologist):
    case = counselling(cast.community, psychologist)
    other = counsellor("other")
    with pytest.raises(NotYours):
        case.take("assess", by=other, **STEPS["counselling"]["assess"])
    case.take("hand_on", by=cast.justice, handler=other, reason="出差")
    with pytest.raises(NotYours):
        case.take("assess", by=psychologist, **STEPS["counselling"]["assess"])


def test_nobody_is_counselled_without_consent_and_who_may_be_ill_is_referred(cast, psychologist):
    case = counselling(cast.community, psychologist)
    given = STEPS["counselling"]["assess"]
    refused(case, "assess", psychologist, "征得服务对象同意", **given | {"consented": False})
    case.take("assess", by=psychologist, **given)
    case.take("intervene", by=psychologist, **STEPS["counselling"]["intervene"])
    refused(case, "end", psychologist, "写明转介去向", closing="referred")
    case.take("end", by=psychologist, closing="referred", institution="区精神卫生中心")
    case.take("follow_up", by=psychologist, **STEPS["counselling"]["follow_up"])
    assert case.state == "followed"


@pytest.mark.parametrize(("outcome", "count"), [("averted", None), ("averted", 2), ("hospital", 1)])
def test_as_many_are_averted_as_were_in_danger_and_only_where_it_was_averted(cast, outcome, count):
    case = crisis(cast.community)
    case.take("go", by=cast.community, **STEPS["crisis"]["go"])
    given = {"outcome": outcome, "measures": "劝说"} | ({"averted": count} if count else {})
    refused(case, "handle", cast.community, "化解人数", **given)


def test_who_went_is_a_user_or_a_name(cast):
    case = crisis(cast.community)
    both = {"goers": [{"user": cast.community.pk, "name": "王某"}]}
    refused(case, "go", cast.community, "二者择一", **both)
    case.take("go", by=cast.community, goers=[{"user": cast.community.pk}])
    assert case.goers.get().name == "community"


def test_put_a_party_on_the_follow_up_list_and_get_a_reminder_when_the_visit_is_due(cast, as_):
    dispute = logged(cast.community, COMMUNITY)
    browser = as_(cast.community)
    given = {"unit": COMMUNITY, "title": "矛盾激化风险人员", "type": "conflict", "grade": "high",
             "reason": "扬言报复", "handler": cast.community.pk,
             "parties-0-name": "乙某"}  # fmt: skip
    start = f"/key-persons/new/?source={dispute.pk}&unit={COMMUNITY}"
    assert browser.fill(start, **given).status_code == 302
    case = Case.objects.get(kind="key_person")
    assert case.due_on == in_days(7)

    Case.objects.filter(pk=case.pk).update(due_on=localdate())
    case.refresh_from_db()
    due.remind({"what": "near", "after": 0})
    notice = Notice.objects.get(case=case)
    assert (notice.to, notice.what) == (cast.community, "near")


def test_a_visit_moves_the_next_by_the_grade_that_holds_then(cast):
    case = key_person(cast.community, cast.community)
    assert case.due_on == in_days(30)
    case.take("regrade", by=cast.community, **STEPS["key_person"]["regrade"])
    assert case.due_on == in_days(90)
    case.take("regrade", by=cast.community, grade="high", assessment="再次扬言")
    case.take("visit", by=cast.community, **STEPS["key_person"]["visit"])
    assert case.due_on == in_days(7)
    refused(case, "regrade", cast.community, "另一等级", grade="high", assessment="-")
    assert figure("psych.key_person_visits") == 1


def test_who_is_struck_off_was_visited_and_is_of_no_high_grade(cast):
    case = key_person(cast.community, cast.community, grade="high")
    given = STEPS["key_person"]["strike"]
    refused(case, "strike", cast.justice, "销号前须有走访记录", **given)
    case.take("visit", by=cast.community, **STEPS["key_person"]["visit"])
    refused(case, "strike", cast.justice, "须先调整等级", **given)
    case.take("strike", by=cast.justice, struck="moved", opinion="已迁出")
    assert case.state == "struck"


def test_a_person_is_followed_once_in_a_street_by_somebody_of_the_unit(cast):
    known = [{"side": "third", "name": "甲某", "id_number": "11010519491231002X"}]
    key_person(cast.community, cast.community, parties=known)
    with pytest.raises(StepRefused, match="此人已在本街镇纳管"):
        key_person(cast.neighbour, cast.neighbour, SIBLING, parties=known)
    with pytest.raises(StepRefused, match="责任人应在所属单位任职"):
        key_person(cast.community, cast.neighbour)
    with pytest.raises(StepRefused, match="每份档案登记一名"):
        key_person(
            cast.community, cast.community, parties=[*known, {"side": "third", "name": "丙某"}]
        )


def test_key_persons_are_for_few(cast):
    case = key_person(cast.community, cast.community)
    other = person("other", "community_worker", COMMUNITY)
    seen = {user: Case.objects.visible_to(user, "key_person").exists()
            for user in (cast.community, cast.justice, other, cast.statistician)}  # fmt: skip
    assert list(seen.values()) == [True, True, False, False]
    with pytest.raises(NotYours):
        case.take("visit", by=other, **STEPS["key_person"]["visit"])


def test_small_cells_are_suppressed_and_cannot_be_had_by_subtraction(cast):
    for _ in range(5):
        averted(cast.community)
    averted(cast.neighbour, SIBLING)
    api = Api(cast.statistician)
    query = {"unit": STREET, "year": localdate().year}
    url = "/api/v1/figures/psych.crisis_events"
    whole = api.get(f"{url}/split/", query | {"by": "community"}).json()
    assert whole["figure"]["value"] == 6
    assert [part["value"] for part in whole["parts"]] == [None, None]
    assert all(part["hidden"] for part in whole["parts"])

    for narrow in ({"unit": SIBLING}, {"period": f"{localdate().month:02}"}, {"unit": COMMUNITY}):
        rows = api.get("/api/v1/figures/", query | narrow).json()["figures"]
        found = next(row for row in rows if row["code"] == "psych.crisis_events")
        assert (found["value"], found["records"], found["hidden"]) == (None, None, True)
    records = api.get(f"{url}/records/", query).json()
    assert (records["results"], records["hidden"]) == ([], None)
    assert api.get(f"{url}/split/", query | {"by": "grid"}).status_code == 400


@pytest.mark.parametrize(
    ("values", "held"),
    [
        ([5, 9, 0], set()),
        ([3, 9, 20], {0, 1}),
        ([1, 1, 30], {0, 1, 2}),
        ([3, 0, 0], {0, 1, 2}),
        ([4, 4, 12], {0, 1}),
        ([None, 2, 7], {1, 2}),
    ],
)
def test_with_a_small_part_goes_whatever_tells_of_it(values, held):
    assert small.kept_back(values) == held


def test_a_small_figure_is_not_told_on_the_page_of_figures_either(cast, as_):
    averted(cast.community)
    page = as_(cast.statistician).see(f"/figures/?unit={STREET}&year={localdate().year}")
    assert "数量较小，不公开" in page
    one = as_(cast.statistician).see(
        f"/figures/psych.crisis_events/?unit={STREET}&year={localdate().year}"
    )
    assert "数量较小，不公开" in one
