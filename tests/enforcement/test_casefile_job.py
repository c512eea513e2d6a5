"""组卷: asked for on the case's page, made in the background, for who asked alone."""

from io import BytesIO

import pytest
import pyzipper

from lawgov.jobs import vault, working
from lawgov.jobs.models import Job, State
from lawgov.people.models import Role
from lawgov.privacy.models import AccessLog
from tests.documents.conftest import text_of_pdf

from ..cast import OTHER_STREET, person
from .penalty import PARTY, penalty_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


@pytest.fixture
def asked(squad, client):
    """The answer to somebody's wish, and the job it made."""
    case = penalty_in("filed", squad)

    def ask(by, **given):
        client.force_login(by)
        answer = client.post(f"/penalties/{case.pk}/file/make/", given)
        return answer, Job.objects.filter(by=by).last()

    ask.case = case
    return ask


def unpacked(job):
    with pyzipper.AESZipFile(BytesIO(vault.fetch(job.result))) as box:
        box.setpassword(job.password.encode())
        return {name.rpartition(".")[2]: box.read(name) for name in box.namelist()}


def test_who_asks_gets_one_pdf_and_one_docx_under_a_password(squad, asked, client):
    answer, job = asked(squad.leader)
    working.drain()
    job.refresh_from_db()
    files = unpacked(job)

    assert answer.url == f"/jobs/{job.pk}/"
    assert (job.state, job.tally["pieces"]) == (State.DONE, 2)
    assert "行政处罚案卷" in text_of_pdf(files["pdf"])
    assert PARTY["id_number"] not in text_of_pdf(files["pdf"])
    assert files["docx"].startswith(b"PK")
    assert job.password in client.get(answer.url).content.decode()


def test_nobody_else_fetches_it(squad, asked, client):
    _, job = asked(squad.leader)
    working.drain()
    client.force_login(squad.head)

    assert client.get(f"/jobs/{job.pk}/result/").status_code == 404


def test_with_a_reason_who_may_gets_the_numbers_in_full_and_each_is_logged(squad, asked):
    _, job = asked(squad.officer, reason="归档装订核对")
    working.drain()
    job.refresh_from_db()

    assert PARTY["id_number"] in text_of_pdf(unpacked(job)["pdf"])
    assert AccessLog.objects.filter(by=squad.officer, field="id_number", allowed=True).exists()


def test_a_reader_does_not_get_the_numbers_in_full(squad, asked):
    answer, job = asked(squad.statistician, reason="看一看内容")

    assert (answer.status_code, job) == (403, None)


def test_a_reason_of_one_letter_is_none(squad, asked):
    assert asked(squad.officer, reason="看")[0].status_code == 400


def test_a_case_out_of_sight_has_no_file(squad, asked):
    outsider = person("outsider", Role.OFFICER, OTHER_STREET)

    assert asked(outsider)[0].status_code == 404


def test_the_tab_lists_the_file_in_order_and_what_is_missing_and_why(squad, asked, client):
    client.force_login(squad.leader)
    page = client.get(f"/penalties/{asked.case.pk}/?tab=file").content.decode()

    assert page.index("立案审批表") < page.index("缺件：《行政处罚法》第五十九条")
    assert page.index("<h2>正卷</h2>") < page.index("<h2>副卷</h2>")
    assert "调查终结报告（《行政处罚法》第五十七条）" in page
