"""Every text a paper ever had is kept; one of them is settled on, under a number."""

import re
from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate
from docx import Document as Docx
from hypothesis import given
from hypothesis import strategies as st

from lawgov.casework.invariants import CHECKS
from lawgov.casework.models import Case
from lawgov.casework.refusals import BadFacts, StepRefused
from lawgov.documents import comparing
from lawgov.documents.models import Document, Final
from lawgov.units.models import Unit
from tests.cast import OTHER_STREET, STREET, answers, dispute_in, logged

from .conftest import browser, made, settled

pytestmark = pytest.mark.django_db
YEAR = localdate().year
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def draft(*paragraphs, name="协议书修改稿.docx"):
    document, out = Docx(), BytesIO()
    for text in paragraphs:
        document.add_paragraph(text)
    document.save(out)
    return SimpleUploadedFile(name, out.getvalue(), DOCX)


def submit(case, by, *paragraphs, **more):
    case.refresh_from_db()
    return case.take("submit_paper", by=by, paper="agreement", draft=draft(*paragraphs), **more)


def finalise(case, by, document):
    case.refresh_from_db()
    case.take("finalise", by=by, document=document.pk)
    return Final.objects.get(document=document)


def test_what_somebody_wrote_is_the_next_version(cast):
    case = settled(cast)
    first = made(case, "agreement")
    submit(case, cast.mediator, "协议内容改为分两次付清", note="当事人要求")

    second = Document.objects.get(version=2)
    assert (second.source, second.note, second.pdf) == ("submitted", "当事人要求", "")
    assert second.text_hash != first.text_hash


def test_a_text_that_is_there_already_is_no_new_version(cast):
    case = settled(cast)
    submit(case, cast.mediator, "同一份修改稿")
    row = Document.objects.get()
    file = SimpleUploadedFile("again.docx", kept(row), DOCX)
    case.refresh_from_db()

    with pytest.raises(StepRefused, match="与已有各版不同"):
        case.take("submit_paper", by=cast.mediator, paper="agreement", draft=file)


def kept(row):
    with default_storage.open(row.docx) as file:
        return file.read()


def test_only_a_docx_is_a_draft(cast):
    case = settled(cast)
    text = SimpleUploadedFile("draft.txt", "文字".encode())

    with pytest.raises(BadFacts, match="应为一个 docx 文件"):
        case.take("submit_paper", by=cast.mediator, paper="agreement", draft=text)
    assert not Document.objects.exists()


def test_a_paper_before_its_time_has_no_draft(cast):
    case = logged(cast.grid)

    with pytest.raises(StepRefused, match="目前不需要提交修改稿"):
        case.take("submit_paper", by=cast.mediator, paper="agreement", draft=draft("早了"))
    case.take("accept", by=cast.mediator, **answers()["accept"])
    with pytest.raises(StepRefused, match="已经可以出具"):
        case.take("submit_paper", by=cast.mediator, paper="agreement", draft=draft("早了"))


def test_the_final_version_has_a_number_of_its_own_without_a_gap(cast):
    numbers = []
    for _ in range(3):
        case = settled(cast)
        numbers.append(finalise(case, cast.mediator, made(case, "agreement")).number)

    assert numbers == [f"彭人调协字〔{YEAR}〕第{n}号" for n in (1, 2, 3)]


def test_each_word_counts_for_itself(cast):
    case = settled(cast)
    intake = finalise(case, cast.mediator, made(case, "intake"))
    agreement = finalise(case, cast.mediator, made(case, "agreement"))

    assert intake.number == f"彭人调受字〔{YEAR}〕第1号"
    assert agreement.number == f"彭人调协字〔{YEAR}〕第1号"


def test_a_version_is_final_once_and_a_refused_wish_uses_no_number(cast):
    case = settled(cast)
    document = made(case, "agreement")
    finalise(case, cast.mediator, document)
    with pytest.raises(StepRefused, match="尚未定稿"):
        finalise(case, cast.mediator, document)

    other = settled(cast)
    assert finalise(other, cast.mediator, made(other, "agreement")).number.endswith("第2号")


def test_the_version_of_another_case_cannot_be_made_final(cast):
    document, other = made(settled(cast), "agreement"), settled(cast)

    with pytest.raises(StepRefused, match="本案需要编号的文书"):
        finalise(other, cast.mediator, document)


def test_the_final_text_stays_though_a_newer_one_comes(cast):
    case = settled(cast)
    final = finalise(case, cast.mediator, made(case, "agreement"))
    submit(case, cast.mediator, "定稿后又改")

    case.refresh_from_db()
    assert [row.number for row in case.part("finals")] == [final.number]
    assert Document.objects.get(version=2).pk != final.document_id


def test_a_reader_does_not_make_a_text_final(cast):
    case = settled(cast)
    document = made(case, "agreement")
    client = browser(cast.leader)

    assert client.get(f"/disputes/{case.pk}/finalise/").status_code == 403
    assert client.get(f"/disputes/{case.pk}/?tab=papers").status_code == 200
    assert not Final.objects.filter(document=document).exists()


def test_the_page_says_what_the_case_demands_and_what_is_missing(cast):
    case = settled(cast)
    finalise(case, cast.mediator, made(case, "intake"))
    page = browser(cast.mediator).get(f"/disputes/{case.pk}/?tab=papers").content.decode()

    assert "本案应有而尚未定稿：人民调解协议书" in page
    assert f"已定稿，彭人调受字〔{YEAR}〕第1号" in page
    assert "本案尚未出具" in page  # an oral agreement was never made


def test_two_versions_are_compared_word_by_word(cast):
    case = settled(cast)
    submit(case, cast.mediator, "赔偿一千元，一次付清")
    submit(case, cast.mediator, "赔偿八百元，一次付清")
    before, after = Document.objects.order_by("version")
    answer = browser(cast.mediator).get(
        f"/disputes/{case.pk}/papers/versions/{before.pk}/{after.pk}/"
    )

    page = re.sub(r"\s+", "", answer.content.decode())
    assert "赔偿<del>一千</del><ins>八百</ins>元，一次付清" in page


def test_numbers_of_people_are_masked_in_a_comparison(cast):
    case = settled(cast)
    submit(case, cast.mediator, "电话13812345678")
    submit(case, cast.mediator, "电话13812345679，另附")
    before, after = Document.objects.order_by("version")
    page = browser(cast.mediator).get(
        f"/disputes/{case.pk}/papers/versions/{before.pk}/{after.pk}/"
    )
    assert "1381234567" not in page.content.decode()


def test_a_version_is_downloaded_as_it_was_kept_and_only_in_reach(cast):
    case = settled(cast)
    submit(case, cast.mediator, "修改稿")
    address = f"/disputes/{case.pk}/papers/versions/{Document.objects.get().pk}.docx"

    assert browser(cast.leader).get(address).status_code == 200
    assert browser(cast.outsider).get(address).status_code == 404
    assert browser(cast.leader).get(address.replace(".docx", ".pdf")).status_code == 404


def test_verify_notices_a_draft_that_was_changed_on_disk(cast, settings):
    case = settled(cast)
    submit(case, cast.mediator, "修改稿")
    row = Document.objects.get()
    assert list(CHECKS["文书"]()) == []

    (settings.MEDIA_ROOT / row.docx).write_bytes(b"PK other")
    assert list(CHECKS["文书"]()) == [f"文书 {row.pk}（案件 {case.pk}）的内容与摘要不符"]


def test_verify_notices_a_final_that_vanished(cast):
    case = settled(cast)
    finalise(case, cast.mediator, made(case, "agreement"))
    Final.objects.all().delete()

    [fault] = CHECKS["文书"]()
    assert "共0件，计数器1" in fault


def test_the_numbers_of_papers_leave_those_of_cases_alone(cast):
    case = settled(cast)
    finalise(case, cast.mediator, made(case, "agreement"))

    assert list(CHECKS["编号"]()) == []
    assert dispute_in("registered", cast).serial == Case.objects.count()


TEXTS = st.lists(st.text(alphabet="赔偿一次付清元，甲乙0189", max_size=12), max_size=8)


@given(before=TEXTS, after=TEXTS)
def test_a_comparison_loses_no_letter_of_either_version(before, after):
    lines = comparing.compared(before, after)

    def told(leaving):
        return "".join(p.text for line in lines for p in line if p.kind != leaving)

    assert told(comparing.IN) == "".join(before)
    assert told(comparing.OUT) == "".join(after)


def test_a_street_that_was_dissolved_gives_no_more_numbers(cast):
    case = settled(cast)
    document = made(case, "agreement")
    Unit.objects.filter(code=STREET).update(until=localdate(), successor=OTHER_STREET)

    with pytest.raises(StepRefused, match="编号的街镇应在册"):
        finalise(case, cast.mediator, document)


def test_a_text_without_an_end_is_compared_as_a_whole():
    before, after = "调" * 5000, "调" * 4999 + "解"
    assert comparing.compared([before], [after]) == [
        [(comparing.OUT, before), (comparing.IN, after)]
    ]

    lines = comparing.compared(["同一行"] * 3000, ["同一行"] * 2999)
    assert {piece.kind for line in lines for piece in line} == {comparing.OUT, comparing.IN}
