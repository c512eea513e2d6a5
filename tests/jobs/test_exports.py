"""A large list leaves the house only by a job: agreed to, sealed, masked, and written down."""

from io import BytesIO

import pytest
import pyzipper
from openpyxl import load_workbook

from lawgov.casework.models import Case
from lawgov.jobs import exports, working
from lawgov.jobs.models import Job
from lawgov.notices.models import Notice, What
from lawgov.people.models import Post, Role
from lawgov.privacy.models import AccessLog
from tests.cast import COMMUNITY, OTHER_STREET, SIBLING, STREET, logged, person

from .conftest import book, sent

pytestmark = pytest.mark.django_db
ASKED = "/disputes/export/?q=漏水"


@pytest.fixture(autouse=True)
def small(settings):
    settings.EXPORT_DIRECT_ROWS = settings.EXPORT_APPROVED_ROWS = 2


@pytest.fixture
def three(cast):
    return [logged(cast.grid, title=f"漏水{n}，电话13812345678") for n in range(3)]


def asked(browser, reason="季度分析") -> Job:
    answer = browser.post(ASKED, {"reason": reason})
    assert answer.status_code == 302
    return Job.objects.get(pk=answer.url.strip("/").rpartition("/")[2])


def agreed(job: Job, browser) -> Job:
    assert browser.post(f"/jobs/{job.pk}/decide/", {"choice": "agree"}).status_code == 302
    working.drain()
    job.refresh_from_db()
    return job


def opened(job: Job, browser):
    packed = b"".join(browser.get(f"/jobs/{job.pk}/result/").streaming_content)
    with pyzipper.AESZipFile(BytesIO(packed)) as archive:
        archive.setpassword(job.password.encode())
        (name,) = archive.namelist()
        return load_workbook(BytesIO(archive.read(name))).active


def test_a_small_list_is_handed_out_at_once(cast, as_):
    logged(cast.grid)

    assert as_(cast.mediator).get("/disputes/export/").headers["Content-Type"] == exports.XLSX
    assert not Job.objects.exists()


def test_a_large_one_is_asked_for_with_a_reason_and_waits(cast, as_, three):
    browser = as_(cast.community)

    assert "在后台导出" in browser.get(ASKED).content.decode()
    assert browser.post(ASKED, {"reason": "无"}).status_code == 400
    job = asked(browser)
    working.drain()
    job.refresh_from_db()
    assert (job.state, job.params["rows"], job.unit) == ("awaiting", 3, COMMUNITY)


def test_agreed_to_it_is_made_sealed_and_exactly_the_filter(cast, as_, three):
    logged(cast.grid, title="停车")
    logged(cast.neighbour, unit=SIBLING, title="漏水于邻")
    browser = as_(cast.community)
    job = agreed(asked(browser), as_(cast.justice))

    sheet = opened(job, browser)
    rows = list(sheet.values)
    assert {row[0] for row in rows[6:]} == {case.number for case in three}
    assert rows[1][0] == "制表人：community"
    assert "漏水" in rows[3][0]
    assert "13812345678" not in str(rows)
    assert f"任务{job.pk}" in sheet.oddFooter.center.text
    assert "community" in sheet.oddHeader.center.text


def test_what_is_agreed_to_is_the_rows_that_were_asked_for(cast, as_, three):
    browser = as_(cast.community)
    job = asked(browser)
    later = logged(cast.grid, title="漏水于后")
    Case.objects.filter(pk=three[0].pk).update(unit=SIBLING, desk=SIBLING)
    job = agreed(job, as_(cast.leader))

    assert job.tally["rows"] == 2
    shown = str(list(opened(job, browser).values))
    assert later.number not in shown
    assert three[0].number not in shown


def test_without_the_password_nothing_can_be_read(cast, as_, three):
    browser = as_(cast.community)
    job = agreed(asked(browser), as_(cast.leader))
    packed = b"".join(browser.get(f"/jobs/{job.pk}/result/").streaming_content)

    with pyzipper.AESZipFile(BytesIO(packed)) as archive, pytest.raises(RuntimeError):
        archive.read(archive.namelist()[0])
    assert job.password in browser.get(f"/jobs/{job.pk}/").content.decode()


def test_it_is_for_its_owner_alone(cast, as_, three):
    job = agreed(asked(as_(cast.community)), as_(cast.justice))

    for other in (cast.grid, cast.leader, cast.justice):
        for page in ("", "progress/", "result/"):
            assert as_(other).get(f"/jobs/{job.pk}/{page}").status_code == 404


def test_who_asked_does_not_agree_to_it_himself(cast, as_, three):
    job = asked(as_(cast.justice))

    assert as_(cast.justice).get(f"/jobs/{job.pk}/decide/").status_code == 404
    assert agreed(job, as_(cast.leader)).state == "done"


@pytest.mark.parametrize(
    ("role", "unit"),
    [
        (Role.LEADER, OTHER_STREET),
        (Role.LEADER, SIBLING),
        (Role.MEDIATOR, STREET),
        (Role.STATISTICIAN, STREET),
        (Role.SYSTEM_ADMIN, STREET),
    ],
)
def test_only_a_leader_or_justice_office_over_the_askers_unit_agrees(cast, as_, three, role, unit):
    job = asked(as_(cast.community))
    other = person("other", role, unit)

    for answer in (as_(other).get, as_(other).post):
        assert answer(f"/jobs/{job.pk}/decide/", {"choice": "agree"}).status_code == 404
    assert "待我批准" not in as_(other).get("/jobs/").content.decode()


def test_it_waits_on_the_page_of_who_may_agree(cast, as_, three):
    job = asked(as_(cast.community))

    assert f"/jobs/{job.pk}/decide/" in as_(cast.leader).get("/jobs/").content.decode()
    page = as_(cast.leader).get(f"/jobs/{job.pk}/decide/").content.decode()
    assert "季度分析" in page
    assert "漏水" in page


def test_the_nearest_who_may_agree_are_told_and_then_who_asked(cast, as_, three):
    far = person("county", Role.LEADER, "310106")
    job = asked(as_(cast.community))
    told = Notice.objects.filter(what=What.TO_APPROVE)
    assert {notice.to for notice in told} == {cast.leader, cast.justice}
    assert far not in {notice.to for notice in told}

    agreed(job, as_(cast.justice))
    assert Notice.objects.get(what=What.JOB_DONE).to == cast.community


def test_a_refusal_has_a_reason_and_is_final(cast, as_, three):
    job = asked(as_(cast.community))
    browser, url = as_(cast.leader), f"/jobs/{job.pk}/decide/"

    assert browser.post(url, {"choice": "refuse", "reason": ""}).status_code == 400
    browser.post(url, {"choice": "refuse", "reason": "范围过大"})
    working.drain()
    job.refresh_from_db()
    assert (job.state, job.error, job.result) == ("refused", "范围过大", "")
    assert browser.post(url, {"choice": "agree"}).status_code == 404


def test_everything_is_written_down(cast, as_, three):
    browser = as_(cast.community)
    job = agreed(asked(browser), as_(cast.justice))
    opened(job, browser)

    told = [(row.by, row.object_id) for row in AccessLog.objects.order_by("pk")]
    assert told == [(cast.justice, job.pk), (cast.community, job.pk), (cast.community, job.pk)]
    assert "3条" in AccessLog.objects.get(object_kind="export", by=cast.community).reason
    assert len(job.tally["ids"]) == 64


def test_what_was_asked_is_sealed_in_the_table(cast, as_, three, django_db_blocker):
    from django.db import connection

    job = asked(as_(cast.community))
    with connection.cursor() as cursor:
        cursor.execute("SELECT query, params::text FROM jobs_job WHERE id = %s", [job.pk])
        assert "漏水" not in str(cursor.fetchone())
    assert "漏水" in Job.objects.get().query or "%E6%BC%8F" in Job.objects.get().query


def test_who_lost_the_post_meanwhile_gets_nothing(cast, as_, three):
    job = asked(as_(cast.community))
    Post.objects.filter(user=cast.community).update(until="2020-01-01")

    job = agreed(job, as_(cast.justice))
    assert (job.state, job.result) == ("failed", "")


def test_a_threshold_of_its_own_says_when_somebody_has_to_agree(cast, as_, three, settings):
    settings.EXPORT_APPROVED_ROWS = 10
    job = asked(as_(cast.community))
    working.drain()
    job.refresh_from_db()

    assert (job.state, job.approver) == ("done", None)


def test_no_more_rows_leave_than_the_cap(cast, as_, three, monkeypatch):
    monkeypatch.setattr(exports, "MOST", 2)
    browser = as_(cast.community)
    job = agreed(asked(browser), as_(cast.justice))

    rows = list(opened(job, browser).values)
    assert "只有最近的 2 条" in rows[4][0]
    assert len(rows[6:]) == 2


def test_an_import_is_nothing_to_agree_to(cast, as_):
    job = sent(cast.grid, book({"序号": "示例"}))

    assert as_(cast.leader).get(f"/jobs/{job.pk}/decide/").status_code == 404
