"""`manage.py import_records`: the same rules as the page, faults by line, and an exit code."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from lawgov.casework.models import Case, Event

from .conftest import book, row

pytestmark = pytest.mark.django_db


@pytest.fixture
def run(tmp_path):
    def command(data: bytes, *words: str, kind: str = "dispute", name: str = "a.xlsx"):
        (tmp_path / name).write_bytes(data)
        out, err = StringIO(), StringIO()
        try:
            call_command("import_records", kind, tmp_path / name, *words, stdout=out, stderr=err)
        except CommandError as refused:
            return str(refused), err.getvalue()
        return out.getvalue().strip(), err.getvalue()

    return command


def test_it_logs_the_rows_as_the_system(cast, run):
    said, _ = run(book(row(), row(纠纷名称="停车")))

    assert said == "导入 2 行，已导入过 0 行，错误 0 行"
    assert list(Event.objects.values_list("by", "post").distinct()) == [(None, None)]
    call_command("verify")


def test_it_logs_them_for_a_person_from_a_post(cast, run):
    run(book(row()), "--as", "grid", kind="disputes")

    assert Event.objects.get().post.user == cast.grid


def test_faults_are_named_by_line_and_nothing_is_logged(cast, run):
    said, faults = run(book(row(), row(来源="月球")))

    assert said == "1 行有错误，没有导入"
    assert faults.startswith("第3行 来源：应为以下之一")
    assert not Case.objects.exists()


def test_bad_rows_may_be_passed_over(cast, run):
    said, _ = run(book(row(), row(来源="月球")), "--skip-bad")

    assert said == "导入 1 行，已导入过 0 行，错误 1 行"


def test_the_same_file_twice_adds_nothing(cast, run):
    run(book(row()))
    said, _ = run(book(row()))

    assert said == "导入 0 行，已导入过 1 行，错误 0 行"
    assert Case.objects.count() == 1


def test_a_csv_of_codes_and_code_names_is_read_too(cast, run):
    head = "unit,title,channel,type,summary,parties.0.side,parties.0.name,amount\n"
    line = "310106020001001,停车,police,neighbour,占用车位,applicant,甲某,1200.50\n"
    said, faults = run((head + line).encode("gb18030"), name="a.csv")

    assert (said, faults) == ("导入 1 行，已导入过 0 行，错误 0 行", "")
    assert Case.objects.get().detail.amount == 120050


@pytest.mark.parametrize(
    ("words", "kind", "why"),
    [
        ((), "nothing", "没有“nothing”这个种类"),
        (("--as", "nobody_there"), "dispute", "没有登录名为 nobody_there 的在用人员"),
        (("--as", "leader"), "dispute", "leader 的岗位不能登记纠纷"),
    ],
)
def test_what_cannot_be_is_said(cast, run, words, kind, why):
    assert run(book(row()), *words, kind=kind)[0] == why


def test_a_file_that_is_not_there_is_said(cast, tmp_path):
    with pytest.raises(CommandError, match="不能读取"):
        call_command("import_records", "dispute", tmp_path / "none.xlsx")
