"""Who gets a paper, in which form, and that it is written down."""

import pytest

from lawgov.documents.models import Document
from lawgov.privacy.models import AccessLog
from tests.cast import logged

from .conftest import ID_NUMBER, browser, settled, text_of_pdf

pytestmark = pytest.mark.django_db


def url(case, code="agreement", ending="pdf"):
    return f"/disputes/{case.pk}/papers/{code}.{ending}"


def whole(answer):
    return b"".join(answer.streaming_content)


@pytest.mark.parametrize(("ending", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_a_paper_is_made_on_demand_and_downloaded(cast, ending, begins):
    case = settled(cast)
    answer = browser(cast.mediator).get(url(case, ending=ending))

    assert whole(answer).startswith(begins)
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["Content-Security-Policy"] == "sandbox"


def test_taking_a_paper_is_logged(cast):
    case = settled(cast)
    browser(cast.leader).get(url(case))

    row = AccessLog.objects.get()
    assert (row.by, row.subject, row.field) == (cast.leader, case.number, "pdf")


def test_another_streets_mediator_finds_no_paper(cast):
    case = settled(cast)

    assert browser(cast.outsider).get(url(case)).status_code == 404
    assert browser(cast.outsider).post(url(case), {"reason": "打印签字"}).status_code == 404
    assert not Document.objects.exists()


def test_an_unknown_paper_is_not_found(cast):
    assert browser(cast.mediator).get(url(settled(cast), "will")).status_code == 404


def test_before_an_agreement_there_is_nothing_to_print(cast):
    answer = browser(cast.mediator).get(url(logged(cast.grid)))

    assert answer.status_code == 409
    assert "人民调解协议书" in answer.content.decode()


def test_who_handles_the_case_prints_the_numbers_in_full_for_a_reason(cast):
    case = settled(cast)
    answer = browser(cast.mediator).post(url(case), {"reason": "打印签字"})

    assert ID_NUMBER in text_of_pdf(whole(answer))
    logged_fields = AccessLog.objects.filter(by=cast.mediator, reason="打印签字", allowed=True)
    assert "id_number" in logged_fields.values_list("field", flat=True)


def test_the_full_copy_is_not_kept(cast):
    case = settled(cast)
    browser(cast.mediator).post(url(case), {"reason": "打印签字"})

    assert not Document.objects.exists()


def test_who_only_reads_gets_no_full_copy_and_the_attempt_is_logged(cast):
    case = settled(cast)
    answer = browser(cast.leader).post(url(case), {"reason": "打印签字"})

    assert answer.status_code == 403
    assert AccessLog.objects.filter(by=cast.leader, allowed=False).exists()


def test_no_reason_no_full_copy(cast):
    case = settled(cast)
    answer = browser(cast.mediator).post(url(case), {"reason": " "})

    assert answer.status_code == 400
    assert not AccessLog.objects.exists()


def test_the_case_page_offers_what_can_be_printed(cast):
    case = settled(cast)
    shown = browser(cast.mediator).get(f"/disputes/{case.pk}/?tab=papers").content.decode()

    assert url(case) in shown
    assert url(case, "intake", "docx") in shown
    assert url(case, "oral-agreement") not in shown


def test_a_reader_is_not_offered_the_full_copy(cast):
    case = settled(cast)
    shown = browser(cast.leader).get(f"/disputes/{case.pk}/?tab=papers").content.decode()

    assert url(case) in shown
    assert "（完整）" not in shown
