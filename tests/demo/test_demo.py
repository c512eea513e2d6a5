"""The demo's records, counted here by hand, agree with what the three reports print."""

import re
from datetime import date
from functools import cache
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.db.models import Sum
from django.utils import timezone

from enforcement.casefile.demands import missing
from enforcement.finding.models import Inspection
from enforcement.officers.certified import certified
from enforcement.officers.models import Officer
from enforcement.penalty.models import Hearing
from enforcement.standards.models import PatrolTag
from lawgov.casework.chain import faults
from lawgov.casework.models import Case, Entry, Event
from lawgov.casework.questions import ask
from lawgov.documents.values import Masked
from lawgov.dossiers import book, office
from lawgov.organisations.models import Organisation
from lawgov.parties.models import Party
from lawgov.people.models import Role, User
from lawgov.units.models import Unit
from reporting.indicators import REGISTRY, figures
from reporting.periods import Period
from tests.documents.conftest import text_of_docx, text_of_pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("printed")]
FATOU, GUANLAN, PENGPU = "110105019", "440309006", "310106020"
AGREED = {"agree_written", "agree_oral"}
ENDED = AGREED | {"fail", "withdraw", "refer", "agency_accepts"}


def events(street, year, steps, **given):
    rows = Event.objects.filter(unit__startswith=street, on__year=year, step__in=steps, **given)
    return rows.values("case").distinct().count()


def rounds(street, year):
    return Entry.objects.valid().filter(unit__startswith=street, on__year=year).count()


def test_fatou_2023_screened_over_ten_thousand_rounds():
    assert 10000 <= rounds(FATOU, 2023) < 20000


def test_fatou_2023_settled_over_1200_disputes():
    assert 1200 <= events(FATOU, 2023, AGREED) < 1300


def test_fatou_has_one_platform_17_stations_and_192_groups():
    kinds = Organisation.objects.in_force().under(FATOU).values_list("kind", flat=True)

    assert [list(kinds).count(f"mediation_{k}") for k in ("platform", "station", "group")] == [
        1,
        17,
        192,
    ]


def test_guanlan_2024_gave_253_disputes_to_young_lawyers_who_closed_230():
    assert events(GUANLAN, 2024, {"assign"}, facet="young_lawyer") == 253
    assert events(GUANLAN, 2024, ENDED, facet="young_lawyer") == 230


def test_guanlan_2024_settled_over_300_disputes():
    assert 300 <= events(GUANLAN, 2024, AGREED) < 400


@pytest.mark.parametrize("street", [FATOU, GUANLAN, PENGPU])
@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025])
def test_more_disputes_were_handled_than_settled(street, year):
    assert events(street, year, ENDED) > events(street, year, AGREED) > 0


def test_every_chain_of_the_demo_is_whole():
    assert list(faults(Case.objects, Event.objects, Entry.objects)) == []


def test_nothing_lies_in_the_future():
    assert not Event.objects.filter(at__gt=timezone.now()).exists()
    assert not Entry.objects.filter(on__gt=timezone.localdate()).exists()


def may(step, role) -> bool:
    return role in (*step.roles, *step.leads)


def test_every_step_was_taken_under_a_post_that_covers_the_desk_and_has_the_role():
    steps = Event.objects.select_related("post", "case").iterator(chunk_size=5000)
    wrong = []
    for event in steps:
        step = event.case.procedure.steps[event.step]
        place = event.case.desk if step.at == "own" else event.unit
        if event.post is None:  # what only the system takes, or prepares, nobody took
            prepared = (event.kind, event.step) == ("publication", "prepare")
            wrong += [event] if (step.roles and not prepared) or event.by_id else []
        elif not may(step, event.post.role) or not place.startswith(event.post.unit):
            wrong.append(event)

    assert {(event.kind, event.step) for event in wrong} == set()


@pytest.mark.parametrize("street", [FATOU, GUANLAN, PENGPU])
def test_each_street_has_tasks_at_every_stage_and_a_meeting_with_minutes(street):
    cases = Case.objects.filter(unit__startswith=street)

    states = set(cases.filter(kind="task").values_list("state", flat=True))
    assert states == {"issued", "doing", "replied", "done"}
    assert "minuted" in {case.state for case in cases.filter(kind="meeting")}


def test_every_party_is_plainly_synthetic():
    names = Party.objects.values_list("name", flat=True)

    assert [name for name in names if not re.fullmatch(r"演示[一-鿿]+\d*|上报人", name)] == []


def test_every_person_is_plainly_synthetic():
    assert all(user.name.startswith("演示") for user in User.objects.iterator())


@pytest.mark.parametrize("login", ["fatou_grid1", "fatou_community1", "fatou_mediator1"])
def test_the_first_logins_have_open_disputes(login):
    user = User.objects.get(username=login)

    assert Case.objects.visible_to(user, "dispute").filter(closed_on=None).exists()


def test_disputes_under_way_include_late_returned_and_offered_ones():
    under_way = Case.objects.filter(kind="dispute", unit__startswith=FATOU, closed_on=None)

    assert 20 <= under_way.count() <= 60
    assert under_way.filter(due_on__lt=timezone.localdate()).exists()
    assert under_way.filter(returned=True).exists()
    assert under_way.exclude(offered_to="").exists()


def test_each_administrator_is_there_and_sees_no_case():
    for login, role in (
        ("sysadmin", Role.SYSTEM_ADMIN),
        ("secadmin", Role.SECURITY_ADMIN),
        ("auditor", Role.AUDITOR),
    ):
        user = User.objects.get(username=login)
        assert user.roles == {role}
        assert not Case.objects.visible_to(user).exists()


def test_the_logins_are_printed_with_their_password(printed):
    assert "fatou_grid1" in printed
    assert settings.SECRETS["demo_password"] in printed
    assert User.objects.get(username="fatou_grid1").check_password(
        settings.SECRETS["demo_password"]
    )


def test_a_second_load_adds_nothing(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", True)
    before = [m.objects.count() for m in (Case, Entry, Event, User, Unit, Organisation)]

    out = StringIO()
    call_command("demo", stdout=out)

    assert out.getvalue() == "演示数据已在，未作改动。\n"
    assert [m.objects.count() for m in (Case, Entry, Event, User, Unit, Organisation)] == before


def test_without_demo_mode_the_command_is_refused(monkeypatch):
    monkeypatch.setattr(settings, "DEMO", False)

    with pytest.raises(CommandError, match="演示模式"):
        call_command("demo", stdout=StringIO())


def test_guanlan_2024_gained_nine_officers_lost_three_and_called_in_six_certificates():
    counted = [
        events(GUANLAN, 2024, {step}, kind="officer", **given)
        for step, given in (
            ("enrol", {"channel": "recruited"}),
            ("leave", {"facet": "transferred"}),
            ("cancel_certificate", {}),
            ("report_loss", {}),
        )
    ]
    assert counted == [9, 3, 6, 2]


def test_pengpu_works_with_345_tags():
    assert PatrolTag.objects.filter(unit=PENGPU).in_force(date(2023, 12, 31)).count() == 345


@pytest.mark.parametrize("street", [FATOU, GUANLAN, PENGPU])
def test_each_street_has_eight_certified_officers_all_along_and_one_reviewer_in_twenty(street):
    standing = {
        frozenset(user.username for user in certified(street, date(year, month, 1)))
        for year in range(2021, 2027)
        for month in (1, 6)
        if date(year, month, 1) <= timezone.localdate()
    }
    assert len(frozenset.intersection(*standing)) >= 9  # with the head
    officers = Officer.objects.filter(case__unit=street).in_post()
    assert 20 * officers.filter(duty="reviewer").count() >= officers.count()


def test_pengpu_2023_concluded_nineteen_reviews_of_major_decisions():
    ended = ("agree", "adopt")
    assert events(PENGPU, 2023, ended, kind="review", case__review__type="enforcement_major") == 19


def test_what_the_demo_filed_away_is_whole_and_was_published():
    filed = Case.objects.filter(kind="penalty", state="archived")
    assert {case.unit for case in filed} == {FATOU, GUANLAN, PENGPU}
    assert [case.number for case in filed if ask("casefile.missing", case)] == []
    assert [case.number for case in filed if not ask("publicity.published", case)] == []


STATES = {
    "lead": {"found", "queued", "handling", "recheck", "must_file"},
    "hazard": {"rectifying", "rectified", "cleared"},
    "campaign": {"running"},
}


def test_guanlan_2024_dispatched_6105_video_finds():
    sent = Event.objects.filter(kind="finding", step="dispatch", channel="video", on__year=2024)

    assert sent.filter(unit__startswith=GUANLAN).count() == 6105


def test_guanlan_2024_inspected_5741_vehicles_in_two_modes_and_filed_82():
    rounds = Inspection.objects.filter(
        case__unit=GUANLAN, object="vehicle", checked_on__year=2024, campaign__isnull=False
    )
    filed = Case.objects.filter(kind="penalty", links__other__in=rounds.values("case")).distinct()

    assert rounds.aggregate(n=Sum("count"))["n"] == 5741
    assert set(rounds.values_list("mode", flat=True)) == {"post", "mobile"}
    assert filed.count() == 82


def test_pengpu_2023_patrolled_every_micro_grid():
    walked = Entry.objects.valid().filter(kind="patrol", unit__startswith=PENGPU, on__year=2023)
    grids = Unit.objects.current().filter(code__startswith=PENGPU, level="community")

    assert set(walked.values_list("unit", flat=True)) == set(grids.values_list("code", flat=True))


@pytest.mark.parametrize("kind", STATES)
def test_there_is_something_at_every_stage(kind):
    cases = Case.objects.filter(kind=kind, unit=PENGPU)

    assert set(cases.values_list("state", flat=True)) >= STATES[kind]


ORDER = (
    "行政处罚案卷", "正卷", "卷内目录", "立案审批表", "行政处罚决定书", "送达回证",
    "行政处罚告知书", "听证通知书", "听证笔录", "证1现场笔录", "罚没款缴纳凭证",
    "副卷", "案件来源登记", "调查终结报告", "法制审核意见书", "法制审核意见书", "集体讨论记录",
    "听证报告", "结案报告", "执法全过程记录清单", "现场照片", "测绘报告",
)  # fmt: skip


@cache
def big():
    heard = Hearing.objects.filter(case__state="archived", case__unit=PENGPU)
    return book.read(heard.get().case, Masked())


def reads_in_order(said, *words):
    place = 0
    for each in words:
        assert each in said[place:], each
        place = said.index(each, place) + len(each)
    return True


def test_the_big_case_lacks_nothing_and_its_scans_are_counted():
    pages = {placed.item.piece.label: placed.pages for placed in big().volumes["side"]}
    first, last = map(int, pages["演示数据：测绘报告.pdf"].split("-"))

    assert missing(big().case) == []
    assert last - first >= 2


def test_the_file_of_the_big_case_opens_in_libreoffice_and_reads_in_order(tmp_path):
    said = text_of_docx(office.docx(big()), tmp_path)

    assert reads_in_order(said.partition("归档号")[2], *ORDER[2:])


def test_its_pdf_reads_in_the_same_order_with_every_page_numbered():
    said = text_of_pdf(book.bound(big()))

    assert reads_in_order(said, *ORDER)
    assert all(f"{volume.label}{placed[-1].last}" in said
               for volume, placed in big().volumes.items())  # fmt: skip


def test_guanlan_2024_received_5056_batches_of_them_two_dozen_on_thursdays():
    rows = Entry.objects.valid().filter(kind="reception", unit__startswith=GUANLAN, on__year=2024)

    assert rows.count() == 5056
    assert 24 <= rows.filter(type="thursday", facet="principal").count() < 30


def test_guanlan_2024_counselled_179_disputes_and_averted_55_in_as_many_crises():
    handled = Event.objects.filter(
        kind="crisis", step="handle", unit__startswith=GUANLAN, on__year=2024
    )

    assert events(GUANLAN, 2024, {"attach_counsellor"}) == 179
    assert handled.count() == 55
    assert handled.filter(type="suicide", facet="averted").aggregate(n=Sum("amount"))["n"] == 55


def test_guanlan_2024_handled_306_incidents_with_a_team_of_43():
    (team,) = Organisation.objects.in_force().under(GUANLAN).filter(kind="emergency_team")

    assert events(GUANLAN, 2024, {"handle"}, kind="incident") == 306
    assert team.members.filter(until=None).count() == 43


def test_a_whole_file_of_a_dispute_is_bound_in_order_with_nothing_missing():
    archived = Case.objects.filter(kind="dispute", state="archived", agreements__form="written")
    case = archived.filter(file_notes=None).exclude(parties__id_blind="").earliest("pk")
    made = book.read(case, Masked())
    said = text_of_pdf(book.bound(made))

    assert made.missing == []
    place = -1
    for words in (
        "人民调解卷宗",
        "卷内目录",
        "权利义务告知书",
        "人民调解记录",
        "人民调解协议书",
        "封底",
    ):
        place = said.index(words, place + 1)


@pytest.mark.parametrize(("year", "printed"), [(2022, 5), (2023, 6)])
def test_the_casebook_is_counted_to_date(year, printed):
    [figure] = figures("310106020", Period.of(year), [REGISTRY["dispute.casebook_editions"]])

    assert figure.value == printed
