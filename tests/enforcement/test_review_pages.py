"""A new reviewer finds the queue, reads the file, sends it back, passes it, prints the opinion."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document as Docx

from lawgov.casework import outbox
from lawgov.casework.models import Case
from lawgov.notices.models import Notice

from ..pages.conftest import as_
from .reviews import FINE, paper, review_in, sent, walk

__all__ = ["as_", "paper"]
pytestmark = pytest.mark.django_db


def test_an_officer_sends_a_case_in_from_its_own_page(squad, paper, as_):
    browser = as_(squad.officer)
    url = f"/reviews/new/?subject={paper.case.pk}&unit={paper.case.unit}"

    answer = browser.fill(url, statement="事实清楚，拟罚款二万元")

    review = Case.objects.get(kind="review")
    assert answer.url == f"/reviews/{review.pk}/"
    assert (review.detail.subject_id, review.state) == (paper.case.pk, "submitted")
    assert review.number in browser.see(f"/penalties/{paper.case.pk}/?tab=links")


def test_a_reviewer_finds_the_queue_and_reads_the_file_with_its_attachments(squad, paper, as_):
    file = SimpleUploadedFile("scene.txt", "现场情况".encode())
    paper.case.take("attach", by=squad.officer, file=file)
    review = sent(squad, paper)
    browser = as_(squad.reviewer)

    assert review.number in browser.see("/")
    assert review.number in browser.see("/reviews/?tray=todo")
    page = browser.see(f"/reviews/{review.pk}/")
    for words in ("罚款二万元", "证据材料", "scene.txt", "列入法制审核目录", paper.case.number):
        assert words in page
    assert review.detail.text_hash in page
    browser.see(f"/penalties/{paper.case.pk}/?tab=attachments")


def test_the_reviewer_sends_it_back_passes_the_second_round_and_prints_it(squad, paper, as_):
    review = sent(squad, paper)
    browser, page = as_(squad.reviewer), f"/reviews/{review.pk}/"
    browser.fill(f"{page}accept/", handler=squad.reviewer.pk)
    back = {
        **FINE,
        "proof": "faulty",
        "verdict": "amend",
        "defects": ["proof"],
        "body": "量一下面积",
    }
    browser.fill(f"{page}send_back/", **back)
    outbox.drain()
    assert "被退回" in as_(squad.partner).see(page)
    paper.text = "罚款一万五千元"
    walk(review_again(review), squad, "resubmit", "accept")

    shown = browser.see(f"{page}agree/")
    assert "罚款一万五千元" in shown
    assert "已变动，须重新送审" not in shown
    browser.fill(f"{page}agree/", **FINE, body="同意")

    outbox.drain()
    printed = browser.get(f"{page}papers/opinion.docx")
    text = "".join(
        cell.text
        for table in Docx(BytesIO(b"".join(printed))).tables
        for row in table.rows
        for cell in row.cells
    )
    assert "罚款一万五千元" in text
    assert browser.get(f"{page}papers/opinion.pdf").status_code == 200
    assert "第2号" in browser.see(f"{page}?tab=opinions")


def review_again(review):
    review.refresh_from_db()
    return review


def test_the_two_versions_of_the_text_stand_side_by_side(squad, paper, as_):
    review = review_in("sent_back", squad, paper)
    paper.text = "罚款一万元"
    walk(review, squad, "resubmit")
    first, second = [row.pk for row in review.part("rounds")]

    page = as_(squad.head).see(f"/reviews/{review.pk}/rounds/{first}/{second}/")

    assert "<del>二</del>" in page
    assert "<ins>一</ins>" in page
    as_(squad.head).see(f"/reviews/{review.pk}/rounds/{first}/{second + 9}/", status=404)


def test_a_refusal_on_the_page_names_every_reason(squad, paper, as_):
    review = review_in("reviewing", squad, paper)
    paper.text = "罚款三万元"

    page = as_(squad.reviewer).see(f"/reviews/{review.pk}/agree/")
    answer = as_(squad.reviewer).fill(
        f"/reviews/{review.pk}/agree/", **FINE | {"proof": "faulty"}, body="同意"
    )

    assert "已变动，须重新送审" in page
    assert answer.status_code == 409
    text = answer.content.decode()
    for words in ("已有变动", "第五十八条", "有审核要点存在问题的，不能出具同意意见"):
        assert words in text


def test_defects_are_counted_by_the_year_and_lead_to_their_reviews(squad, paper, as_):
    review = review_in("sent_back", squad, paper)
    browser, year = as_(squad.justice), review.opened_on.year

    page = browser.see(f"/reviews/defects/?year={year}")

    assert "事实不清、证据不足" in page
    link = f"/reviews/?defect=proof&amp;opined={year}"
    assert link in page
    assert review.number in browser.see(link.replace("&amp;", "&"))
    assert review.number not in browser.see(f"/reviews/?defect=limit&opined={year}")
    assert "没有记录" in browser.see(f"/reviews/defects/?year={year - 1}")
    browser.see("/reviews/defects/?year=x", status=400)


def test_both_sides_are_told_of_what_waits_for_them(squad, paper):
    review = review_in("sent_back", squad, paper)
    outbox.drain()

    told = {(row.to.username, row.what) for row in Notice.objects.filter(case=review)}

    assert {("reviewer", "assigned"), ("second", "assigned"), ("partner", "returned")} <= told
