"""普通程序, whole: heard, sent back by the reviewer, passed, decided, served, paid, filed away."""

from datetime import timedelta

import pytest
import time_machine
from django.utils.timezone import localdate

from enforcement.penalty import standing

from ..cast import STREET, today
from ..files.conftest import media, upload  # noqa: F401 - a fixture
from ..files.samples import film
from .deciding import EXEMPTION, answers, decision_in, service
from .http import Pages
from .officers import certify
from .penalty import CONCLUDED, HEADS_WORD, registration
from .penalty import answers as before
from .reviews import FINE, qualify

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("media")]
HEARD = {
    "record": "当事人陈述申辩，双方质证", "opinion": "建议维持", "agents": 1, "signed": True,
}  # fmt: skip


class Everybody:
    """The people of the story, each at the pages; after a leap in time they log in anew."""

    def __init__(self, squad):
        self.squad = squad

    def __getattr__(self, name):
        return Pages(getattr(self.squad, name))


@pytest.fixture
def concluded(squad):
    """Registered and investigated through the pages; its facts are complex."""
    certify(squad.head, squad.officer, squad.partner)
    qualify(squad, squad.reviewer)
    facts = registration()
    [party] = facts.pop("parties")
    rows = {f"parties-0-{name}": value for name, value in party.items()}
    case = Pages(squad.officer).open("penalties", unit=STREET, **facts, **rows)
    given = before(squad) | {"conclude": {"report": "事实清楚", "complex": True}}
    for step in CONCLUDED:
        by = squad.head if step in HEADS_WORD else squad.officer
        assert Pages(by).take(case, step, **given[step]) == ""
    return case


def test_an_ordinary_case_with_a_hearing_and_a_returned_review(squad, concluded, monkeypatch):
    monkeypatch.setattr(standing.hearings, "threshold", lambda *about: 50_000)
    case, given, at = concluded, answers(squad), Everybody(squad)
    draft = given["draft"]
    for step in ("draft", "notify", "ask_hearing"):
        assert at.officer.take(case, step, **given[step]) == ""
    planned = localdate() + timedelta(days=13)
    arranged = {"on": today(), "planned_on": planned, "place": "会议室", "chair": squad.justice,
                "open_doors": True}  # fmt: skip
    assert at.officer.take(case, "arrange_hearing", **arranged) == ""

    with time_machine.travel(f"{planned} 02:00:00Z"):
        assert at.justice.take(case, "hear", on=today(), **HEARD) == ""
        filmed(at.officer, case, squad)
        assert at.officer.take(case, "draft", **draft) == ""
        review = sent_back(at, case)
        said = at.head.take(case, "decide")
        assert "未经法制审核或者审核未通过" in said
        assert "应当集体讨论" in said
        assert at.officer.take(case, "draft", **draft | {"reasons": "按一般档次从轻"}) == ""
        passed(at, review)
        assert at.head.take(case, "discuss", **given["discuss"] | {"on": today()}) == ""
        assert "按一般档次从轻" in at.head.see(f"/penalties/{case.pk}/decide/")
        assert at.head.take(case, "decide") == ""
        carried_out(at, case, squad, given)

    assert case.state == "archived"
    assert [row.passes for row in case.review_opinions.order_by("pk")] == [False, True]


def filmed(officer, case, squad):
    seq = next(event.seq for event in case.history if event.step == "hear")
    record = {
        "about": seq, "form": "media", "file": [upload("听证.mp4", film())], "place": "会议室",
        "shot_on": today(), "starts": "09:30", "ends": "10:30", "told": True,
        "in_view": [squad.officer, squad.partner],
    }  # fmt: skip
    assert officer.take(case, "record", **record) == ""


def sent_back(at, case):
    review = at.officer.open("reviews", unit=STREET, subject=case.pk, statement="情况说明")
    assert at.reviewer.take(review, "accept", "reviews", handler=at.squad.reviewer) == ""
    faults = FINE | {"grounds": "faulty"}
    assert at.reviewer.take(
        review, "send_back", "reviews", **faults, verdict="grounds", defects=["discretion"],
        body="裁量理由不充分",
    ) == ""  # fmt: skip
    return review


def passed(at, review):
    assert at.officer.take(review, "resubmit", "reviews", note="已补充裁量理由") == ""
    assert at.reviewer.take(review, "accept", "reviews", handler=at.squad.reviewer) == ""
    assert at.reviewer.take(review, "agree", "reviews", **FINE, body="同意") == ""


def carried_out(at, case, squad, given):
    assert at.officer.take(case, "serve", **service(squad, on=today())) == ""
    assert at.officer.take(case, "pay", **given["pay"] | {"on": today()}) == ""
    assert at.officer.take(case, "execute", manner="voluntary", on=today()) == ""
    assert "应当依法公开后结案" in at.head.take(case, "close", report="已执行完毕")
    notice = at.officer.open("publications", unit=STREET, source=case.pk)
    assert at.justice.take(notice, "approve", "publications") == ""
    assert at.head.take(case, "close", report="已执行完毕") == ""
    assert at.officer.take(case, "archive", retention="permanent") == ""


def test_a_case_that_is_not_punished(squad, concluded):
    """不予处罚, whole: slight, for the first time and put right; reviewed, served, filed away."""
    case, at = concluded, Everybody(squad)
    assert at.officer.take(case, "draft", **EXEMPTION) == ""
    review = at.officer.open("reviews", unit=STREET, subject=case.pk, statement="情况说明")
    assert "未经法制审核" in at.head.take(case, "exempt", corrected=True, educated=True)
    assert at.reviewer.take(review, "accept", "reviews", handler=squad.reviewer) == ""
    assert at.reviewer.take(review, "agree", "reviews", **FINE, body="同意") == ""
    assert "应当对当事人进行教育" in at.head.take(case, "exempt", corrected=True)
    assert at.head.take(case, "exempt", corrected=True, educated=True) == ""
    assert at.officer.take(case, "serve_exemption", **service(squad)) == ""
    assert at.head.take(case, "close", report="不予处罚决定已送达") == ""
    assert at.officer.take(case, "archive", retention="long") == ""

    assert case.state == "archived"
    assert case.part("decisions")[0].outcome == "first"


def test_send_a_major_case_to_review_and_be_unable_to_issue_until_another_person_approves(squad):
    """Acceptance of 重大执法决定法制审核."""
    case = decision_in("waived", squad, {"conclude": {"complex": True}})
    qualify(squad, squad.reviewer)
    at = Everybody(squad)
    assert at.head.take(case, "discuss", **answers(squad)["discuss"]) == ""
    review = at.officer.open("reviews", unit=STREET, subject=case.pk, statement="情况说明")

    assert "第五十八条" in at.head.take(case, "decide")
    assert at.reviewer.take(review, "accept", "reviews", handler=squad.reviewer) == ""
    assert "第五十八条" in at.head.take(case, "decide")
    assert at.reviewer.take(review, "agree", "reviews", **FINE, body="同意") == ""
    assert at.head.take(case, "decide") == ""
