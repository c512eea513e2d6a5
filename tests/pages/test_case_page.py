"""A case's page: what it shows of people, of time, of files, and at what cost."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from lawgov.casework.models import Attachment
from lawgov.casework.web.lights import light
from lawgov.privacy.models import AccessLog
from lawgov.workdays import calendar
from tests.cast import SIBLING, dispute_in, logged
from tests.files.samples import PNG

pytestmark = pytest.mark.django_db


def page(browser, case, tab="facts"):
    return browser.see(f"/disputes/{case.pk}/?tab={tab}")


def squeezed(shown):
    return re.sub(r">\s+", ">", shown)


def test_numbers_of_people_are_masked(cast, as_):
    shown = page(as_(cast.mediator), logged(cast.grid), "parties")

    assert "110105**********2X" in shown
    assert "138****5678" in shown
    assert "11010519491231002X" not in shown
    assert "13812345678" not in shown


def test_a_number_is_shown_for_a_reason_that_is_logged(cast, as_):
    case = logged(cast.grid)
    party = case.parties.first()

    answer = as_(cast.mediator).fill(
        f"/disputes/{case.pk}/parties/{party.pk}/id_number/", reason="核对调解协议身份信息"
    )

    assert "11010519491231002X" in answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert AccessLog.objects.get().reason == "核对调解协议身份信息"


@pytest.mark.parametrize(("who", "status"), [("leader", 403), ("statistician", 403)])
def test_who_only_reads_a_case_sees_no_number(cast, as_, who, status):
    case = logged(cast.grid)
    url = f"/disputes/{case.pk}/parties/{case.parties.first().pk}/id_number/"
    browser = as_(getattr(cast, who))

    assert browser.fill(url, reason="领导查阅一下").status_code == status
    assert AccessLog.objects.get().allowed is False
    assert "查看证件号码" not in page(browser, case, "parties")


def test_without_a_reason_nothing_is_shown(cast, as_):
    case = logged(cast.grid)
    url = f"/disputes/{case.pk}/parties/{case.parties.first().pk}/id_number/"

    answer = as_(cast.mediator).fill(url, reason=" 查 ")

    assert answer.status_code == 400
    assert "11010519491231002X" not in answer.content.decode()


def test_a_party_of_another_case_is_not_found(cast, as_):
    here, there = logged(cast.grid), logged(cast.neighbour, unit=SIBLING)
    party = there.parties.first()

    as_(cast.mediator).see(f"/disputes/{here.pk}/parties/{party.pk}/id_number/", 404)


def test_the_checklist_stands_by_the_button_met_unmet_or_to_come(cast, as_):
    case = dispute_in("mediating", cast)
    case.take("flag_danger", by=cast.mediator, signs="扬言报复")

    shown = page(as_(cast.mediator), case)

    assert '<li class="met">须登记申请人和被申请人' in squeezed(shown)
    assert '<li class="unmet">纠纷有激化危险的，须先登记' in squeezed(shown)
    assert "4项已满足，1项未满足，2项填写时核对" in shown


def test_buttons_are_the_steps_one_may_take(cast, as_):
    case = logged(cast.grid)

    assert f"/disputes/{case.pk}/accept/" in page(as_(cast.mediator), case)
    assert f"/disputes/{case.pk}/accept/" not in page(as_(cast.grid), case)
    assert f"/disputes/{case.pk}/raise/" in page(as_(cast.grid), case)
    assert "没有需要您的岗位办理的环节" in page(as_(cast.statistician), case)


@pytest.mark.parametrize(
    ("days", "colour", "words"),
    [(5, "green", "剩5个工作日"), (3, "yellow", "剩3个工作日"), (1, "yellow", "剩1个工作日")],
)
def test_the_light_counts_working_days(db, days, colour, words):
    due = calendar.add(timezone.localdate(), days, working=True).day

    assert light(due) == (colour, words)


@pytest.mark.parametrize(
    ("days", "expected"),
    [(0, ("yellow", "今天到期")), (-1, ("red", "逾期1天")), (-40, ("red", "逾期40天"))],
)
def test_a_passed_day_turns_the_light_red(db, days, expected):
    assert light(timezone.localdate() + timedelta(days=days)) == expected


def test_a_case_without_a_clock_has_a_grey_light(db):
    assert light(None) == ("grey", "无期限")


def test_a_clock_explains_itself_in_words(cast, as_):
    shown = page(as_(cast.mediator), dispute_in("accepted", cast))

    assert "次日起算30日（《人民调解工作若干规定》第三十三条）" in shown


def attach(browser, case, name="现场.png", body=PNG):
    url = f"/disputes/{case.pk}/attach/"
    return browser.fill(url, file=SimpleUploadedFile(name, body, "image/png"), label="现场照片")


def test_a_file_is_attached_and_comes_back_as_a_download(cast, as_, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    case = logged(cast.grid)

    assert attach(as_(cast.grid), case).status_code == 302
    file = Attachment.objects.get()
    answer = as_(cast.mediator).get(f"/attachments/{file.pk}/")

    assert b"".join(answer.streaming_content) == PNG
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    as_(cast.neighbour).see(f"/attachments/{file.pk}/", 404)


def test_a_file_that_is_not_what_it_says_is_refused_at_its_field(cast, as_, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path

    answer = attach(as_(cast.grid), logged(cast.grid), "现场.png", b"<html>")

    assert answer.status_code == 400
    assert "内容与扩展名不一致" in answer.content.decode()
    assert "现场照片" in answer.content.decode()


def test_every_form_carries_a_key_and_the_version_seen(cast, as_):
    case = logged(cast.grid)

    form = as_(cast.mediator).form(f"/disputes/{case.pk}/accept/")

    assert len(form["_key"][0]) == 32
    assert form["_seen"] == [str(case.version)]
