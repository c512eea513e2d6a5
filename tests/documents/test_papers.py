"""The papers of a dispute say what was registered and agreed, in the ministry's layout."""

from io import BytesIO

import pytest
from django.core.files.storage import default_storage
from django.utils import timezone
from docx import Document as Docx

from lawgov.casework.models import Case
from lawgov.documents.layouts import build
from lawgov.documents.models import Document
from lawgov.documents.printing import LAYOUTS
from lawgov.organisations.models import Kind, Organisation
from lawgov.units.models import Unit
from mediation.models import Agreement
from tests.cast import APPLICANT, RESPONDENT, STREET, answers, dispute_in, logged

from .conftest import ID_NUMBER, made, settled, text_of_docx, text_of_pdf

pytestmark = pytest.mark.django_db

STRANGE = "䶮𠮷 <A&B> {{ 7*7 }} {% raw %} #let x = 1 \\ $ \"'"


def read(document, ending):
    with default_storage.open(getattr(document, ending)) as file:
        return file.read()


def words(data):
    """Every word of a docx, read by its library."""
    document = Docx(BytesIO(data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def today():
    day = timezone.localdate()
    return f"{day.year}年{day.month}月{day.day}日"


def facts_of(case):
    return [
        *("人民调解协议书", case.number, "申请人：甲某", "被申请人：乙某", "漏水事实", "乙某承担"),
        *("赔偿一千元", "一次付清", "一式3份", f"于{today()}前履行", "记录人（签名）"),
    ]


def test_the_written_agreement_says_what_the_law_asks(cast):
    """人民调解法第二十九条"""
    case = settled(cast)
    said = words(read(made(case, "agreement"), "docx"))

    assert [fact for fact in facts_of(case) if fact not in said] == []


def test_libreoffice_opens_the_agreement_and_finds_the_facts(cast, tmp_path):
    case = settled(cast)
    said = text_of_docx(read(made(case, "agreement"), "docx"), tmp_path)

    assert [fact for fact in facts_of(case) if fact not in said] == []


def test_the_pdf_of_the_agreement_says_the_same(cast):
    case = settled(cast)
    said = text_of_pdf(read(made(case, "agreement"), "pdf"))

    assert [fact for fact in facts_of(case) if fact not in said] == []


def test_the_oral_agreement_is_registered_by_the_mediator(cast):
    """人民调解法第二十八条"""
    case = settled(cast, step="agree_oral")
    said = words(read(made(case, "oral-agreement"), "docx"))

    for fact in ("人民调解口头协议登记表", case.number, "甲某", "赔偿五百元", "mediator", today()):
        assert fact in said


def test_the_intake_form_names_channel_type_and_registrar(cast):
    case = logged(cast.grid)
    case.take("accept", by=cast.mediator, **answers()["accept"])
    said = text_of_pdf(read(made(case, "intake"), "pdf"))

    for fact in ("人民调解受理登记表", "派出所移送", "邻里", "依当事人申请", "楼上漏水", "grid"):
        assert fact in said


@pytest.mark.parametrize("ending", ["docx", "pdf"])
def test_strange_names_and_code_come_out_as_they_were_written(cast, ending):
    case = settled(cast, parties=[APPLICANT | {"name": STRANGE}, RESPONDENT])
    data = read(made(case, "agreement"), ending)
    said = words(data) if ending == "docx" else text_of_pdf(data)

    assert "".join(STRANGE.split()) in "".join(said.split())


def test_text_is_never_run_as_a_template(cast):
    says = {"content": "{{ ''.__class__ }} {{ 6*7 }}", "disputed": "{% for x in 1 %}"}
    said = words(read(made(settled(cast, says=says), "agreement"), "docx"))

    assert "{{ ''.__class__ }} {{ 6*7 }}" in said
    assert "{% for x in 1 %}" in said


def test_a_character_that_no_document_can_hold_is_left_out(cast):
    case = settled(cast)
    Agreement.objects.filter(case=case).update(content="赔偿\ufffe一千元\uffff整")  # an old row
    case.refresh_from_db()

    assert "赔偿一千元整" in words(read(made(case, "agreement"), "docx"))
    assert "赔偿一千元整" in text_of_pdf(read(made(case, "agreement"), "pdf"))


def test_lines_of_the_agreement_stay_lines(cast):
    case = settled(cast, says={"content": "一、赔偿一千元；\n二、不再追究。"})

    assert "一、赔偿一千元；\n二、不再追究。" in words(read(made(case, "agreement"), "docx"))


def test_numbers_of_people_are_masked_in_what_is_kept(cast):
    says = {"content": f"汇至乙某（{ID_NUMBER}）"}
    said = words(read(made(settled(cast, says=says), "agreement"), "docx"))

    assert "110105**********2X" in said
    assert "138****5678" in said
    assert ID_NUMBER not in said
    assert "13812345678" not in said


def test_a_childs_name_is_masked_in_what_is_kept(cast):
    case = settled(cast, parties=[APPLICANT | {"name": "王小明"}, RESPONDENT])
    Case.objects.filter(pk=case.pk).update(sensitivity="minor")
    case.refresh_from_db()
    said = words(read(made(case, "agreement"), "docx"))

    assert "王某" in said
    assert "王小明" not in said


def test_the_same_facts_make_one_document(cast):
    case = settled(cast)

    assert made(case, "agreement") == made(case, "agreement")
    assert Document.objects.count() == 1


def test_other_facts_make_another_version_and_keep_the_first(cast):
    case = dispute_in("accepted", cast)
    first = made(case, "intake")
    case.take("add_party", by=cast.mediator, parties=[{"side": "third", "name": "丙某"}])
    second = made(case, "intake")

    assert (first.version, second.version) == (1, 2)
    assert "丙某" not in words(read(first, "docx"))
    assert "丙某" in words(read(second, "docx"))


def test_a_lost_file_is_made_again(cast):
    case = settled(cast)
    default_storage.delete(made(case, "agreement").pdf)

    assert read(made(case, "agreement"), "pdf").startswith(b"%PDF")


def test_the_seal_is_that_of_the_committee_at_the_desk(cast):
    case = settled(cast)
    case.desk = STREET
    Organisation.objects.create(
        kind=Kind.MEDIATION_COMMITTEE, name="彭浦调委会", unit=STREET, since="2020-01-01"
    )

    assert "彭浦调委会 印章" in words(read(made(case, "agreement"), "docx"))


def test_without_a_committee_the_desk_gives_its_name(cast):
    case = settled(cast)

    assert Unit.objects.get(code=case.desk).name + "人民调解委员会" in words(
        read(made(case, "agreement"), "docx")
    )


@pytest.mark.parametrize("layout", ["letter", "form"])
def test_the_packaged_layout_is_what_its_builder_makes(layout):
    fresh = build.LAYOUTS[layout]()

    packaged = Docx(LAYOUTS / f"{layout}.docx")
    assert packaged.element.xml == fresh.element.xml
