"""What is shown and handed out of a file, to whom, and what is written down of it."""

import datetime

import pytest
import time_machine
from django.core.files.storage import default_storage

from lawgov.casework.invariants import CHECKS
from lawgov.casework.models import Attachment
from lawgov.casework.upload import Files
from lawgov.privacy.models import AccessLog

from ..browser import needs_chromium
from ..cast import logged
from .conftest import attach, upload
from .samples import GOOD, PNG, png, sound

pytestmark = pytest.mark.django_db
LONG = sound(seconds=20)


@pytest.fixture
def kept(mediator, case, media):
    """A file of the case, by its ending."""

    def keep(ending: str, body: bytes | None = None) -> Attachment:
        answer = attach(mediator, case, upload(f"甲.{ending}", body or GOOD[ending]))
        assert answer.status_code == 200, answer.content.decode()
        return Attachment.objects.get()

    return keep


def body(answer) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


def look(browser, row, **headers):
    return browser.get(f"/attachments/{row.pk}/preview/", headers=headers)


def reasons() -> list[str]:
    return list(AccessLog.objects.order_by("pk").values_list("reason", flat=True))


@pytest.mark.parametrize(
    ("ending", "media_type"),
    [("png", "image/jpeg"), ("heic", "image/jpeg"), ("pdf", "application/pdf"),
     ("wav", "audio/wav"), ("mp4", "video/mp4")],
)  # fmt: skip
def test_a_reader_sees_the_preview_shut_off_from_everything(cast, as_, kept, ending, media_type):
    answer = look(as_(cast.leader), kept(ending))

    assert answer.status_code == 200
    assert answer["Content-Type"] == media_type
    assert "attachment" not in answer.get("Content-Disposition", "")
    assert "default-src 'none'" in answer["Content-Security-Policy"]
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"


@pytest.mark.parametrize("ending", ["docx", "xlsx", "txt"])
def test_what_a_browser_cannot_show_safely_is_only_downloaded(cast, as_, kept, ending):
    row = kept(ending)

    assert look(as_(cast.leader), row).status_code == 404
    assert as_(cast.leader).get(f"/attachments/{row.pk}/").status_code == 200


def test_who_does_not_see_the_case_sees_no_preview(cast, as_, kept):
    row = kept("png")

    for user in (cast.neighbour, cast.outsider, cast.admin, cast.nobody):
        assert look(as_(user), row).status_code == 404
    assert reasons() == []


def test_the_preview_of_a_picture_is_not_the_picture(cast, as_, kept):
    shown = body(look(as_(cast.leader), kept("png")))

    assert shown.startswith(b"\xff\xd8\xff")
    assert PNG not in shown


RANGES = [
    ("bytes=0-9", 206, LONG[:10], "bytes 0-9/"),
    ("bytes=1000-", 206, LONG[1000:], f"bytes 1000-{len(LONG) - 1}/"),
    ("bytes=-5", 206, LONG[-5:], f"bytes {len(LONG) - 5}-{len(LONG) - 1}/"),
    (f"bytes=5-{len(LONG) * 9}", 206, LONG[5:], f"bytes 5-{len(LONG) - 1}/"),
    ("", 200, LONG, None),
    ("bytes=0-1,5-6", 200, LONG, None),
    ("lines=0-1", 200, LONG, None),
    ("bytes=٠-٩", 200, LONG, None),
    (f"bytes={len(LONG)}-", 416, b"", "bytes */"),
    ("bytes=9-5", 416, b"", "bytes */"),
    ("bytes=-0", 416, b"", "bytes */"),
    ("bytes=-", 416, b"", "bytes */"),
]


@pytest.mark.parametrize(("asked", "code", "expected", "told"), RANGES)
def test_a_recording_is_read_from_any_place(cast, as_, kept, asked, code, expected, told):
    answer = look(as_(cast.leader), kept("wav", LONG), Range=asked)

    assert answer.status_code == code
    assert body(answer) == expected
    assert answer.get("Content-Range") == (told and f"{told}{len(LONG)}")


def test_a_look_is_noted_once_a_day_and_a_download_each_time(cast, as_, kept):
    row, leader = kept("wav"), as_(cast.leader)

    for _ in range(3):
        look(leader, row, Range="bytes=0-9")
        leader.get(f"/attachments/{row.pk}/")
    assert reasons() == ["预览", "下载", "下载", "下载"]

    look(as_(cast.mediator), row)
    tomorrow = datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=1)
    with time_machine.travel(tomorrow, tick=False):
        look(as_(cast.leader), row)
    assert reasons()[-2:] == ["预览", "预览"]
    assert set(AccessLog.objects.values_list("object_id", flat=True)) == {row.pk}


@pytest.mark.parametrize("gone", [False, True])
def test_a_file_that_was_changed_is_not_shown_either(cast, as_, kept, gone):
    row = kept("wav")
    if gone:
        default_storage.delete(row.stored)
    else:
        with open(default_storage.path(row.stored), "r+b") as file:
            file.seek(100)
            file.write(b"1")

    assert look(as_(cast.leader), row).status_code == 409
    assert reasons() == []


def test_a_voided_file_is_no_longer_shown_and_kept_for_who_works_on_it(cast, as_, kept, case):
    row = kept("png")
    case.refresh_from_db()
    case.take("void_attachment", by=cast.mediator, attachment=row.pk, reason="传错了照片")

    assert look(as_(cast.mediator), row).status_code == 404
    assert as_(cast.leader).get(f"/attachments/{row.pk}/").status_code == 403
    assert as_(cast.mediator).get(f"/attachments/{row.pk}/").status_code == 200
    assert reasons() == ["下载已作废的附件"]
    assert default_storage.exists(row.stored)


def test_the_page_says_why_a_file_is_void_and_does_not_show_it(cast, as_, kept, case):
    row = kept("png")
    browser, url = as_(cast.leader), f"/disputes/{case.pk}/?tab=attachments"
    assert f"/attachments/{row.pk}/preview/" in browser.see(url)
    case.refresh_from_db()
    case.take("void_attachment", by=cast.mediator, attachment=row.pk, reason="传错了照片")

    shown = browser.see(url)

    assert "传错了照片" in shown
    assert "已作废" in shown
    assert f"/attachments/{row.pk}/" not in shown


def test_the_history_names_the_files_in_the_words_of_the_page(cast, as_, mediator, kept, case):
    row = kept("png")
    case.refresh_from_db()
    case.take("void_attachment", by=cast.mediator, attachment=row.pk, reason="传错")

    shown = as_(cast.leader).see(f"/disputes/{case.pk}/?tab=history")

    assert shown.count("甲.png") == 2
    assert "摘要" not in shown
    told = mediator.get(f"/api/v1/disputes/{case.pk}/").json()["history"]
    assert [line["value"] for line in told[-1]["lines"]] == ["甲.png", "传错"]


def test_an_event_of_before_that_keeps_one_hash_bare_is_read_like_any_other(
    cast, as_, mediator, case, media, monkeypatch
):
    monkeypatch.setattr(Files, "kept", lambda self, value: value[0].sha256)
    attach(mediator, case, upload("照片.png", PNG))

    assert list(CHECKS["附件"]()) == []
    assert "照片.png" in as_(cast.mediator).see(f"/disputes/{case.pk}/?tab=history")


def test_the_tab_costs_the_same_for_one_file_and_for_ten(
    cast, as_, mediator, case, media, django_assert_max_num_queries
):
    browser, url = as_(cast.leader), f"/disputes/{case.pk}/?tab=attachments"
    attach(mediator, case, upload("a.txt", b"a"))
    browser.see(url)
    with django_assert_max_num_queries(40) as told:
        browser.see(url)
        one = len(told)
    case.refresh_from_db()
    files = [upload(f"{n}.txt", str(n).encode()) for n in range(9)]
    assert attach(mediator, case, *files).status_code == 200

    with django_assert_max_num_queries(one):
        browser.see(url)


def test_the_form_says_what_may_be_sent_and_offers_the_camera(cast, as_, case):
    shown = as_(cast.mediator).see(f"/disputes/{case.pk}/attach/")

    assert "照片、文档每个不超过20MB，录音录像每个不超过200MB" in shown
    assert 'capture="environment"' in shown
    assert shown.count('name="file"') == 2


def test_files_of_both_controls_are_kept_by_one_step(cast, as_, case, media):
    url = f"/disputes/{case.pk}/attach/"
    files = [upload("a.txt", b"a"), upload("b.txt", b"b")]

    assert as_(cast.grid).fill(url, file=files, label="笔录").status_code == 302

    rows = Attachment.objects.order_by("name")
    assert [(r.name, r.label, r.by) for r in rows] == [
        ("a.txt", "笔录", cast.grid), ("b.txt", "笔录", cast.grid),
    ]  # fmt: skip
    assert case.events.get(step="attach").facts["file"] == [r.sha256 for r in rows]


def test_one_bad_file_among_several_is_named_and_none_is_kept(mediator, case, media):
    answer = attach(mediator, case, upload("a.txt", b"a"), upload("坏.png", b"<html>"))

    assert answer.status_code == 400
    assert answer.json()["errors"]["file"][0].startswith("坏.png：")
    assert list(media.rglob("*")) == []


def test_a_form_without_a_file_is_refused(cast, as_, case):
    answer = as_(cast.grid).fill(f"/disputes/{case.pk}/attach/")

    assert answer.status_code == 400
    assert "必填" in answer.content.decode()


def test_the_same_file_again_is_refused_by_the_name_it_has(mediator, case, media, cast):
    attach(mediator, case, upload("一.txt", b"a"))
    case.refresh_from_db()

    answer = attach(mediator, case, upload("二.txt", b"a"))
    assert answer.status_code == 400
    assert "一.txt" in answer.json()["errors"]["file"][0]
    twins = attach(mediator, case, upload("三.txt", b"c"), upload("四.txt", b"c"))
    assert twins.status_code == 400

    case.take("void_attachment", by=cast.mediator, reason="改说明",
              attachment=Attachment.objects.get().pk)  # fmt: skip
    assert attach(mediator, case, upload("二.txt", b"a")).status_code == 200


def test_the_same_file_may_stand_in_two_cases(mediator, case, media, cast):
    for each in (case, logged(cast.grid)):
        assert attach(mediator, each, upload("a.txt", b"a")).status_code == 200


@pytest.mark.parametrize("limit", ["ATTACHMENT_CASE_MB", "ATTACHMENT_DAY_MB"])
def test_beyond_the_quota_nothing_more_is_taken(mediator, case, media, settings, limit):
    setattr(settings, limit, 1)
    attach(mediator, case, upload("a.txt", b"a" * 900_000))
    case.refresh_from_db()

    answer = attach(mediator, case, upload("b.txt", b"b" * 200_000))

    assert answer.status_code == 409
    assert "附件合计不超过" in answer.json()["detail"]
    assert Attachment.objects.count() == 1


def test_the_quota_of_a_day_is_each_persons_own(mediator, case, media, settings, cast):
    settings.ATTACHMENT_DAY_MB = 1
    attach(mediator, case, upload("a.txt", b"a" * 900_000))
    case.refresh_from_db()

    case.take("attach", by=cast.grid, file=upload("b.txt", b"b" * 200_000))

    assert Attachment.objects.count() == 2


def test_verify_knows_every_file_by_its_event(mediator, case, media, cast):
    from lawgov.casework.invariants import files

    attach(mediator, case, upload("a.png", PNG), upload("b.png", png(colour="red")))
    assert list(files()) == []
    Attachment.objects.filter(name="b.png").update(sha256="0" * 64)

    assert len(list(files())) == 3  # not its event's, not its bytes', and one that is missing


@pytest.fixture
def page(cast, live_server, browser):
    """The mediator in a real browser, on the case's attachments."""
    cast.mediator.set_password("File-1234-word")
    cast.mediator.save()
    page = browser.new_page(base_url=live_server.url)
    page.wrong = []
    page.on("console", lambda m: m.type == "error" and page.wrong.append(m.text))
    page.goto("/login/")
    page.fill("[name=username]", "mediator")
    page.fill("[name=password]", "File-1234-word")
    page.click("main button")
    page.wait_for_url(live_server.url + "/")
    return page


JUMP = """player => new Promise((done, failed) => {
  player.onseeked = () => done(player.currentTime);
  player.onerror = () => failed(player.error.message);
  player.onloadedmetadata = () => { player.currentTime = 15; };
  player.preload = "auto"; player.load();
})"""


@needs_chromium
@pytest.mark.django_db(transaction=True)
def test_in_a_browser_a_photo_is_seen_and_a_recording_jumped_in(page, case, cast, media):
    files = [upload("照.png", PNG), upload("音.wav", LONG), upload("书.pdf", GOOD["pdf"])]
    case.take("attach", by=cast.mediator, file=files)

    page.goto(f"/disputes/{case.pk}/?tab=attachments")

    photo = page.locator("main table img")
    photo.scroll_into_view_if_needed()
    page.wait_for_function("document.querySelector('main table img').naturalWidth == 64")
    assert page.locator("audio").evaluate(JUMP) == 15
    assert page.wrong == []


@needs_chromium
@pytest.mark.django_db(transaction=True)
def test_without_scripts_a_phone_sends_a_photo_by_the_control_of_its_camera(
    cast, live_server, browser, media, tmp_path
):
    case = logged(cast.grid)
    cast.grid.set_password("File-1234-word")
    cast.grid.save()
    (tmp_path / "现场.png").write_bytes(PNG)
    phone = browser.new_context(
        viewport={"width": 390, "height": 844}, java_script_enabled=False, base_url=live_server.url
    )
    page = phone.new_page()
    page.goto("/login/")
    page.fill("[name=username]", "grid")
    page.fill("[name=password]", "File-1234-word")
    page.click("main button")
    page.goto(f"/disputes/{case.pk}/attach/")

    page.set_input_files("input[capture]", tmp_path / "现场.png")
    page.click("main form button[type=submit]")

    assert Attachment.objects.get().name == "现场.png"
