"""A file as one PDF and as docx: it opens, and reads in its order."""

import io

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from enforcement.casefile import cover
from lawgov.documents.values import Masked, Plain
from lawgov.dossiers import book, office
from tests.documents.conftest import text_of_docx, text_of_pdf
from tests.files import samples

from .penalty import PARTY, penalty_in, walk

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def scan(pages):
    return samples.pdf(lambda made: [made.add_blank_page() for _ in range(pages - 1)])


def with_files(squad):
    """A case whose evidence is a scan of three pages and a picture."""
    case = penalty_in("investigating", squad)
    for name, data in (("合同.pdf", scan(3)), ("现场.jpg", samples.JPEG)):
        file = SimpleUploadedFile(name, data, samples.TYPES[name[-3:]])
        case.take("attach", by=squad.officer, file=file)
        row = {"name": name[:2], "attachment": case.part("attachments")[-1].pk}
        walk(case, squad, "add_evidence", add_evidence=row)
    return walk(case, squad, "conclude")


def pages_of(made, label):
    return next(
        placed.pages
        for volume in made.volumes.values()
        for placed in volume
        if placed.item.piece.label == label
    )


def test_page_counts_are_read_from_the_files(squad):
    made = book.read(with_files(squad), Masked())

    assert pages_of(made, "证1 合同") == "3-5"
    assert pages_of(made, "证2 现场") == "6"


ORDER = (
    "行政处罚案卷", "正卷", "卷内目录", "立案审批表", "笔录", "证2现场",
    "副卷", "案件来源登记", "调查终结报告", "事实清楚，证据充分，建议处罚",
)  # fmt: skip


def reads_in_order(said, *words):
    place = 0
    for each in words:
        assert each in said[place:], each
        place = said.index(each, place) + len(each)
    return True


def test_the_pdf_holds_every_page_with_its_number_and_reads_in_order(squad):
    made = book.read(with_files(squad), Masked())
    data = book.bound(made)

    with pikepdf.open(io.BytesIO(data)) as found:
        assert len(found.pages) == made.pages + 4  # a cover and a contents of each volume
        assert len(found.open_outline().root) == made.pieces + 2
    assert reads_in_order(
        text_of_pdf(data), *ORDER[:4], "正卷1", "正卷2", "正卷3", "正卷6", *ORDER[5:7], "副卷1"
    )


def test_the_docx_opens_in_libreoffice_and_reads_in_order(squad, tmp_path):
    made = book.read(with_files(squad), Masked())
    said = text_of_docx(office.docx(made), tmp_path)

    assert reads_in_order(said, *ORDER)
    assert "见PDF案卷第3-5页" in said


def test_the_cover_names_the_party_by_surname_and_the_act(squad):
    case = penalty_in("filed", squad)

    assert cover.name(case, Masked()) == "钱某擅自占用道路堆放物料案"


def test_numbers_of_people_are_masked_unless_asked_for_with_a_reason(squad):
    case = penalty_in("filed", squad, summary=f"证件号码{PARTY['id_number']}")
    masked, plain = book.read(case, Masked()), book.read(case, Plain(squad.officer, "归档装订"))

    assert PARTY["id_number"] not in text_of_pdf(book.bound(masked))
    assert PARTY["id_number"] in text_of_pdf(book.bound(plain))
