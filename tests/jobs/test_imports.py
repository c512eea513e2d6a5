"""Import: checked, shown, confirmed, then all or nothing; the same rows once."""

import json
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from lawgov.casework.models import Case, Entry, Event
from lawgov.casework.procedure import PROCEDURES, Rule
from lawgov.casework.refusals import StepRefused
from lawgov.jobs import imports, vault, working
from lawgov.jobs.models import Imported
from lawgov.privacy.models import AccessLog
from lawgov.tasks.choices import Source
from tests.cast import COMMUNITY, GRID, SIBLING, logged, today

from .conftest import book, confirmed, row, sent, upload

pytestmark = pytest.mark.django_db


def told(job):
    return json.loads(vault.fetch(job.findings))


def test_nothing_is_logged_before_it_is_confirmed(cast):
    job = sent(cast.grid, book(row(), row(纠纷名称="停车")))

    assert (job.state, job.tally["good"], job.tally["bad"]) == ("checked", 2, 0)
    assert not Case.objects.exists()


def test_what_is_imported_is_what_a_form_would_have_logged(cast):
    by_form = Case.objects.get(pk=logged(cast.grid, amount="1200.50").pk)
    job = sent(cast.grid, book(row(**{
        "纠纷名称": by_form.title, "来源": "派出所移送", "标的金额": 1200.5,
        "当事人1：姓名（名称）": "甲某", "当事人1：身份证号": "11010519491231002X",
        "当事人2：当事人地位": "被申请人", "当事人2：姓名（名称）": "乙某",
        "当事人2：联系电话": 13812345678,
        "纠纷简要情况": by_form.detail.summary,
    })))  # fmt: skip
    confirmed(job)

    case = Case.objects.exclude(pk=by_form.pk).get()
    assert case.detail.amount == by_form.detail.amount == 120050
    same = ("title", "channel", "unit", "state", "opened_on", "due_on", "due_clock")
    assert [getattr(case, n) for n in same] == [getattr(by_form, n) for n in same]
    people = [[(p.side, p.name, p.id_number, p.phone) for p in c.part("parties")]
              for c in (case, by_form)]  # fmt: skip
    assert people[0] == people[1]
    event = Event.objects.get(case=case)
    assert (event.by, event.post.user) == (cast.grid, cast.grid)
    assert job.tally["numbers"] == [[case.number, case.number]]


def test_a_bad_row_is_named_by_line_column_and_reason(cast):
    job = sent(cast.grid, book(row(), row(来源="月球"), row(**{"当事人1：姓名（名称）": None})))

    assert job.tally | {"rows": 3, "good": 1, "bad": 2} == job.tally
    first, second = told(job)["faults"]
    assert first[:2] == [3, "来源"]
    assert first[2].startswith("应为以下之一：")
    assert second == [4, "当事人1：姓名（名称）", "必填"]


def test_the_faults_of_a_later_group_stand_at_its_own_columns(cast):
    job = sent(cast.grid, book(row(**{"当事人2：姓名（名称）": "丙某"})))

    assert told(job)["faults"] == [[2, "当事人2：当事人地位", "必填"]]


def test_with_a_bad_row_only_the_others_may_be_taken(cast):
    job = sent(cast.grid, book(row(), row(来源="月球")))

    with pytest.raises(StepRefused, match="跳过错误行"):
        imports.confirm(job, imports.ALL)
    confirmed(job, imports.SKIP)

    assert (job.state, job.tally["logged"]) == ("done", 1)
    assert Case.objects.count() == 1


def test_the_error_book_holds_the_bad_rows_in_the_templates_layout_and_comes_back_mended(cast):
    job = sent(cast.grid, book(row(), row(来源="月球", 纠纷名称="停车"), row(纠纷名称="噪音")))
    confirmed(job, imports.SKIP)
    data = vault.fetch(job.errors)

    head, bad = CalamineWorkbook.from_filelike(BytesIO(data)).get_sheet_by_index(0).to_python()
    assert bad[head.index("纠纷名称*")] == "停车"
    assert bad[head.index("错误原因")].startswith("来源：应为以下之一")

    opened = load_workbook(BytesIO(data))
    sheet = opened["纠纷"]
    sheet.cell(2, head.index("来源*") + 1).value = "派出所移送"
    stream = BytesIO()
    opened.save(stream)
    again = confirmed(sent(cast.grid, stream.getvalue()))
    assert (again.tally["logged"], again.tally["bad"]) == (1, 0)
    assert set(Case.objects.values_list("title", flat=True)) == {"楼上漏水", "停车", "噪音"}


def test_the_same_file_twice_adds_nothing(cast):
    data = book(row(), row(纠纷名称="停车"))
    confirmed(sent(cast.grid, data))
    again = sent(cast.community, data)

    assert (again.tally["good"], again.tally["known"]) == (0, 2)
    with pytest.raises(StepRefused, match="没有可以导入的新行"):
        imports.confirm(again, imports.ALL)
    assert Case.objects.count() == Imported.objects.count() == 2


def test_two_rows_alike_are_two_but_each_comes_once(cast):
    confirmed(sent(cast.grid, book(row(), row())))
    more = confirmed(sent(cast.grid, book(row(), row(), row())))

    assert (more.tally["known"], more.tally["logged"]) == (2, 1)
    assert Case.objects.count() == 3


def test_one_row_in_two_files_at_once_is_logged_once(cast):
    first, second = (sent(cast.grid, book(row())) for _ in range(2))
    imports.confirm(first, imports.ALL)
    imports.confirm(second, imports.ALL)
    working.drain()
    second.refresh_from_db()

    assert Case.objects.count() == 1
    assert (second.state, second.tally["logged"]) == ("done", 0)


def test_a_unit_is_written_by_its_code_or_by_its_full_name(cast):
    units = (GRID, "第一居委会第1网格", f"第一居委会第1网格 {GRID}", COMMUNITY, "第一居委会")
    rows = [row(所属单位=unit, 纠纷名称=f"事{n}") for n, unit in enumerate(units)]
    confirmed(sent(cast.community, book(*rows)))

    found = Case.objects.order_by("title").values_list("unit", flat=True)
    assert list(found) == [GRID, GRID, GRID, COMMUNITY, COMMUNITY]


@pytest.mark.parametrize(
    ("unit", "why"),
    [
        (SIBLING, "不在您的数据范围内"),
        ("第三居委会", "您的数据范围内没有这个单位"),
        ("310106020001999", "没有这个单位"),
        (None, "必填"),
    ],
)
def test_a_unit_out_of_reach_is_refused_as_a_form_refuses_it(cast, unit, why):
    job = sent(cast.community, book(row(所属单位=unit)))

    ((_, label, said),) = told(job)["faults"]
    assert label == "所属单位"
    assert why in said


def test_old_days_may_be_imported_up_to_a_limit_and_no_day_to_come(cast, settings):
    settings.IMPORT_BACKDATED_DAYS = 3000
    rows = [row(登记日期=day) for day in ("2022-03-01", "2010-01-01", "2099-01-01")]
    job = sent(cast.grid, book(*rows))

    whys = [why for _, _, why in told(job)["faults"]]
    assert len(whys) == 2
    assert whys[0].startswith("不能早于3000天前")
    assert whys[1] == "不能晚于今天"


def test_a_rule_of_the_opening_step_stops_a_row(cast, monkeypatch):
    steps = PROCEDURES["dispute"].steps
    no = Rule("不得登记", "某法", "第一条", lambda case, facts: facts["title"] != "停车")
    monkeypatch.setitem(steps, "register", replace(steps["register"], rules=(no,)))
    job = sent(cast.grid, book(row(), row(纠纷名称="停车")))

    assert told(job)["faults"] == [[3, "", "不得登记（某法第一条）"]]


def test_a_register_is_imported_by_the_same_way(cast):
    rows = [
        {"所属单位": GRID, "排查日期": today(), "排查方式": "走访", "排查结果": "未发现纠纷",
         "走访户数": 12},
        {"所属单位": GRID, "排查方式": "不知道", "排查结果": "未发现纠纷"},
    ]  # fmt: skip
    job = confirmed(sent(cast.grid, book(*rows), "screening"), imports.SKIP)

    entry = Entry.objects.get()
    assert (job.tally["logged"], job.tally["bad"], entry.n1, entry.by) == (1, 1, 12, cast.grid)
    assert entry.type
    assert entry.facet == "nothing"


def test_every_other_kind_of_case_is_imported_by_its_own_opening_step(cast):
    rows = [
        {"所属单位": COMMUNITY, "任务名称": "排查电动车充电", "任务内容": "逐楼排查",
         "承办单位": GRID, "办理期限": today(), "任务来源": label}
        for label in Source.labels
    ]  # fmt: skip
    job = confirmed(sent(cast.community, book(*rows), "task"))

    assert (job.tally["logged"], job.error) == (len(Source), "")
    assert set(Case.objects.values_list("kind", "state")) == {("task", "issued")}


def test_numbers_of_people_are_masked_in_the_preview(cast):
    told_row = row(
        **{"当事人1：身份证号": "11010519491231002X", "当事人1：联系电话": "13812345678"}
    )
    text = json.dumps(told(sent(cast.grid, book(told_row))), ensure_ascii=False)

    assert "110105**********2X" in text
    assert "138****5678" in text
    assert "11010519491231002X" not in text
    assert "13812345678" not in text


def test_names_of_minors_are_masked_in_the_preview(cast):
    told_row = row(**{"敏感性": "涉未成年人", "当事人1：姓名（名称）": "欧阳小童"})
    text = json.dumps(told(sent(cast.grid, book(told_row))), ensure_ascii=False)

    assert "欧阳某" in text
    assert "小童" not in text


def test_an_older_template_is_refused(cast):
    job = sent(cast.grid, book(row(), version="0123456789ab"))

    assert (job.state, job.error) == ("failed", "模板已更新，请下载新模板填写")


def test_who_lost_the_post_meanwhile_logs_nothing(cast):
    job = sent(cast.grid, book(row()))
    cast.grid.posts.update(until=today())
    imports.confirm(job, imports.ALL)
    working.drain()
    job.refresh_from_db()

    assert job.state == "failed"
    assert not Case.objects.exists()


def test_an_import_by_page_from_upload_to_the_list(cast, as_):
    browser = as_(cast.grid)
    answer = upload(browser, book(row()))
    assert answer.status_code == 302
    working.drain()
    page = browser.get(answer.url).content.decode()
    assert "全部导入" in page
    browser.post(f"{answer.url}choose/", {"choice": "all"})
    working.drain()

    assert "导入结果" in browser.get(answer.url).content.decode()
    assert Case.objects.count() == 1


def test_an_upload_that_is_given_up_leaves_no_file(cast, as_, settings):
    browser = as_(cast.grid)
    url = upload(browser, book(row())).url
    working.drain()
    browser.post(f"{url}choose/", {"choice": "drop"})

    assert not list((settings.MEDIA_ROOT / "jobs").iterdir())
    assert browser.post(f"{url}choose/", {"choice": "all"}).status_code == 409
    assert not Case.objects.exists()


@pytest.mark.parametrize("name", ["a.xls", "a.exe", "a"])
def test_only_sheets_are_taken(cast, as_, name):
    assert upload(as_(cast.grid), b"abc", name=name).status_code == 400


def test_the_file_is_told_about_before_it_is_taken(cast, as_, settings):
    settings.IMPORT_MAX_MB = 0
    answer = upload(as_(cast.grid), book(row()))

    assert answer.status_code == 400
    assert "不超过0MB" in answer.content.decode()


def test_the_error_book_is_for_its_owner_and_taking_it_is_written_down(cast, as_):
    job = sent(cast.grid, book(row(来源="月球")))
    url = f"/jobs/{job.pk}/errors/"

    assert as_(cast.community).get(url).status_code == 404
    assert b"".join(as_(cast.grid).get(url).streaming_content)[:2] == b"PK"
    assert AccessLog.objects.get().object_id == job.pk


def test_files_on_the_disk_cannot_be_read_without_the_key(cast, settings):
    told_row = row(**{"当事人1：身份证号": "11010519491231002X"})
    sent(cast.grid, book(told_row, row(来源="月球")))

    stored = [path.read_bytes() for path in (settings.MEDIA_ROOT / "jobs").iterdir()]
    assert len(stored) == 3
    # A workbook and JSON as they begin; a single byte would turn up by chance now and then.
    assert not [data for data in stored if data.startswith((b"PK\x03\x04", b'{"'))]
    assert not [data for data in stored if b"11010519491231002X" in data]
