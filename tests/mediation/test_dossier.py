"""The file of a dispute: thirteen items in order, what is missing and why, filed for a term."""

import io

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lawgov.casework.models import Case
from lawgov.casework.refusals import BadFacts, StepRefused
from lawgov.documents.values import Masked, Plain
from lawgov.dossiers import book, office
from mediation.choices import FileItem
from mediation.dossier.contents import ORDER
from mediation.dossier.dossier import FILE
from tests.documents.conftest import text_of_docx, text_of_pdf

from ..cast import APPLICANT, RESPONDENT, answers, dispute_in, logged, today
from ..files import samples

pytestmark = pytest.mark.django_db
ITEMS = (
    "人民调解申请书或受理登记表", "当事人权利义务告知书", "当事人身份证明", "授权委托书",
    "人民调解调查记录", "人民调解证据材料", "人民调解记录", "人民调解协议书或口头协议登记表",
    "履行凭证", "人民调解回访记录", "司法确认有关材料", "卷宗情况说明", "封底",
)  # fmt: skip
KNOWN = RESPONDENT | {
    "id_number": "110105194912310011", "agent_name": "丙某", "agent_kind": "entrusted",
    "agent_authority": "general",
}  # fmt: skip


@pytest.fixture(autouse=True)
def own_media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"


def scan(label):
    return {"file": SimpleUploadedFile(f"{label}.jpg", picture(label), "image/jpeg")}


def picture(label):
    return samples.picture("JPEG", colour=f"#{hash(label) & 0xFFFFFF:06x}")


def whole(cast):
    """A dispute in whose file every one of the thirteen items stands."""
    case = logged(cast.grid, parties=[APPLICANT, KNOWN])
    by, day = cast.mediator, today()
    case.take("apply", by=by, voluntary=True, requests="赔偿损失\n恢复原状", on=day)
    case.take("attach", by=by, label="授权委托书", **scan("授权委托书"))
    case.take("accept", by=by, **answers()["accept"])
    case.take("assign", by=by, **answers()["assign"])
    case.take(
        "investigate", by=by, on=day, place="3号楼", investigators="mediator", recorder="丁",
        asked="邻居戊", standing="邻居", body="问：何时漏水？\n答：上周。",
    )  # fmt: skip
    case.take(
        "add_evidence", by=by, name="天花板照片", source="甲某", form="original", pages=1, on=day,
        **scan("照片"),
    )  # fmt: skip
    for step in ("session", "agree_written", "confirm", "perform", "revisit"):
        case.take(step, by=by, **answers()[step])
    note = [{"item": "recording", "reason": "调解录像存于调解室"}]
    case.take("archive", by=by, retention="long", checked_by="己某", file_notes=note)
    return Case.objects.get(pk=case.pk)


READ = (
    "长期（15年", "卷内目录", "人民调解申请书", "1.赔偿损失", "权利义务告知书", "身份信息核对表",
    "授权委托书", "何时漏水", "证据材料清单", "双方陈述意见", "人民调解协议书", "履行凭证",
    "回访记录",
    "司法确认申请书", "承诺书", "调解录像存于调解室", "封底", "己某",
)  # fmt: skip


def in_order(said, *words):
    start = 0
    for each in words:
        assert each in said[start:], each
        start = said.index(each, start)
    return True


def labels(case):
    return [item.piece.label for item in FILE.contents(case)]


def test_the_thirteen_items_stand_in_the_order_of_the_ministry():
    assert tuple(str(slot.label) for slot in ORDER) == ITEMS


def test_a_whole_file_holds_all_thirteen_items_in_order_with_nothing_missing(cast):
    case = whole(cast)

    assert list(dict.fromkeys(item.slot.code for item in FILE.contents(case))) == [
        slot.code for slot in ORDER
    ]
    assert FILE.missing(case) == []


def test_the_pdf_reads_in_order_and_its_pages_are_numbered(cast):
    case = whole(cast)
    made = book.read(case, Masked())
    data = book.bound(made)
    said = text_of_pdf(data)

    assert in_order(said, case.number, *READ)
    with pikepdf.open(io.BytesIO(data)) as found:
        assert len(found.pages) == made.pages + 2  # the cover and the contents
    [placed] = made.volumes.values()
    assert placed[-1].last == made.pages
    assert RESPONDENT["phone"] not in said
    assert APPLICANT["id_number"] not in said


def test_the_docx_opens_in_libreoffice_and_reads_in_order(cast, tmp_path):
    made = book.read(whole(cast), Plain(cast.mediator, "归档装订"))
    said = text_of_docx(office.docx(made), tmp_path)

    assert in_order(said, *READ[1:3], APPLICANT["id_number"], "人民调解协议书", "封底")


def test_a_file_with_gaps_is_not_archived_until_each_gap_is_explained(cast):
    case = dispute_in("revisited", cast)

    with pytest.raises(StepRefused, match=r"缺件的须逐项说明原因.*当事人身份证明"):
        case.take("archive", by=cast.mediator, retention="long")
    case.take("archive", by=cast.mediator, **answers()["archive"])
    case = Case.objects.get(pk=case.pk)
    assert FILE.missing(case) == [
        "当事人身份证明（人民调解卷宗归档要求）：当事人未带证件，已当面核对"
    ]
    assert "当事人未带证件" in text_of_pdf(book.bound(book.read(case, Masked())))


def test_a_dispute_is_not_archived_without_a_term_for_which_it_is_kept(cast):
    with pytest.raises(BadFacts, match="retention"):
        dispute_in("rejected", cast).take("archive", by=cast.mediator)


def test_the_form_of_filing_stands_with_what_is_missing(cast, client):
    case = dispute_in("revisited", cast)
    client.force_login(cast.mediator)
    page = client.get(f"/disputes/{case.pk}/archive/").content.decode()

    assert '<option value="identity" selected>' in page


@pytest.mark.parametrize(
    ("state", "items"),
    [
        ("rejected", ["application", "session", "back"]),
        ("failed", ["application", "session", "back"]),
        ("revisited", ["application", "notice", "session", "agreement", "visit", "note", "back"]),
    ],
)
def test_what_a_file_holds_follows_how_the_dispute_ended(cast, state, items):
    codes = [str(item.slot.code) for item in FILE.contents(dispute_in(state, cast))]

    assert [code for code in dict.fromkeys(codes) if code != "performance"] == items


def test_a_proxy_has_to_have_shown_an_authority(cast):
    case = logged(cast.grid, parties=[APPLICANT, KNOWN])

    assert FILE.missing(case) == [f"{FileItem.AUTHORITY.label}（人民调解卷宗归档要求）"]


def test_every_session_and_every_agreement_is_a_paper_of_its_own(cast):
    case = dispute_in("mediating", cast)
    case.take("session", by=cast.mediator, **answers()["session"])

    assert labels(case).count("人民调解记录") == 2


def test_the_tab_lists_what_stands_there_and_what_is_missing(cast, client):
    case = dispute_in("mediating", cast)
    client.force_login(cast.leader)
    page = client.get(f"/disputes/{case.pk}/?tab=file").content.decode()

    assert (
        page.index("受理登记表")
        < page.index("缺件：人民调解卷宗归档要求")
        < page.index("人民调解记录")
    )


def test_the_file_is_asked_for_on_the_page_of_the_dispute(cast, client):
    case = dispute_in("rejected", cast)
    client.force_login(cast.mediator)

    assert "/jobs/" in client.post(f"/disputes/{case.pk}/file/make/").url
    assert Case.objects.filter(pk=case.pk, version=case.version).exists()
