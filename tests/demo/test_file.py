"""The file of the demo's big case: heard, reviewed twice, executed and filed away."""

from functools import cache

import pytest

from enforcement.casefile import book, office
from enforcement.casefile.demands import missing
from enforcement.penalty.models import Hearing
from lawgov.documents.values import Masked
from tests.documents.conftest import text_of_docx, text_of_pdf

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("printed")]
PENGPU = "310106020"
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
